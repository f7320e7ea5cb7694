import { dueDate } from "../../src/invoice/dueDate";

it.each([
  ["2026-11-23", 30, "days_after_invoice_date", "2026-12-23"],
  ["2026-11-23", 0, "days_after_invoice_date", "2026-11-23"],
  ["2028-02-01", 28, "days_after_invoice_date", "2028-02-29"],
  ["2026-11-23", 14, "days_after_end_of_month", "2026-12-14"],
  ["2026-11-30", 0, "days_after_end_of_month", "2026-11-30"],
  ["2026-11-23", 14, "days_after_end_of_next_month", "2027-01-14"],
  ["2026-01-31", 0, "days_after_end_of_next_month", "2026-02-28"],
  ["2028-01-31", 1, "days_after_end_of_next_month", "2028-03-01"],
] as const)(
  "an invoice of %s, %i %s, is due on %s",
  (date, days, rule, due) => {
    expect(dueDate(date, days, rule)).toBe(due);
  },
);
