import type { XeroContact } from "../xero/wire";

/** A Xero contact as actions and searches hand it out. */
export function contactOutput(contact: XeroContact) {
  return {
    id: contact.ContactID,
    name: contact.Name,
    firstName: contact.FirstName,
    lastName: contact.LastName,
    email: contact.EmailAddress,
    contactNumber: contact.ContactNumber,
    accountNumber: contact.AccountNumber,
    status: contact.ContactStatus,
    contactUrl:
      contact.ContactID &&
      `https://go.xero.com/Contacts/View/${contact.ContactID}`,
  };
}
