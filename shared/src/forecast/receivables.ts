import { addDays, type CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import { compare, ZERO } from "../money/decimal";
import { readAmount } from "../xero/readAmount";
import type { XeroInvoice } from "../xero/wire";
import type { PaidInvoice } from "./paymentHabits";
import type { OpenInvoice } from "./receipt";

/** Those of which something is still to be paid, drafts included. */
export function openInvoices(
  wires: readonly XeroInvoice[],
  today: CalendarDate,
): OpenInvoice[] {
  return wires.flatMap((wire) => {
    const invoice = openInvoice(wire, today);
    return compare(invoice.amountDue, ZERO) > 0 ? [invoice] : [];
  });
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

/** Those that customers paid: one that was settled by credits alone says nothing of how its customer pays. */
export function paidInvoices(wires: readonly XeroInvoice[]): PaidInvoice[] {
  return wires.flatMap(({ Contact, DueDate, FullyPaidOnDate, AmountPaid }) => {
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
  });
}
