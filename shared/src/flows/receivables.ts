import { addDays, type CalendarDate } from "../date/calendarDate";
import { paymentHabits, type PaymentHabits } from "../forecast/paymentHabits";
import type { OpenInvoice } from "../forecast/receipt";
import { openInvoices, paidInvoices } from "../forecast/receivables";
import { remember } from "../transport/cache";
import type { Context } from "./context";

const HOUR = 3600;

/** Sales invoices of which something is still to be paid, drafts included; one call for each thousand. */
export async function readOpenInvoices(
  { xero }: Pick<Context, "xero">,
  today: CalendarDate,
): Promise<OpenInvoice[]> {
  return openInvoices(await xero.openSalesInvoices(), today);
}

/** How late customers paid the invoices of the last year; kept for an hour, as it hardly changes. */
export function readPaymentHabits(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  today: CalendarDate,
): Promise<PaymentHabits> {
  return remember(cache, `payment-habits-${xero.tenantId}`, HOUR, async () =>
    paymentHabits(
      paidInvoices(await xero.paidSalesInvoices(historySince(today))),
    ),
  );
}

/** From when on invoices tell how their customers pay. */
export function historySince(today: CalendarDate): CalendarDate {
  return addDays(today, -365);
}
