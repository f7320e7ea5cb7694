import type { CalendarDate } from "../date/calendarDate";
import type { StoredInvoice } from "../invoice/readInvoice";
import { compare, format, ZERO } from "../money/decimal";

/** What a deal shows of its invoice. `not sent` is one that waits for approval. */
export type BillingState =
  | "draft"
  | "not sent"
  | "awaiting payment"
  | "part paid"
  | "overdue"
  | "paid"
  | "credited"
  | "voided";

/** @param today in the account's time zone: an invoice is overdue from the day after its due date */
export function billingState(
  invoice: Pick<
    StoredInvoice,
    "status" | "dueDate" | "amountPaid" | "amountCredited"
  >,
  today: CalendarDate,
): BillingState {
  const isPaid = compare(invoice.amountPaid, ZERO) > 0;
  const isCredited = compare(invoice.amountCredited, ZERO) > 0;
  switch (invoice.status) {
    case "DRAFT":
      return "draft";
    case "SUBMITTED":
      return "not sent";
    case "PAID":
      return isCredited && !isPaid ? "credited" : "paid";
    case "VOIDED":
    case "DELETED":
      return "voided";
  }
  if (invoice.dueDate && invoice.dueDate < today) return "overdue";
  return isPaid || isCredited ? "part paid" : "awaiting payment";
}

/** Xero's status behind a state that a deal shows. */
export function xeroStatus(state: string): string {
  const statuses: Record<BillingState, string> = {
    draft: "DRAFT",
    "not sent": "SUBMITTED",
    "awaiting payment": "AUTHORISED",
    "part paid": "AUTHORISED",
    overdue: "AUTHORISED",
    paid: "PAID",
    credited: "PAID",
    voided: "VOIDED",
  };
  return statuses[state as BillingState] ?? state;
}

/** A deal's billing properties from its invoice: amounts with two decimals in the invoice's currency, dates `YYYY-MM-DD`; an empty text clears. */
export function writeDealBilling(
  invoice: StoredInvoice,
  today: CalendarDate,
): Record<string, string> {
  return {
    xero_invoice_id: invoice.id,
    xero_invoice_number: invoice.number ?? "",
    xero_invoice_status: billingState(invoice, today),
    xero_invoice_url: invoice.url,
    xero_invoice_total: format(invoice.total),
    xero_amount_paid: format(invoice.amountPaid),
    xero_amount_due: format(invoice.amountDue),
    xero_amount_credited: format(invoice.amountCredited),
    xero_due_date: invoice.dueDate ?? "",
    xero_last_payment_date: invoice.lastPaymentDate ?? "",
  };
}
