import { addDays, type CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import type { OpenInvoice } from "../forecast/receipt";
import { paymentHabits, type PaymentHabits } from "../forecast/paymentHabits";
import { compare, ZERO } from "../money/decimal";
import { remember } from "../transport/cache";
import { readAmount } from "../xero/readAmount";
import type { XeroInvoice } from "../xero/wire";
import type { Context } from "./context";

const HOUR = 3600;

/** Sales invoices of which something is still to be paid, drafts included; one call for each thousand. */
export async function readOpenInvoices(
  { xero }: Pick<Context, "xero">,
  today: CalendarDate,
): Promise<OpenInvoice[]> {
  return (await xero.openSalesInvoices()).flatMap((wire) => {
    const invoice = openInvoice(wire, today);
    return compare(invoice.amountDue, ZERO) > 0 ? [invoice] : [];
  });
}

/** How late customers paid the invoices of the last year; kept for an hour, as it hardly changes. */
export function readPaymentHabits(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  today: CalendarDate,
): Promise<PaymentHabits> {
  const since = addDays(today, -365);
  return remember(cache, `payment-habits-${xero.tenantId}`, HOUR, async () =>
    paymentHabits((await xero.paidSalesInvoices(since)).flatMap(paidInvoice)),
  );
}

/** A draft has no due date yet, and nothing is due of it before it is approved. */
function openInvoice(wire: XeroInvoice, today: CalendarDate): OpenInvoice {
  const isDraft = wire.Status === "DRAFT" || wire.Status === "SUBMITTED";
  return {
    id: wire.InvoiceID ?? "",
    amountDue: readAmount(isDraft ? wire.Total : wire.AmountDue),
    // Xero's rate is what one unit of the base currency costs.
    rate: 1 / (wire.CurrencyRate || 1),
    dueDate: wire.DueDate ? readXeroDate(wire.DueDate) : addDays(today, 30),
    contactId: wire.Contact?.ContactID,
  };
}

/** One that was settled by credits alone says nothing of how its customer pays. */
function paidInvoice({
  Contact,
  DueDate,
  FullyPaidOnDate,
  AmountPaid,
}: XeroInvoice) {
  const contactId = Contact?.ContactID;
  return contactId && DueDate && FullyPaidOnDate && AmountPaid
    ? [
        {
          contactId,
          dueDate: readXeroDate(DueDate),
          paidOn: readXeroDate(FullyPaidOnDate),
        },
      ]
    : [];
}
