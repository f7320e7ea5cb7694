import type { CalendarDate } from "../date/calendarDate";
import { dateForWhere } from "../text/text";

/** What is asked for sales invoices of which something is still to be paid, drafts included; without their lines. */
export const OPEN_SALES_INVOICES = {
  where: 'Type=="ACCREC"',
  Statuses: "DRAFT,SUBMITTED,AUTHORISED",
  order: "DueDate ASC",
  summaryOnly: true,
} as const;

/** What is asked for paid sales invoices dated on this day or later, the newest first; without their lines. */
export function paidSalesInvoices(since: CalendarDate) {
  return {
    where: `Type=="ACCREC" AND Status=="PAID" AND Date>=${dateForWhere(since)}`,
    order: "Date DESC",
    summaryOnly: true,
  } as const;
}

/** What is asked for every repeating sales invoice, ended ones included; Xero does not page them. */
export const REPEATING_SALES_INVOICES = { where: 'Type=="ACCREC"' } as const;
