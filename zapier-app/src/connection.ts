import type { Context } from "@hubspot-xero/shared/flows/context";
import { createHubspotClient } from "@hubspot-xero/shared/hubspot/client";
import type { Input } from "@hubspot-xero/shared/input/input";
import type { Cache } from "@hubspot-xero/shared/transport/cache";
import { createXeroClient } from "@hubspot-xero/shared/xero/client";
import type { Bundle, ZObject } from "zapier-platform-core";
import { inZapierTerms } from "./http/errors";
import { createSend } from "./http/send";
import { camelKeys, snakeKeys } from "./fields/keys";

type Job<Result> = (
  context: Context,
  input: Input,
  bundle: Bundle,
  z: ZObject,
) => Promise<Result>;

/**
 * A perform function around a flow of shared/: input under camelCase keys in, snake_case out, errors in Zapier's terms.
 */
export function perform<Result>(job: Job<Result>) {
  return inZapierTerms(async (z, bundle) => {
    const context = createContext(z, bundle);
    const input = camelKeys(bundle.inputData) as Input;
    return snakeKeys(await job(context, input, bundle, z)) as Result;
  });
}

/** Both vendors' clients for this connection and the organisation that the step names, else the connection's first. */
function createContext(z: ZObject, bundle: Bundle): Context {
  const send = createSend(z);
  const tenantId = String(
    bundle.inputData["organisation_id"] ||
      bundle.authData["organisation_id"] ||
      "",
  );
  return {
    hubspot: createHubspotClient({ send }),
    xero: createXeroClient({ send, tenantId }),
    cache: zapierCache(z, bundle),
    now: new Date().toISOString(),
    digest: (text) => z.hash("sha256", text),
  };
}

/**
 * Zapier's cache, kept apart for each connection and HubSpot key. It only saves calls, so a cache that fails is an
 * empty one.
 */
function zapierCache(z: ZObject, bundle: Bundle): Cache {
  const scope = ["user", "auth"] as const;
  const owner = z
    .hash("sha256", bundle.authData["hubspot_token"] ?? "")
    .slice(0, 12);
  // The types leave out the scope of `get`, which core sends on all the same.
  const cache = z.cache as unknown as {
    get(key: string, scope: readonly string[]): Promise<unknown>;
    set(
      key: string,
      value: unknown,
      ttl: number,
      scope: readonly string[],
    ): Promise<unknown>;
  };
  return {
    get: (key) => cache.get(`${owner}-${key}`, scope).catch(() => undefined),
    // Core refuses values that hold an undefined or the same object twice; plain JSON has neither.
    set: (key, value, ttl) =>
      cache
        .set(`${owner}-${key}`, JSON.parse(JSON.stringify(value)), ttl, scope)
        .catch(() => undefined),
  };
}
