import { createHash } from "node:crypto";
import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import type { Context } from "@hubspot-xero/shared/flows/context";
import { createHubspotClient } from "@hubspot-xero/shared/hubspot/client";
import { createMemoryCache } from "@hubspot-xero/shared/transport/cache";
import { createXeroClient } from "@hubspot-xero/shared/xero/client";
import { MAKE_TREE } from "../../src/make";
import { ACCOUNT, TENANT, Vendors, type Records } from "./vendors";

const NOW = new Date("2026-11-23T20:30:00Z");

/** A step's input as a user filled it in. */
export type Step = Record<string, unknown>;

/** A connection of the Make app, to a vendor in memory. */
const connection = (type: string, service: string, data: object) => ({
  type,
  parameters: { serviceKey: "key" },
  data: { service, apiBase: `https://${service}.example`, ...data },
});

/** JSON with its keys in order. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** What a Zapier action runs, a flow of shared/, on vendors that hold these records. */
export async function viaFlow(
  given: Records,
  flow: (context: Context) => Promise<unknown>,
): Promise<Vendors> {
  const vendors = new Vendors(given);
  const { send } = vendors;
  await flow({
    hubspot: createHubspotClient({ send }),
    xero: createXeroClient({ send, tenantId: TENANT }),
    cache: createMemoryCache(() => NOW.getTime()),
    now: NOW.toISOString(),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
  });
  return vendors;
}

let vendors: Vendors;
const app = openApp(loadTree(MAKE_TREE), {
  send: (call) => vendors.makeSend(call),
  now: () => NOW,
  timezone: "Pacific/Auckland",
});

/**
 * What a Make scenario runs: the deal's module, then the one that bills it.
 * @param read what the deal's module is told beside the deal
 */
export async function viaScenario(
  given: Records,
  read: Step,
  bill: { module: string; input: Step },
): Promise<Vendors> {
  vendors = new Vendors(given);
  const { bundles } = await app.runModule(
    "getDealForBilling",
    { dealId: given.deal.id, ...read },
    { connection: connection("hubspotServiceKey", "hubspot", ACCOUNT) },
  );
  const { billing } = bundles[0] as { billing: unknown };
  // As a scenario hands it from module to module.
  const handed: unknown = JSON.parse(JSON.stringify(billing));
  await app.runModule(
    bill.module,
    { organisationId: TENANT, billing: handed, ...bill.input },
    {
      connection: connection("xeroOauth", "xero", {
        accessToken: "token",
        expires: new Date("2099-01-01"),
      }),
    },
  );
  return vendors;
}
