import {
  inBaseCurrency,
  openInvoices,
  runningSchedules,
} from "../../src/forecast/receivables";

const date = (day: string) => `/Date(${Date.parse(day)}+0000)/`;
const invoice = (more: object = {}) => ({
  InvoiceID: "i",
  Status: "AUTHORISED",
  CurrencyCode: "GBP",
  CurrencyRate: 1,
  Total: 120,
  AmountDue: 100,
  DueDate: date("2026-07-20"),
  Contact: { ContactID: "c" },
  ...more,
});
const repeating = (more: object = {}, schedule: object = {}) => ({
  RepeatingInvoiceID: "r",
  Status: "AUTHORISED",
  CurrencyCode: "GBP",
  Total: 600,
  Contact: { ContactID: "c" },
  Schedule: {
    Unit: "MONTHLY",
    Period: 1,
    StartDate: date("2026-01-31"),
    NextScheduledDate: date("2026-07-31"),
    DueDate: 14,
    DueDateType: "DAYSAFTERBILLDATE",
    ...schedule,
  },
  ...more,
});
const read = (
  open: ReturnType<typeof invoice>[],
  templates: ReturnType<typeof repeating>[] = [],
) =>
  inBaseCurrency(
    openInvoices(open as never, "2026-07-10"),
    runningSchedules(templates as never),
    "GBP",
  );

it("takes what is due of an approved invoice, and all of a draft, in a month where it has no date", () => {
  const draft = { Status: "DRAFT", DueDate: undefined };
  expect(read([invoice(), invoice(draft)]).invoices).toEqual([
    {
      id: "i",
      amountDue: "100",
      rate: 1,
      dueDate: "2026-07-20",
      contactId: "c",
    },
    {
      id: "i",
      amountDue: "120",
      rate: 1,
      dueDate: "2026-08-09",
      contactId: "c",
    },
  ]);
});

it("leaves out what has nothing due", () => {
  expect(read([invoice({ AmountDue: 0 })]).invoices).toEqual([]);
});

it("converts by the rate of each invoice, and a repeating invoice by that of an open one in its currency", () => {
  const dollars = { CurrencyCode: "USD", CurrencyRate: 1.25 };
  const found = read([invoice(dollars)], [repeating({ CurrencyCode: "USD" })]);
  // A pound costs 1.25 dollars.
  expect(found.invoices).toMatchObject([{ rate: 0.8 }]);
  expect(found.repeating).toMatchObject([{ rate: 0.8 }]);
  expect(found.notes).toEqual([]);
});

it("leaves out what no rate is known of and says so once, instead of taking a dollar for a pound", () => {
  const unpriced = { CurrencyCode: "USD", CurrencyRate: undefined };
  expect(
    read(
      [invoice(unpriced), invoice({ ...unpriced, CurrencyRate: 0 })],
      [repeating({ CurrencyCode: "USD" })],
    ),
  ).toEqual({
    invoices: [],
    repeating: [],
    notes: [
      "Invoices in USD are left out: no open invoice in Xero tells what USD is worth in GBP.",
    ],
  });
});

it("takes from a repeating invoice what it bills, when, and when that is due", () => {
  expect(read([], [repeating()]).repeating).toEqual([
    {
      id: "r",
      total: "600",
      rate: 1,
      schedule: { unit: "MONTHLY", every: 1, start: "2026-01-31" },
      next: "2026-07-31",
      end: undefined,
      terms: { days: 14, type: "DAYSAFTERBILLDATE" },
      contactId: "c",
    },
  ]);
});

it.each([
  ["was ended", repeating({ Status: "DELETED" })],
  ["is at its end", repeating({}, { NextScheduledDate: undefined })],
  ["bills nothing", repeating({ Total: 0 })],
  ["has a rhythm that never moves on", repeating({}, { Period: 0 })],
])("expects nothing of a repeating invoice that %s", (_, template) => {
  expect(read([], [template]).repeating).toEqual([]);
});
