import { addDays, type CalendarDate } from "../date/calendarDate";
import { paymentHabits, type PaymentHabits } from "../forecast/paymentHabits";
import {
  inBaseCurrency,
  openInvoices,
  paidInvoices,
  runningSchedules,
  type Receivables,
} from "../forecast/receivables";
import { remember } from "../transport/cache";
import type { Context } from "./context";

const HOUR = 3600;

/**
 * Sales invoices of which something is still to be paid, drafts included, and what repeating invoices will bill: one
 * call for each thousand invoices, and one.
 * @param wanted.currency the organisation's own, ISO 4217
 */
export async function readReceivables(
  { xero }: Pick<Context, "xero">,
  { currency, today }: { currency: string; today: CalendarDate },
): Promise<Receivables> {
  const [open, repeating] = await Promise.all([
    xero.openSalesInvoices(),
    xero.repeatingSalesInvoices(),
  ]);
  return inBaseCurrency(
    openInvoices(open, today),
    runningSchedules(repeating),
    currency,
  );
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
