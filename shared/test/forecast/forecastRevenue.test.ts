import { forecastRevenue } from "../../src/forecast/forecastRevenue";
import { paymentHabits } from "../../src/forecast/paymentHabits";
import type {
  BillingTerms,
  OpenDeal,
  OpenInvoice,
} from "../../src/forecast/receipt";
import type { LineItem } from "../../src/deal/lineItem";
import type { Decimal } from "../../src/money/decimal";

const TERMS: BillingTerms = {
  dueInDays: 30,
  dueRule: "days_after_invoice_date",
  taxPercent: 0,
};
/** Everybody pays ten days late, sharp. */
const habits = {
  ...paymentHabits([]),
  mean: 10,
};
const amount = (text: string) => text as Decimal;
const invoice = (
  id: string,
  amountDue: string,
  dueDate: string,
): OpenInvoice => ({ id, amountDue: amount(amountDue), rate: 1, dueDate });
const deal = (given: Partial<OpenDeal>): OpenDeal => ({
  id: "1",
  name: "Website",
  rate: 1,
  probability: 1,
  closeDate: "2026-07-01",
  lines: [],
  ...given,
});
const line = (netAmount: string, recurring?: LineItem["recurring"]) =>
  ({ name: "Care", netAmount: amount(netAmount), recurring }) as LineItem;
const forecast = (
  deals: OpenDeal[],
  invoices: OpenInvoice[] = [],
  terms = TERMS,
) =>
  forecastRevenue({
    deals,
    invoices,
    habits,
    terms,
    today: "2026-07-10",
    months: 4,
  });
/** But for the two in a hundred that come later than anybody's habit. */
const nearly = (value: number) => expect.closeTo(value, -2);

it("expects an invoice when its customer pays, not when it is due", () => {
  const [july, august] = forecast([], [invoice("a", "10000", "2026-07-25")]);
  expect(july).toMatchObject({ month: "2026-07", expected: 0, asDue: 10000 });
  expect(august).toMatchObject({
    month: "2026-08",
    expected: nearly(9900),
    fromInvoices: nearly(9900),
    fromDeals: 0,
    asDue: 0,
    pipeline: 0,
  });
});

it("weighs a deal by its probability, invoices it when it closes and adds tax", () => {
  const website = deal({
    amount: amount("10000"),
    probability: 0.5,
    closeDate: "2026-07-20",
  });
  const [july, august] = forecast([website], [], { ...TERMS, taxPercent: 20 });
  expect(july).toMatchObject({ expected: 0, pipeline: 5000 });
  // Due on August 19th, paid on the 29th: half of 12,000.
  expect(august).toMatchObject({ expected: nearly(5900), asDue: 6000 });
  expect(august).toMatchObject({ low: 0, high: 12000 });
});

it("takes a deal whose close date is past as though it closed today", () => {
  const [july, august] = forecast([
    deal({ amount: amount("1000"), closeDate: "2026-03-01" }),
  ]);
  expect(july?.pipeline).toBe(1000);
  expect(august?.asDue).toBe(1000);
});

it("spreads recurring lines over their term, payment by payment", () => {
  const retainer = deal({
    closeDate: "2026-07-15",
    lines: [
      line("2500"),
      line("1000", { frequency: "monthly", period: "P2M" }),
    ],
  });
  expect(forecast([retainer]).map(({ asDue }) => asDue)).toEqual([
    0, 3500, 1000, 0,
  ]);
});

it("reckons in one currency", () => {
  const [, august] = forecast([
    deal({ amount: amount("1000"), rate: 0.8, closeDate: "2026-07-15" }),
  ]);
  expect(august?.asDue).toBe(800);
});

it("gives a range within which the sum of many independent payments lies in eight of ten cases", () => {
  const deals = Array.from({ length: 100 }, (_, index) =>
    deal({
      id: String(index),
      amount: amount("100"),
      probability: 0.5,
      closeDate: "2026-07-15",
    }),
  );
  const [, august] = forecast(deals);
  // Of 100 throws with 0.49 each, 43 to 55 succeed in the middle 80 %; 25 steps wide at most.
  expect(august?.low).toBeGreaterThanOrEqual(4200);
  expect(august?.low).toBeLessThanOrEqual(4350);
  expect(august?.high).toBeGreaterThanOrEqual(5500);
  expect(august?.high).toBeLessThanOrEqual(5650);
});

it("knows that the payments of one deal come together or not at all", () => {
  const weekly = deal({
    probability: 0.5,
    closeDate: "2026-07-10",
    lines: [line("1000", { frequency: "weekly", numberOfPayments: "3" })],
  });
  const [, august] = forecast([weekly]);
  expect(august?.low).toBe(0);
  // Due on August 9th, 16th and 23rd, paid ten days later: two in August, the third on September 2nd.
  expect(august?.high).toBe(2000);
});

it("refuses a schedule that cannot be read", () => {
  const odd = deal({ lines: [line("1000", { frequency: "daily" })] });
  expect(() => forecast([odd])).toThrow(/Deal "Website", line "Care"/);
});
