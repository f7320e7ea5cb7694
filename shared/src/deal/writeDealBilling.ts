import { format } from "../money/decimal";
import type { StoredInvoice } from "../invoice/readInvoice";
import { definedOnly } from "../transport/definedOnly";

/** A deal's billing properties from its invoice: amounts with two decimals in the invoice's currency, dates `YYYY-MM-DD`. */
export function writeDealBilling(
  invoice: StoredInvoice,
): Record<string, string> {
  return definedOnly({
    xero_invoice_id: invoice.id,
    xero_invoice_number: invoice.number ?? "",
    xero_invoice_status: billingStatus(invoice.status),
    xero_invoice_url: invoice.url,
    xero_invoice_total: format(invoice.total),
    xero_amount_paid: format(invoice.amountPaid),
    xero_amount_due: format(invoice.amountDue),
    xero_amount_credited: format(invoice.amountCredited),
    xero_due_date: invoice.dueDate ?? "",
  });
}

const STATUS_WORDS: Record<string, string> = {
  DRAFT: "draft",
  SUBMITTED: "awaiting approval",
  AUTHORISED: "awaiting payment",
  PAID: "paid",
  VOIDED: "voided",
  DELETED: "voided",
};

/** The word for the invoice's state that a deal shows. */
function billingStatus(xeroStatus: string): string {
  return STATUS_WORDS[xeroStatus] ?? xeroStatus.toLowerCase();
}

/** Xero's status behind the word that a deal shows. */
export function xeroStatus(word: string): string {
  const [status] =
    Object.entries(STATUS_WORDS).find(([, shown]) => shown === word) ?? [];
  return status ?? word;
}
