import type { Context } from "../../src/flows/context";
import { createHubspotClient } from "../../src/hubspot/client";
import { createMemoryCache } from "../../src/transport/cache";
import { createXeroClient } from "../../src/xero/client";
import { account, settings } from "../builders";
import type { Script } from "../scriptedSend";

export const TENANT = "tenant-1";

/** A context whose cache knows the slow-moving facts, as it does after a first run. It is 00:30 on 23 November in Auckland. */
export async function warmContext(
  script: Script,
  entries: Record<string, unknown> = {},
): Promise<Context> {
  const cache = createMemoryCache(Date.now);
  const known = {
    "hubspot-account": account,
    [`xero-settings-${TENANT}`]: settings(),
    [`xero-currencies-${TENANT}`]: ["GBP", "EUR"],
    [`xero-items-${TENANT}`]: { items: {}, unknown: [] },
    ...entries,
  };
  for (const [key, value] of Object.entries(known))
    await cache.set(key, value, 3600);
  return {
    hubspot: createHubspotClient(script),
    xero: createXeroClient({ send: script.send, tenantId: TENANT }),
    cache,
    now: "2026-11-22T11:30:00.000Z",
    digest: (text) => `digest of ${text}`.slice(0, 64),
  };
}
