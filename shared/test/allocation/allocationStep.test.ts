import { readAllocationStep } from "../../src/allocation/allocationStep";

/** Half past midnight on the 23rd in Auckland. */
const CLOCK = { now: "2026-11-22T11:30:00.000Z", timeZone: "Pacific/Auckland" };
const INPUT = {
  creditType: "overpayment",
  creditId: " over-1 ",
  invoiceId: "INV-0042",
};
const read = (changes: object = {}) =>
  readAllocationStep({ ...INPUT, ...changes }, CLOCK);

it("dates the allocation today in the account's zone, and leaves the amount to both sides", () => {
  expect(read()).toEqual({
    type: "overpayment",
    creditId: "over-1",
    invoiceId: "INV-0042",
    amount: undefined,
    date: "2026-11-23",
  });
});

it.each([
  ["2026-11-20", "2026-11-20"],
  ["2026-11-20T00:00:00", "2026-11-20"],
  // Already the next day there.
  ["2026-11-20T12:00:00Z", "2026-11-21"],
])("takes %s as %s", (date, day) => {
  expect(read({ amount: "60.50", date })).toMatchObject({
    amount: "60.5",
    date: day,
  });
});

it.each<[fields: object, message: string]>([
  [{ creditType: "" }, "Credit Type is empty. Map or choose a value for it."],
  [
    { creditType: "payment" },
    'Credit Type is "payment". Use one of: credit_note, overpayment, prepayment.',
  ],
  [{ creditId: " " }, "Credit is empty. Map or choose a value for it."],
  [{ invoiceId: null }, "Invoice is empty. Map or choose a value for it."],
  [
    { amount: "0.00" },
    "Amount is 0.00. Use an amount above zero, or leave it empty to set as much against the invoice as both allow.",
  ],
  [
    { amount: -5 },
    "Amount is -5.00. Use an amount above zero, or leave it empty to set as much against the invoice as both allow.",
  ],
  [
    { amount: "1.005" },
    'Amount is not usable: "1.005" has more than 2 decimals.',
  ],
  [{ date: "soon" }, 'Date "soon" is not a date. Use YYYY-MM-DD.'],
])("%j is refused", (fields, message) => {
  expect(() => read(fields)).toThrow(
    expect.objectContaining({ kind: "validation", message }),
  );
});
