import { dueTerms } from "../../src/repeating/dueTerms";
import { readRepeatingOptions } from "../../src/repeating/options";

const read = (input: object) =>
  readRepeatingOptions({ dueInDays: 30, ...input });

it.each([
  ["", "DRAFT", false],
  ["DRAFT", "DRAFT", false],
  ["AUTHORISED", "AUTHORISED", false],
  ["SENT", "AUTHORISED", true],
])("invoices as %j are %s, e-mailed: %s", (invoiceStatus, status, isSent) => {
  expect(read({ invoiceStatus })).toMatchObject({
    isSent,
    invoice: { status, sendEmail: isSent, oncePer: "deal" },
    pastStart: "refuse",
  });
});

it("an invoice that awaits approval is no choice of a schedule", () => {
  expect(() => read({ invoiceStatus: "SUBMITTED" })).toThrow(
    'Invoice Status is "SUBMITTED". Use one of: DRAFT, AUTHORISED, SENT.',
  );
});

it.each([
  [14, "days_after_invoice_date", { days: 14, type: "DAYSAFTERBILLDATE" }],
  [10, "days_after_end_of_month", { days: 10, type: "DAYSAFTERBILLMONTH" }],
  [0, "days_after_end_of_next_month", { days: 31, type: "OFFOLLOWINGMONTH" }],
] as const)("%i %s are terms of Xero's", (dueInDays, dueRule, terms) => {
  expect(dueTerms({ dueInDays, dueRule })).toEqual(terms);
});

it("days after the end of the next month are refused", () => {
  expect(() =>
    read({ dueInDays: 10, dueRule: "days_after_end_of_next_month" }),
  ).toThrow(
    "Xero's repeating invoices cannot be due 10 days after the end of the next month. Set Due In Days to 0, or count the days from another date.",
  );
});

it("without payment terms it is refused, drafts too", () => {
  expect(() => read({ dueInDays: "" })).toThrow(
    "Xero demands payment terms on repeating invoices. Fill in Due In Days.",
  );
});
