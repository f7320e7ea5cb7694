import type { Invoice } from "@hubspot-xero/shared/invoice/invoice";
import { writeInvoice } from "@hubspot-xero/shared/invoice/writeInvoice";

/** The request body that creates one invoice for a Xero contact. */
export function invoiceBody(plan: { invoice: Invoice }, contactId: string) {
  return { Invoices: [writeInvoice(plan.invoice, contactId)] };
}
