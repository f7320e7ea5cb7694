import { CLIENT, openTenant, send, TENANT } from "./tenant";
import type { Tenant } from "./tenant";

const REDIRECT = "https://app.example/callback";
const MINUTE = 60_000;

function authorize(tenant: Tenant, query: Record<string, string> = {}) {
  const parameters = new URLSearchParams({
    response_type: "code",
    client_id: CLIENT.id,
    redirect_uri: REDIRECT,
    scope: "openid offline_access accounting.contacts",
    state: "s1",
    ...query,
  });
  return send(tenant.xero, "GET", `/identity/connect/authorize?${parameters}`);
}

function token(
  tenant: Tenant,
  form: Record<string, string>,
  secret = CLIENT.secret,
) {
  const basic = Buffer.from(`${CLIENT.id}:${secret}`).toString("base64");
  return send(
    tenant.xero,
    "POST",
    "/connect/token",
    new URLSearchParams(form).toString(),
    {
      authorization: `Basic ${basic}`,
      "content-type": "application/x-www-form-urlencoded",
    },
  );
}

async function consent(tenant: Tenant): Promise<string> {
  const answer = await authorize(tenant);
  return new URL(answer.headers.get("location")!).searchParams.get("code")!;
}

function exchange(tenant: Tenant, code: string) {
  return token(tenant, {
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT,
  });
}

function refresh(tenant: Tenant, refresh_token: string) {
  return token(tenant, { grant_type: "refresh_token", refresh_token });
}

test("a consent comes back with code and state, and the code buys tokens once", async () => {
  const tenant = openTenant();
  const answer = await authorize(tenant);
  expect(answer.status).toBe(302);
  const back = new URL(answer.headers.get("location")!);
  expect(back.searchParams.get("state")).toBe("s1");
  const code = back.searchParams.get("code")!;

  const first = await exchange(tenant, code);
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({
    expires_in: 1800,
    token_type: "Bearer",
    scope: "openid offline_access accounting.contacts",
    refresh_token: expect.any(String),
    id_token: expect.any(String),
  });
  const again = await exchange(tenant, code);
  expect([again.status, again.body]).toEqual([400, { error: "invalid_grant" }]);
});

test("a code dies after five minutes", async () => {
  const tenant = openTenant();
  const code = await consent(tenant);
  tenant.clock.advance(5 * MINUTE);
  expect((await exchange(tenant, code)).body).toEqual({
    error: "invalid_grant",
  });
});

test.each([
  [{ scope: "accounting.transactions" }, "invalid_scope"],
  [{ scope: "accounting.contacts app.connections" }, "access_denied"],
  [{ client_id: "other" }, "unauthorized_client"],
])("the consent with %j is refused", async (query, error) => {
  const answer = await authorize(openTenant(), query);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(error);
});

test("a wrong secret is an invalid client", async () => {
  const tenant = openTenant();
  const answer = await token(tenant, { grant_type: "refresh_token" }, "wrong");
  expect([answer.status, answer.body]).toEqual([
    400,
    { error: "invalid_client" },
  ]);
});

test("with PKCE the verifier must fit the challenge", async () => {
  const tenant = openTenant();
  const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  const buy = async (code_verifier: string) => {
    const answer = await authorize(tenant, {
      code_challenge: challenge,
      code_challenge_method: "S256",
    });
    const code = new URL(answer.headers.get("location")!).searchParams.get(
      "code",
    )!;
    return send(
      tenant.xero,
      "POST",
      "/connect/token",
      new URLSearchParams({
        grant_type: "authorization_code",
        client_id: CLIENT.id,
        redirect_uri: REDIRECT,
        code,
        code_verifier,
      }).toString(),
    );
  };
  expect((await buy(verifier)).status).toBe(200);
  expect((await buy("other")).body).toEqual({ error: "invalid_grant" });
});

test("a refresh gives a new pair, and the old refresh token works for 30 minutes more", async () => {
  const tenant = openTenant();
  const old = (await exchange(tenant, await consent(tenant))).body
    .refresh_token;
  const renewed = await refresh(tenant, old);
  expect(renewed.body.refresh_token).not.toBe(old);
  tenant.clock.advance(29 * MINUTE);
  expect((await refresh(tenant, old)).status).toBe(200);
  tenant.clock.advance(MINUTE);
  expect((await refresh(tenant, old)).body).toEqual({ error: "invalid_grant" });
  expect((await refresh(tenant, renewed.body.refresh_token)).status).toBe(200);
});

test("a refresh token unused for 60 days is dead", async () => {
  const tenant = openTenant();
  const { refresh_token } = tenant.xero.issueToken();
  tenant.clock.advance(60 * 24 * 60 * MINUTE);
  expect((await refresh(tenant, refresh_token)).body).toEqual({
    error: "invalid_grant",
  });
});

test("revoking ends every connection", async () => {
  const tenant = openTenant();
  const { refresh_token } = tenant.xero.issueToken();
  const answer = await send(
    tenant.xero,
    "POST",
    "/connect/revocation",
    new URLSearchParams({ token: refresh_token }).toString(),
    { authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` },
  );
  expect([answer.status, answer.text]).toEqual([200, ""]);
  expect((await tenant.call("GET", "/Organisation")).status).toBe(403);
});

test("discovery names this machine's endpoints", async () => {
  const answer = await send(
    openTenant().xero,
    "GET",
    "/.well-known/openid-configuration",
  );
  expect(answer.body.token_endpoint).toBe("https://xero.example/connect/token");
});

test("connections are listed by event and disconnected by their own id", async () => {
  const tenant = openTenant();
  const authorization = `Bearer ${tenant.token}`;
  const list = (query = "") =>
    send(tenant.xero, "GET", `/connections${query}`, undefined, {
      authorization,
    });
  const [connection] = (await list()).body;
  expect(connection).toMatchObject({
    tenantId: TENANT,
    tenantType: "ORGANISATION",
    createdDateUtc: "2026-11-23T10:00:00.0000000",
  });
  expect(
    (await list(`?authEventId=${connection.authEventId}`)).body,
  ).toHaveLength(1);
  expect((await list(`?authEventId=${TENANT}`)).body).toEqual([]);

  const remove = (id: string) =>
    send(tenant.xero, "DELETE", `/connections/${id}`, undefined, {
      authorization,
    });
  expect((await remove(TENANT)).status).toBe(404);
  expect((await remove(connection.id)).status).toBe(204);
  expect((await list()).body).toEqual([]);
});

test("consenting again renews the connection and keeps its id", async () => {
  const tenant = openTenant();
  const [before] = structuredClone(tenant.xero.state.connections);
  tenant.clock.advance(MINUTE);
  tenant.xero.issueToken();
  const [after] = tenant.xero.state.connections;
  expect(after).toEqual({
    ...before,
    authEventId: expect.not.stringMatching(before!.authEventId),
    updatedDateUtc: "2026-11-23T10:01:00.0000000",
  });
});
