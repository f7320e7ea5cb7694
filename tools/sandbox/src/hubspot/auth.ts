import type { Context, MiddlewareHandler } from "hono";
import { missingScopes, unauthenticated } from "./errors";
import type { ObjectType } from "./objectTypes";
import type { Portal, ServiceKey } from "./types";

export type HubspotEnv = { Variables: { key: ServiceKey } };
export type HubspotContext = Context<HubspotEnv>;

/** Admits calls that carry a known service key, and remembers which. */
export function authenticate(portal: Portal): MiddlewareHandler<HubspotEnv> {
  return async (context, next) => {
    const header = context.req.header("authorization") ?? "";
    const token = /^Bearer (.+)$/i.exec(header)?.[1]?.trim();
    const key = portal.state.tokens.find((known) => known.token === token);
    if (!key) throw unauthenticated();
    context.set("key", key);
    await next();
  };
}

/** One of `scopes` is enough. */
export function requireScope(
  context: HubspotContext,
  ...scopes: string[]
): void {
  const granted = context.get("key").scopes;
  if (!scopes.some((scope) => granted.includes(scope))) {
    throw missingScopes(scopes);
  }
}

export function requireObjectScope(
  context: HubspotContext,
  type: ObjectType,
  access: "read" | "write",
): void {
  requireScope(context, `crm.objects.${type.scopeNoun}.${access}`);
}

/** HubSpot has no schema-writing scope for line items and products: only the old `e-commerce` covers them. */
export function requireSchemaScope(
  context: HubspotContext,
  type: ObjectType,
  access: "read" | "write",
): void {
  if (access === "read") {
    requireScope(
      context,
      `crm.schemas.${type.scopeNoun}.read`,
      `crm.objects.${type.scopeNoun}.read`,
    );
  } else if (["line_items", "products"].includes(type.scopeNoun)) {
    requireScope(context, "e-commerce");
  } else {
    requireScope(context, `crm.schemas.${type.scopeNoun}.write`);
  }
}
