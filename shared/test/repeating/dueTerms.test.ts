import { scheduledDueDate } from "../../src/repeating/dueTerms";

it.each([
  ["DAYSAFTERBILLDATE", 14, "2026-02-14"],
  ["DAYSAFTERINVOICEDATE", 14, "2026-02-14"],
  ["DAYSAFTERBILLMONTH", 5, "2026-02-05"],
  ["DAYSAFTERINVOICEMONTH", 5, "2026-02-05"],
  ["OFCURRENTMONTH", 31, "2026-01-31"],
  ["OFFOLLOWINGMONTH", 20, "2026-02-20"],
  ["OFFOLLOWINGMONTH", 31, "2026-02-28"],
])(
  "an invoice of January 31st with the terms %s %i is due on %s",
  (type, days, due) => {
    expect(scheduledDueDate("2026-01-31", { days, type })).toBe(due);
  },
);
