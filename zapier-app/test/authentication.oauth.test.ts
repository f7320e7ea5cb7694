import nock from "nock";
import App from "../src/index";
import { vendors, type Reply } from "./fixtures/vendors";
import {
  AUTH,
  failure,
  HUBSPOT_TOKEN,
  newZap,
  TENANT,
  XERO_REFRESH_TOKEN,
} from "./fixtures/zap";

const { authorizeUrl, getAccessToken, refreshAccessToken } =
  App.authentication!.oauth2Config!;

const TOKEN = "POST xero-identity /connect/token";
const CONNECTIONS = "GET xero /connections";
const BASIC = `Basic ${Buffer.from("client-1:secret-1").toString("base64")}`;
const REDIRECT = "https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/";

const before = { ...process.env };
beforeEach(() => {
  process.env["CLIENT_ID"] = "client-1";
  process.env["CLIENT_SECRET"] = "secret-1";
});
afterEach(() => {
  process.env = { ...before };
});

const tokens: Reply = {
  call: TOKEN,
  body: {
    access_token: "new-access",
    refresh_token: "new-refresh",
    expires_in: 1800,
    token_type: "Bearer",
    scope: "offline_access",
  },
};
const form = (body: unknown) =>
  Object.fromEntries(new URLSearchParams(String(body)));

/** Before the connection exists, its fields are input. */
const signIn = (perform: unknown) =>
  newZap({}).run(perform, {
    inputData: {
      code: "code-1",
      state: "state-1",
      redirect_uri: REDIRECT,
      hubspot_token: HUBSPOT_TOKEN,
    },
  });
const refresh = () => newZap().run(refreshAccessToken, { authData: AUTH });

describe("the consent page", () => {
  it("has every scope parted by %20, the state, the return address, and no secret", async () => {
    expect(await signIn(authorizeUrl)).toBe(
      "https://login.xero.com/identity/connect/authorize" +
        "?response_type=code" +
        "&client_id=client-1" +
        "&redirect_uri=https%3A%2F%2Fzapier.com%2Fdashboard%2Fauth%2Foauth%2Freturn%2FApp1CLIAPI%2F" +
        "&scope=offline_access%20accounting.contacts%20accounting.invoices%20accounting.payments%20accounting.settings.read" +
        "&state=state-1",
    );
  });
});

