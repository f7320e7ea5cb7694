import { forecastRevenue } from "../../src/forecast/forecastRevenue";
import type { PaymentHabits } from "../../src/forecast/paymentHabits";
import type {
  BillingTerms,
  OpenDeal,
  OpenInvoice,
} from "../../src/forecast/receipt";
import type { RunningSchedule } from "../../src/forecast/repeatingReceipts";
import type { LineItem } from "../../src/deal/lineItem";
import type { Decimal } from "../../src/money/decimal";

const TERMS: BillingTerms = {
  dueInDays: 30,
  dueRule: "days_after_invoice_date",
  taxPercent: 0,
};
/** Everybody pays ten days late, sharp. */
const habits: PaymentHabits = {
  invoices: 0,
  mean: 10,
  customers: {},
  deviations: [],
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
  repeating: RunningSchedule[] = [],
) =>
  forecastRevenue({
    deals,
    invoices,
    repeating,
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

it("gives a range of what many independent payments come to, wide enough for what no chance tells of", () => {
  const deals = Array.from({ length: 100 }, (_, index) =>
    deal({
      id: String(index),
      amount: amount("100"),
      probability: 0.5,
      closeDate: "2026-07-15",
    }),
  );
  const [, august] = forecast(deals);
  // Of 100 throws with 0.49 each, 42 to 56 succeed in the middle 86 %; 25 steps wide at most.
  expect(august?.low).toBeGreaterThanOrEqual(4100);
  expect(august?.low).toBeLessThanOrEqual(4250);
  expect(august?.high).toBeGreaterThanOrEqual(5600);
  expect(august?.high).toBeLessThanOrEqual(5750);
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

it("expects what repeating invoices will bill, as late as its customer pays, until they end", () => {
  const care: RunningSchedule = {
    id: "r",
    total: amount("500"),
    rate: 1,
    schedule: { unit: "MONTHLY", every: 1, start: "2026-05-31" },
    next: "2026-07-31",
    end: "2026-08-31",
    terms: { days: 14, type: "DAYSAFTERBILLDATE" },
  };
  const months = forecast([], [], TERMS, [care]);
  // Billed on July 31st and August 31st, due a fortnight later, paid on August 24th and September 24th.
  expect(months.map(({ asDue }) => asDue)).toEqual([0, 500, 500, 0]);
  expect(months.map(({ fromRepeating }) => fromRepeating)).toEqual([
    0,
    expect.closeTo(490, -1),
    expect.closeTo(490, -1),
    expect.closeTo(5, -1),
  ]);
  expect(months[1]).toMatchObject({ fromInvoices: 0, fromDeals: 0 });
});

it("expects nobody's payment before there is an invoice, however early he pays, and loses none of it", () => {
  const early = { ...habits, mean: -40 };
  const months = forecastRevenue({
    deals: [deal({ amount: amount("1000"), closeDate: "2026-07-20" })],
    invoices: [],
    habits: early,
    terms: TERMS,
    today: "2026-07-10",
    months: 12,
  });
  const all = months.reduce((sum, { expected }) => sum + expected, 0);
  // Stragglers are all that such a habit leaves behind July 20th; half of them pay within 60 days.
  expect(months[0]?.expected).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(800);
  expect(all).toBeLessThanOrEqual(1000);
});

it("takes a line that takes something off from what is billed on its day, and never less than all of it", () => {
  const discounted = deal({
    lines: [
      line("2500"),
      line("-500"),
      line("-100", { frequency: "monthly", numberOfPayments: "3" }),
    ],
  });
  const months = forecast([discounted]);
  expect(months.map(({ asDue }) => asDue)).toEqual([0, 1900, 0, 0]);
  for (const { low, high, expected } of months)
    expect([low, high, expected].every((figure) => figure >= 0)).toBe(true);
  const [july] = forecast([deal({ amount: amount("-300") })]);
  expect(july).toMatchObject({ expected: 0, low: 0, high: 0, pipeline: -300 });
});

it("counts a deal of 0 % as nothing, and one of 100 % as certain", () => {
  const of = (probability: number) =>
    forecast([deal({ amount: amount("1000"), probability })])[1];
  expect(of(0)).toMatchObject({ expected: 0, low: 0, high: 0 });
  expect(of(1)).toMatchObject({ expected: nearly(980), low: 1000, high: 1000 });
});

it("expects ever less of debts that nobody pays", () => {
  const owed = (dueDate: string) =>
    forecast([], [invoice("a", "1000", dueDate)])[1]?.expected ?? 0;
  // 81 and 720 days behind the habit; of stragglers 60 / (60 + days) are left.
  expect(owed("2026-04-10")).toBeCloseTo(
    (1000 * (60 / 163 - 60 / 194)) / (60 / 141),
    2,
  );
  expect(owed("2024-07-10")).toBeCloseTo(
    (1000 * (60 / 802 - 60 / 833)) / (60 / 780),
    2,
  );
  expect(owed("1926-07-10")).toBeLessThan(2);
  expect(owed("1926-07-10")).toBeGreaterThanOrEqual(0);
});

it("keeps the last day of a month and the first of the next apart", () => {
  const due = (date: string) =>
    forecast([], [invoice("a", "1000", date)]).map(({ asDue }) => asDue);
  expect(due("2026-07-31")).toEqual([1000, 0, 0, 0]);
  expect(due("2026-08-01")).toEqual([0, 1000, 0, 0]);
  expect(due("2026-11-01")).toEqual([0, 0, 0, 0]);
});

it("refuses a schedule that cannot be read", () => {
  const odd = deal({ lines: [line("1000", { frequency: "daily" })] });
  expect(() => forecast([odd])).toThrow(/Deal "Website", line "Care"/);
});
