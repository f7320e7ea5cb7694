import { guidForWhere, quoteForWhere } from "../text/text";
import type { XeroCreditNote } from "../xero/wire";

/** The filter for a contact's credit notes with exactly this reference. */
export function noteFilter(reference: string, contactId: string): string {
  return `Reference==${quoteForWhere(reference)} AND Contact.ContactID==${guidForWhere(contactId)}`;
}

/** Those found with {@link noteFilter} that are a customer's, and neither voided nor deleted. */
export function liveNotes(
  found: readonly XeroCreditNote[],
  reference: string,
): XeroCreditNote[] {
  return found.filter(
    ({ Type, Reference, Status }) =>
      Type === "ACCRECCREDIT" &&
      Reference === reference &&
      Status !== "VOIDED" &&
      Status !== "DELETED",
  );
}
