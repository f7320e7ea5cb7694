import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../clock";
import { guidFrom } from "./ids";
import type { Connection, RefreshToken, XeroState } from "./state";

const ACCESS_TOKEN_SECONDS = 1_800;
const REFRESH_LIFETIME = 60 * 86_400_000;
/** A replaced refresh token still works for this long. */
const GRACE = 30 * 60_000;

export interface TokenSet {
  access_token: string;
  refresh_token?: string;
  id_token?: string;
  expires_in: number;
  token_type: "Bearer";
  scope: string;
}

export interface Bearer {
  scopes: string[];
  expiresAt: number;
}

/** What access tokens and connections are made, renewed and taken back with. */
export interface Tokens {
  /** One person's consent: connects every organisation and opens an authorisation event. */
  consent(): string;
  issue(scopes: string[], authEventId: string): TokenSet;
  /** Undefined when the refresh token is unknown, used up or expired. */
  refresh(token: string): TokenSet | undefined;
  /** Ends the token and all connections. */
  revoke(token: string): void;
  read(accessToken: string): Bearer | undefined;
}

export function createTokens(state: XeroState, clock: Clock): Tokens {
  const now = () => clock.now().getTime();
  const secret = `${state.clientId}:${state.clientSecret}`;
  const newId = () => guidFrom(`${secret}/${(state.given += 1)}`);

  function sign(claims: object): string {
    const head = encode({ alg: "HS256", typ: "JWT" });
    const body = encode(claims);
    return `${head}.${body}.${signature(secret, `${head}.${body}`)}`;
  }

  return {
    consent: () => {
      const authEventId = newId();
      for (const [tenantId, books] of Object.entries(state.organisations))
        connect(state, {
          id: newId(),
          authEventId,
          tenantId,
          tenantType: "ORGANISATION",
          tenantName: books.organisation.Name,
          createdDateUtc: connectionInstant(clock.now()),
          updatedDateUtc: connectionInstant(clock.now()),
        });
      return authEventId;
    },

    issue: (scopes, authEventId) => {
      const issued = Math.floor(now() / 1000);
      const claims = {
        nbf: issued,
        exp: issued + ACCESS_TOKEN_SECONDS,
        iss: "https://identity.xero.com",
        client_id: state.clientId,
        sub: guidFrom("user"),
        xero_userid: guidFrom("xero user"),
        authentication_event_id: authEventId,
        jti: newId(),
      };
      const tokens: TokenSet = {
        access_token: sign({
          ...claims,
          aud: "https://identity.xero.com/resources",
          scope: scopes,
        }),
        expires_in: ACCESS_TOKEN_SECONDS,
        token_type: "Bearer",
        scope: scopes.join(" "),
      };
      if (scopes.includes("openid"))
        tokens.id_token = sign({
          ...claims,
          aud: state.clientId,
          exp: issued + 300,
          email: "owner@example.com",
        });
      if (scopes.includes("offline_access")) {
        tokens.refresh_token = randomBytes(32).toString("base64url");
        state.refreshTokens.push({
          token: tokens.refresh_token,
          scopes,
          authEventId,
          expiresAt: now() + REFRESH_LIFETIME,
        });
      }
      return tokens;
    },

    refresh(token) {
      const found = liveRefreshToken(state, token, now());
      if (!found) return undefined;
      found.expiresAt = Math.min(found.expiresAt, now() + GRACE);
      return this.issue(found.scopes, found.authEventId);
    },

    revoke: (token) => {
      if (!liveRefreshToken(state, token, now())) return;
      state.refreshTokens = [];
      state.connections = [];
    },

    read: (accessToken) => {
      const [head = "", body = "", signed = ""] = accessToken.split(".");
      if (signed !== signature(secret, `${head}.${body}`)) return undefined;
      const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as {
        exp: number;
        scope?: string[];
      };
      return { scopes: claims.scope ?? [], expiresAt: claims.exp * 1000 };
    },
  };
}

function liveRefreshToken(
  state: XeroState,
  token: string,
  now: number,
): RefreshToken | undefined {
  state.refreshTokens = state.refreshTokens.filter(
    (entry) => entry.expiresAt > now,
  );
  return state.refreshTokens.find((entry) => entry.token === token);
}

/** Consenting again keeps a connection and renews its event and update time. */
function connect(state: XeroState, made: Connection): void {
  const known = state.connections.find(
    (connection) => connection.tenantId === made.tenantId,
  );
  if (!known) {
    state.connections.push(made);
    return;
  }
  known.authEventId = made.authEventId;
  known.updatedDateUtc = made.updatedDateUtc;
}

/** Seven decimals and no zone, unlike everything else Xero writes. */
function connectionInstant(instant: Date): string {
  return instant.toISOString().replace("Z", "0000");
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signature(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
