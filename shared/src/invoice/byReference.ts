import { guidForWhere, quoteForWhere } from "../text/text";
import type { XeroInvoice } from "../xero/wire";

/** The filter for sales invoices with exactly this reference; of a contact, where one is given. */
export function referenceFilter(reference: string, contactId?: string): string {
  const ofContact = contactId
    ? ` AND Contact.ContactID==${guidForWhere(contactId)}`
    : "";
  return `Type=="ACCREC" AND Reference==${quoteForWhere(reference)}${ofContact}`;
}

/** Among the invoices found with {@link referenceFilter}, the one that is neither voided nor deleted. */
export function liveInvoice(
  found: readonly XeroInvoice[],
  reference: string,
  contactId?: string,
): XeroInvoice | undefined {
  return found.find((invoice) => isLiveInvoice(invoice, reference, contactId));
}

/** True for a sales invoice of exactly this reference that is neither voided nor deleted. */
export function isLiveInvoice(
  { Type, Reference, Status, Contact }: XeroInvoice,
  reference: string,
  contactId?: string,
): boolean {
  return (
    Type === "ACCREC" &&
    Reference === reference &&
    Status !== "VOIDED" &&
    Status !== "DELETED" &&
    (!contactId || Contact?.ContactID === contactId)
  );
}

/** The filter that finds whatever carries a text somewhere in its reference. Xero scans for it: only for one deal at a time. */
export function referencePartFilter(part: string): string {
  return `Type=="ACCREC" AND Reference!=null AND Reference.Contains(${quoteForWhere(part)})`;
}
