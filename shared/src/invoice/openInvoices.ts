import { guidForWhere } from "../text/text";
import type { XeroInvoice } from "../xero/wire";

/** How a contact's approved sales invoices are asked for, the oldest first. */
export function openInvoicesQuery(contactId: string) {
  return {
    where: `Type=="ACCREC" AND Status=="AUTHORISED" AND Contact.ContactID==${guidForWhere(contactId)}`,
    order: "Date ASC",
  };
}

/** True for an approved sales invoice of a contact, of which something is due. */
export function isOpenInvoice(
  { Type, Status, AmountDue = 0, Contact }: XeroInvoice,
  contactId: string,
): boolean {
  return (
    Type === "ACCREC" &&
    Status === "AUTHORISED" &&
    AmountDue > 0 &&
    Contact?.ContactID?.toLowerCase() === contactId.trim().toLowerCase()
  );
}
