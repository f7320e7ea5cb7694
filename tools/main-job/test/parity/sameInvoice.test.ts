import { createHash } from "node:crypto";
import fc from "fast-check";
import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import type { Send } from "@hubspot-xero/make-runner/run/transport/httpCall";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import { createInvoiceFromDeal } from "@hubspot-xero/shared/flows/createInvoiceFromDeal";
import { createHubspotClient } from "@hubspot-xero/shared/hubspot/client";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { createMemoryCache } from "@hubspot-xero/shared/transport/cache";
import { createXeroClient } from "@hubspot-xero/shared/xero/client";
import { MAKE_TREE } from "../../src/make";
import { DEPTH } from "../depth";
import { records, step } from "./arbitraryDeal";
import { connection, sorted, type Step } from "./sameRun";
import { ACCOUNT, TENANT, Vendors, type Records } from "./vendors";

const NOW = new Date("2026-11-23T20:30:00Z");

/** What the Zapier action runs: the flow of shared/. */
async function viaZapier(given: Records, input: Step): Promise<Vendors> {
  const vendors = new Vendors(given);
  const { send } = vendors;
  const context = {
    hubspot: createHubspotClient({ send }),
    xero: createXeroClient({ send, tenantId: TENANT }),
    cache: createMemoryCache(() => NOW.getTime()),
    now: NOW.toISOString(),
    digest: (text: string) => createHash("sha256").update(text).digest("hex"),
  };
  await createInvoiceFromDeal(
    context,
    given.deal.id,
    readDealInvoiceOptions(input),
  );
  return vendors;
}

let vendors: Vendors;
const app = openApp(loadTree(MAKE_TREE), {
  send: ((call) => vendors.makeSend(call)) satisfies Send,
  now: () => NOW,
  timezone: "Pacific/Auckland",
});

/** What the Make scenario runs: the deal's module, then the invoice's. */
async function viaMake(
  given: Records,
  { reference, ...input }: Step,
): Promise<Vendors> {
  vendors = new Vendors(given);
  const { bundles } = await app.runModule(
    "getDealForBilling",
    { dealId: given.deal.id, reference },
    { connection: connection("hubspotServiceKey", "hubspot", ACCOUNT) },
  );
  const { billing } = bundles[0] as { billing: unknown };
  // As a scenario hands it from module to module.
  const handed: unknown = JSON.parse(JSON.stringify(billing));
  await app.runModule(
    "createInvoiceFromDeal",
    { organisationId: TENANT, billing: handed, ...input },
    {
      connection: connection("xeroOauth", "xero", {
        accessToken: "token",
        expires: new Date("2099-01-01"),
      }),
    },
  );
  return vendors;
}

type Outcome = { bodies: unknown[] } | { refused: string };

const outcome = (run: Promise<Vendors>): Promise<Outcome> =>
  run.then(
    ({ invoices }) => ({ bodies: invoices }),
    (error: Error) => ({ refused: error.message }),
  );

const DEALS = 500 * DEPTH;

it(
  `${DEALS} deals: both paths send Xero the same invoice, or both refuse`,
  async () => {
    const seen = { sent: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(records, step, async (given, input) => {
        const zapier = await outcome(viaZapier(given, input));
        const make = await outcome(viaMake(given, input));
        if ("refused" in zapier || "refused" in make) {
          expect([zapier, make]).toEqual([
            { refused: expect.any(String) },
            { refused: expect.any(String) },
          ]);
          seen.refused += 1;
          return;
        }
        expect(zapier.bodies).toHaveLength(1);
        expect(sorted(make.bodies)).toBe(sorted(zapier.bodies));
        seen.sent += 1;
      }),
      { numRuns: DEALS },
    );
    // Neither outcome may be rare: else the property says little.
    expect(seen.sent).toBeGreaterThan(DEALS / 5);
    expect(seen.refused).toBeGreaterThan(DEALS / 10);
  },
  120_000 * DEPTH,
);
