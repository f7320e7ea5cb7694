import fc from "fast-check";
import { createRepeatingFromDeal } from "@hubspot-xero/shared/flows/createRepeatingFromDeal";
import { readRepeatingOptions } from "@hubspot-xero/shared/repeating/options";
import { records, step } from "./arbitraryDeal";
import { sorted, viaFlow, viaScenario, type Step } from "./sameRun";
import type { Records, Vendors } from "./vendors";

/** What HubSpot holds of a line that is billed again and again; most are well kept. */
const schedule = fc.record(
  {
    recurringbillingfrequency: fc.constantFrom(
      ...["weekly", "biweekly", "monthly", "monthly", "quarterly"],
      ...["per_six_months", "annually", "per_two_years"],
    ),
    hs_recurring_billing_start_date: fc.constantFrom(
      ...["2026-11-24", "2026-12-01", "2026-12-31", "2027-02-28", "2026-10-05"],
    ),
    hs_recurring_billing_number_of_payments: fc.constantFrom("1", "3", "12"),
    hs_recurring_billing_period: fc.constantFrom("P24M", "P2Y", "P4Y", "P52W"),
    hs_billing_start_delay_days: fc.constantFrom("0", "10"),
  },
  { requiredKeys: ["recurringbillingfrequency"] },
);

/** Deals of which about three lines in four recur. */
const retainers: fc.Arbitrary<Records> = fc
  .tuple(
    records,
    fc.array(fc.option(schedule, { freq: 4, nil: undefined }), {
      minLength: 6,
      maxLength: 6,
    }),
  )
  .map(([given, schedules]) => ({
    ...given,
    lines: given.lines.map((line, index) => ({
      ...line,
      properties: { ...line.properties, ...schedules[index] },
    })),
  }));

const repeatingStep = fc
  .tuple(
    step,
    fc.record({
      invoiceStatus: fc.constantFrom("DRAFT", "AUTHORISED", "SENT"),
      // What is refused of these is the other property's to tell.
      accountCode: fc.constant("200"),
      taxType: fc.constant("OUTPUT2"),
      pastStart: fc.constantFrom("refuse", "bill_past", "from_next"),
    }),
  )
  .map(([common, own]) => ({ ...common, ...own }));

const viaZapier = (given: Records, input: Step) =>
  viaFlow(given, (context) =>
    createRepeatingFromDeal(
      context,
      given.deal.id,
      readRepeatingOptions(input),
    ),
  );

const viaMake = (given: Records, { reference, ...input }: Step) =>
  viaScenario(
    given,
    { reference, repeating: true },
    { module: "createRepeatingInvoice", input },
  );

type Outcome =
  { invoices: unknown[]; repeating: unknown[] } | { refused: true };

const outcome = (run: Promise<Vendors>): Promise<Outcome> =>
  run.then(
    ({ invoices, repeating }) => ({ invoices, repeating }),
    () => ({ refused: true }),
  );

it("120 retainers: both paths send Xero the same repeating invoices and the same invoice, or both refuse", async () => {
  const seen = { sent: 0, mixed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(retainers, repeatingStep, async (given, input) => {
      const zapier = await outcome(viaZapier(given, input));
      const make = await outcome(viaMake(given, input));
      expect(sorted(make)).toBe(sorted(zapier));
      if ("refused" in zapier) seen.refused += 1;
      else {
        expect(zapier.repeating.length).toBeGreaterThan(0);
        seen.sent += 1;
        seen.mixed += zapier.invoices.length;
      }
    }),
    { numRuns: 120 },
  );
  // None may be rare: else the property says little.
  expect(seen.sent).toBeGreaterThan(10);
  expect(seen.mixed).toBeGreaterThan(2);
  expect(seen.refused).toBeGreaterThan(10);
}, 120_000);
