import { addDays, endOfMonth, type CalendarDate } from "../date/calendarDate";

/** From which day the days until payment are counted. */
export type DueRule =
  | "days_after_invoice_date"
  | "days_after_end_of_month"
  | "days_after_end_of_next_month";

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
