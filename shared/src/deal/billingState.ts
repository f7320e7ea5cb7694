import type { CalendarDate } from "../date/calendarDate";
import type { StoredInvoice } from "../invoice/readInvoice";
import { compare, ZERO } from "../money/decimal";

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