describe("the exchange of the code", () => {
  const organisation = (tenantId: string, updatedDateUtc: string) => ({
    tenantId,
    tenantType: "ORGANISATION",
    tenantName: tenantId,
    updatedDateUtc,
  });

  it("authenticates the app by its header, and keeps the organisation that was allowed last", async () => {
    const wire = vendors(tokens, {
      call: CONNECTIONS,
      body: [
        organisation("older", "2026-11-01T09:00:00.0000000"),
        organisation(TENANT, "2026-11-22T11:29:58.1234560"),
        { ...organisation("practice", "2026-12-01"), tenantType: "PRACTICE" },
      ],
    });
    expect(await signIn(getAccessToken)).toEqual({
      access_token: "new-access",
      refresh_token: "new-refresh",
      organisation_id: TENANT,
    });
    expect(wire.calls()).toEqual([TOKEN, CONNECTIONS]);
    expect(wire.headers(0)).toMatchObject({
      authorization: BASIC,
      "content-type": expect.stringContaining(
        "application/x-www-form-urlencoded",
      ),
    });
    // the secret goes in the header: the form has neither it nor the client's id
    expect(form(wire.body(0))).toEqual({
      grant_type: "authorization_code",
      code: "code-1",
      redirect_uri: REDIRECT,
    });
    expect(wire.headers(1)["authorization"]).toBe("Bearer new-access");
  });

  const jwt = (claims: object) =>
    [{ alg: "RS256" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .concat("signature")
      .join(".");
  const tokensOf = (access_token: string): Reply => ({
    call: TOKEN,
    body: { ...(tokens.body as object), access_token },
  });
  const consent = jwt({
    authentication_event_id: "event-1",
    // a letter beyond ASCII, and in base64url the signs that base64 has not
    name: "Zoë ÿÿÿ>>>???",
  });

  it("keeps the organisation of this consent, although another changed later", async () => {
    const wire = vendors(tokensOf(consent), {
      call: CONNECTIONS,
      body: [organisation(TENANT, "2026-11-01T09:00:00.0000000")],
    });
    expect(await signIn(getAccessToken)).toEqual({
      access_token: consent,
      refresh_token: "new-refresh",
      organisation_id: TENANT,
    });
    expect(wire.calls()).toEqual([TOKEN, CONNECTIONS]);
    expect(wire.query(1)).toEqual({ authEventId: "event-1" });
    expect(wire.headers(1)["authorization"]).toBe(`Bearer ${consent}`);
  });

  it("asks for every organisation where this consent allowed no new one", async () => {
    const wire = vendors(
      tokensOf(consent),
      { call: CONNECTIONS, body: [] },
      {
        call: CONNECTIONS,
        body: [
          organisation("older", "2026-11-01T09:00:00.0000000"),
          organisation(TENANT, "2026-11-22T11:29:58.1234560"),
        ],
      },
    );
    expect(await signIn(getAccessToken)).toMatchObject({
      organisation_id: TENANT,
    });
    expect(wire.query(1)).toEqual({ authEventId: "event-1" });
    expect(wire.query(2)).toEqual({});
  });

  it.each([
    ["names no consent", jwt({ sub: "user" })],
    ["names it as a number", jwt({ authentication_event_id: 1 })],
    ["cannot be read", "a.b.c"],
  ])("asks for every organisation where the token %s", async (_, token) => {
    const wire = vendors(tokensOf(token), {
      call: CONNECTIONS,
      body: [organisation(TENANT, "2026-11-01")],
    });
    expect(await signIn(getAccessToken)).toMatchObject({
      organisation_id: TENANT,
    });
    expect(wire.calls()).toEqual([TOKEN, CONNECTIONS]);
    expect(wire.query(1)).toEqual({});
  });

  it("without an organisation keeps none, which the test then reports", async () => {
    vendors(tokens, { call: CONNECTIONS, body: [] });
    expect(await signIn(getAccessToken)).toMatchObject({ organisation_id: "" });
  });

  it("a code that Xero refuses asks for a new connection", async () => {
    vendors({ call: TOKEN, status: 400, body: { error: "invalid_grant" } });
    expect(await failure(signIn(getAccessToken))).toMatchObject({
      name: "ExpiredAuthError",
      message: expect.stringContaining("Reconnect"),
    });
  });
});

describe("the refresh", () => {
  it("hands over the rotated refresh token", async () => {
    const wire = vendors(tokens);
    expect(await refresh()).toEqual({
      access_token: "new-access",
      refresh_token: "new-refresh",
    });
    expect(wire.calls()).toEqual([TOKEN]);
    expect(wire.headers(0)["authorization"]).toBe(BASIC);
    expect(form(wire.body(0))).toEqual({
      grant_type: "refresh_token",
      refresh_token: XERO_REFRESH_TOKEN,
    });
  });

  it("an expired refresh token asks for a new connection", async () => {
    vendors({ call: TOKEN, status: 400, body: { error: "invalid_grant" } });
    expect(await failure(refresh())).toMatchObject({
      name: "ExpiredAuthError",
    });
  });

  it.each([401, 403, 404, 429, 500, 503])(
    "an answer %i of Xero's leaves the connection as it is: it does not count as expired",
    async (status) => {
      vendors({ call: TOKEN, status, body: "" });
      expect(await failure(refresh())).toMatchObject({
        name: "AppError",
        code: "vendor_unavailable",
        status,
        message: expect.stringContaining(`sign-in failed (${status})`),
      });
    },
  );

  it("an answer that points elsewhere is not followed", async () => {
    const Location = "https://evil.example/connect/token";
    const elsewhere = nock("https://evil.example").post(/.*/).reply(200, {});
    vendors({ call: TOKEN, status: 307, headers: { Location } });
    await failure(refresh());
    expect(elsewhere.isDone()).toBe(false);
    nock.cleanAll();
  });

  it("a connection that breaks does not count as expired", async () => {
    vendors({ call: TOKEN, breaks: true });
    expect((await failure(refresh())).name).not.toBe("ExpiredAuthError");
  });
});

describe("errors on the way to a connection", () => {
  it.each<[string, Reply[]]>([
    ["a refused code", [{ call: TOKEN, status: 400, body: {} }]],
    ["a failing sign-in", [{ call: TOKEN, status: 500, body: {} }]],
    ["a sign-in that breaks", [{ call: TOKEN, breaks: true }]],
    [
      "a failing list of organisations",
      [tokens, { call: CONNECTIONS, status: 500 }],
    ],
  ])("%s shows neither token nor key", async (_, replies) => {
    vendors(...replies);
    const running = signIn(getAccessToken);
    await expect(running).rejects.toHaveProperty("doNotContextify", true);
    const { whole } = await failure(running);
    for (const secret of ["new-access", "new-refresh", "secret-1", BASIC])
      expect(whole).not.toContain(secret);
    // core adds the input to messages, where the key still is at this point
    expect(whole).not.toContain(HUBSPOT_TOKEN);
  });

  it("a list of organisations that fails for a while can be tried again", async () => {
    vendors(tokens, { call: CONNECTIONS, status: 503 });
    expect(await failure(signIn(getAccessToken))).toMatchObject({
      // one of Zapier's own, as every other step has it
      name: "AppError",
      code: "vendor_unavailable",
    });
  });
});
