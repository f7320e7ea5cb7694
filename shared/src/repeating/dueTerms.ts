import { addDays, endOfMonth, type CalendarDate } from "../date/calendarDate";
import { validation } from "../error/connectorError";
import type { InvoiceOptions } from "../invoice/options";

/** How Xero works out the due date of each invoice of a schedule. */
export interface DueTerms {
  days: number;
  type: "DAYSAFTERBILLDATE" | "DAYSAFTERBILLMONTH" | "OFFOLLOWINGMONTH";
}

/**
 * Xero's payment terms for a due rule. The end of the next month is the 31st of the following month, which Xero cuts to
 * the month's last day; it has no terms that count days from there.
 * @throws ConnectorError `validation` where Xero has no such terms
 */
export function dueTerms({
  dueInDays,
  dueRule,
}: Pick<InvoiceOptions, "dueInDays" | "dueRule">): DueTerms {
  if (dueInDays === undefined)
    throw validation(
      "Xero demands payment terms on repeating invoices. Fill in Due In Days.",
    );
  switch (dueRule) {
    case "days_after_invoice_date":
      return { days: dueInDays, type: "DAYSAFTERBILLDATE" };
    case "days_after_end_of_month":
      return { days: dueInDays, type: "DAYSAFTERBILLMONTH" };
    case "days_after_end_of_next_month":
      if (dueInDays === 0) return { days: 31, type: "OFFOLLOWINGMONTH" };
      throw validation(
        `Xero's repeating invoices cannot be due ${dueInDays} days after the end of the next month. Set Due In Days to 0, or count the days from another date.`,
      );
  }
}

/** The terms of a schedule that anybody may have set up in Xero. */
export interface StoredTerms {
  days: number;
  /** Xero's `DueDateType`. */
  type: string;
}

/** When an invoice of a schedule is due. A day of the month that the month lacks is its last one. */
export function scheduledDueDate(
  billedOn: CalendarDate,
  { days, type }: StoredTerms,
): CalendarDate {
  switch (type) {
    case "DAYSAFTERBILLMONTH":
    case "DAYSAFTERINVOICEMONTH":
      return addDays(endOfMonth(billedOn, 0), days);
    case "OFCURRENTMONTH":
      return dayOfMonth(billedOn, 0, days);
    case "OFFOLLOWINGMONTH":
      return dayOfMonth(billedOn, 1, days);
    default:
      return addDays(billedOn, days);
  }
}

function dayOfMonth(
  date: CalendarDate,
  monthsAhead: number,
  day: number,
): CalendarDate {
  const last = endOfMonth(date, monthsAhead);
  const wanted = addDays(`${last.slice(0, 7)}-01`, Math.max(day, 1) - 1);
  return wanted < last ? wanted : last;
}
