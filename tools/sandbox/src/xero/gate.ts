import type { Context, MiddlewareHandler } from "hono";
import type { Clock } from "../clock";
import type { Books, XeroEnv } from "./books";
import { notConnected, unauthorized } from "./errors";
import { allows } from "./scopes";
import type { XeroState } from "./state";
import type { Bearer, Tokens } from "./tokens";

/** Lets in calls with a live token, a connected tenant and the resource's scope. */
export function tenantGate(
  state: XeroState,
  clock: Clock,
  tokens: Tokens,
  books: (tenantId: string) => Books | undefined,
  committed: () => void,
): MiddlewareHandler<XeroEnv> {
  return async (c, next) => {
    const bearer = readBearer(c, clock, tokens);
    const tenantId = c.req.header("xero-tenant-id") ?? "";
    const isConnected = state.connections.some(
      (connection) => connection.tenantId === tenantId,
    );
    const found = isConnected ? books(tenantId) : undefined;
    if (!found) throw notConnected();
    const resource = c.req.path.split("/")[3] ?? "";
    if (!allows(bearer.scopes, c.req.method, resource))
      throw unauthorized("AuthorizationUnsuccessful", {
        "WWW-Authenticate": 'Bearer error="insufficient_scope"',
      });
    c.set("books", found);
    c.set("committed", committed);
    await next();
  };
}

export function readBearer(c: Context, clock: Clock, tokens: Tokens): Bearer {
  const token = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  const bearer = token === undefined ? undefined : tokens.read(token);
  if (!bearer)
    throw unauthorized("AuthenticationUnsuccessful", {
      "WWW-Authenticate": "Bearer",
    });
  if (bearer.expiresAt <= clock.now().getTime())
    throw unauthorized(
      `TokenExpired: token expired at ${expiryText(bearer.expiresAt)}`,
      { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    );
  return bearer;
}

/** `08/12/2022 07:00:40` */
function expiryText(instant: number): string {
  const [date = "", time = ""] = new Date(instant).toISOString().split("T");
  const [year, month, day] = date.split("-");
  return `${month}/${day}/${year} ${time.slice(0, 8)}`;
}
