import { createHash, randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Clock } from "../clock";
import { unknownScopes } from "./scopes";
import type { XeroState } from "./state";
import type { Tokens } from "./tokens";

const CODE_LIFETIME = 5 * 60_000;

type Refusal =
  | "invalid_request"
  | "invalid_client"
  | "invalid_grant"
  | "unsupported_grant_type";

/** login.xero.com and identity.xero.com. The consent is taken as given, for every organisation. */
export function identity(
  state: XeroState,
  clock: Clock,
  tokens: Tokens,
  committed: () => void,
): Hono {
  const routes = new Hono();

  routes.get("/.well-known/openid-configuration", (c) => {
    const { origin } = new URL(c.req.url);
    return c.json({
      issuer: "https://identity.xero.com",
      authorization_endpoint: `${origin}/identity/connect/authorize`,
      token_endpoint: `${origin}/connect/token`,
      revocation_endpoint: `${origin}/connect/revocation`,
      jwks_uri: `${origin}/.well-known/openid-configuration/jwks`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token"],
      token_endpoint_auth_methods_supported: [
        "client_secret_basic",
        "client_secret_post",
      ],
      code_challenge_methods_supported: ["S256"],
    });
  });

  routes.get("/identity/connect/authorize", (c) => {
    const query = c.req.query();
    const scopes = (query.scope ?? "").split(" ").filter(Boolean);
    if (query.client_id !== state.clientId)
      return c.text("Error: unauthorized_client\nUnknown client", 400);
    if (query.response_type !== "code" || !query.redirect_uri)
      return c.text("Error: invalid_request", 400);
    if (scopes.includes("app.connections"))
      return c.text("Error: access_denied\nRequested wrong apps scopes", 400);
    // One unknown scope fails the whole consent.
    if (scopes.length === 0 || unknownScopes(scopes).length > 0)
      return c.text("Error: invalid_scope\nInvalid scope for client", 400);
    const code = randomBytes(32).toString("base64url");
    state.codes.push({
      code,
      redirectUri: query.redirect_uri,
      scopes,
      authEventId: tokens.consent(),
      challenge: query.code_challenge,
      expiresAt: clock.now().getTime() + CODE_LIFETIME,
    });
    committed();
    const back = new URL(query.redirect_uri);
    back.searchParams.set("code", code);
    if (query.state) back.searchParams.set("state", query.state);
    return c.redirect(back.toString(), 302);
  });

  routes.post("/connect/token", async (c) => {
    const form = await readForm(c);
    const verifier = form.get("code_verifier");
    if (!isClient(c, form, state, verifier !== null))
      return refuse(c, "invalid_client");
    switch (form.get("grant_type")) {
      case "authorization_code": {
        const code = takeCode(state, form.get("code"), clock);
        if (
          !code ||
          code.redirectUri !== form.get("redirect_uri") ||
          code.challenge !== challengeOf(verifier)
        )
          return refuse(c, "invalid_grant");
        const issued = tokens.issue(code.scopes, code.authEventId);
        committed();
        return c.json(issued);
      }
      case "refresh_token": {
        const issued = tokens.refresh(form.get("refresh_token") ?? "");
        if (!issued) return refuse(c, "invalid_grant");
        committed();
        return c.json(issued);
      }
      case null:
        return refuse(c, "invalid_request");
      default:
        return refuse(c, "unsupported_grant_type");
    }
  });

  routes.post("/connect/revocation", async (c) => {
    const form = await readForm(c);
    if (!isClient(c, form, state, false)) return refuse(c, "invalid_client");
    tokens.revoke(form.get("token") ?? "");
    committed();
    return c.body(null, 200);
  });

  return routes;
}

async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** Basic authorisation, or the same two values in the form; with PKCE the secret is left out. */
function isClient(
  c: Context,
  form: URLSearchParams,
  state: XeroState,
  isPkce: boolean,
): boolean {
  const basic = /^Basic (.+)$/i.exec(c.req.header("authorization") ?? "");
  if (basic) {
    const given = Buffer.from(basic[1]!, "base64").toString();
    return given === `${state.clientId}:${state.clientSecret}`;
  }
  if (form.get("client_id") !== state.clientId) return false;
  return isPkce
    ? (form.get("client_secret") ?? state.clientSecret) === state.clientSecret
    : form.get("client_secret") === state.clientSecret;
}

/** A code serves once. */
function takeCode(state: XeroState, code: string | null, clock: Clock) {
  const found = state.codes.find((entry) => entry.code === code);
  state.codes = state.codes.filter((entry) => entry !== found);
  return found && found.expiresAt > clock.now().getTime() ? found : undefined;
}

function challengeOf(verifier: string | null): string | undefined {
  return verifier === null
    ? undefined
    : createHash("sha256").update(verifier).digest("base64url");
}

function refuse(c: Context, error: Refusal) {
  return c.json({ error }, 400);
}
