import { addDays, endOfMonth, type CalendarDate } from "../date/calendarDate";
import { choice, type Input } from "../input/input";

const DUE_RULES = [
  "days_after_invoice_date",
  "days_after_end_of_month",
  "days_after_end_of_next_month",
] as const;

/** From which day the days until payment are counted. */
export type DueRule = (typeof DUE_RULES)[number];

/** The user's rule; from the invoice date unless they chose another. */
export function readDueRule(input: Input): DueRule {
  return choice(input, "dueRule", DUE_RULES, "days_after_invoice_date");
}

/** The due date `days` days after the invoice date, the end of its month, or the end of the month after. */
export function dueDate(
  date: CalendarDate,
  days: number,
  rule: DueRule,
): CalendarDate {
  switch (rule) {
    case "days_after_invoice_date":
      return addDays(date, days);
    case "days_after_end_of_month":
      return addDays(endOfMonth(date, 0), days);
    case "days_after_end_of_next_month":
      return addDays(endOfMonth(date, 1), days);
  }
}
