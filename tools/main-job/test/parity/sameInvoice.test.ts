import fc from "fast-check";
import { createInvoiceFromDeal } from "@hubspot-xero/shared/flows/createInvoiceFromDeal";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { DEPTH } from "../depth";
import { records, step } from "./arbitraryDeal";
import { sorted, viaFlow, viaScenario, type Step } from "./sameRun";
import type { Records, Vendors } from "./vendors";

const viaZapier = (given: Records, input: Step) =>
  viaFlow(given, (context) =>
    createInvoiceFromDeal(
      context,
      given.deal.id,
      readDealInvoiceOptions(input),
    ),
  );

const viaMake = (given: Records, { reference, ...input }: Step) =>
  viaScenario(given, { reference }, { module: "createInvoiceFromDeal", input });

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
