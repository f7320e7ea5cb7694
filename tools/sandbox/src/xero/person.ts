import type { Books } from "./books";
import type { PostedContact } from "./contactData";
import { createContact, upsertContact } from "./contactSave";
import type { PostedInvoice } from "./invoiceData";
import { saveInvoice } from "./invoiceSave";
import { createPaymentPerson, stored } from "./personPayments";
import type { PaymentPerson } from "./personPayments";
import { rollBack } from "./table";
import type { Transaction } from "./table";
import type { Contact, Invoice } from "./types";
import { wireInstant } from "./wireDates";

/** What people do in Xero's own pages, some of which the API cannot do. */
export interface Person extends PaymentPerson {
  createContact(contact: PostedContact): Contact;
  editContact(contactId: string, changes: PostedContact): Contact;
  archiveContact(contactId: string): Contact;
  restoreContact(contactId: string): Contact;
  createInvoice(invoice: PostedInvoice): Invoice;
  editInvoice(invoiceId: string, changes: PostedInvoice): Invoice;
  voidInvoice(invoiceId: string): Invoice;
}

export function createPerson(books: Books, committed: () => void): Person {
  function commit<Row>(write: (transaction: Transaction) => Row): Row {
    const transaction: Transaction = { undo: [] };
    try {
      const row = write(transaction);
      committed();
      return row;
    } catch (error) {
      rollBack(transaction);
      throw error;
    }
  }

  function setContactStatus(
    contactId: string,
    ContactStatus: Contact["ContactStatus"],
  ): Contact {
    return commit((transaction) => {
      const contact = {
        ...stored(books.contacts.get(contactId)),
        ContactStatus,
        UpdatedDateUTC: wireInstant(books.now()),
      };
      books.contacts.put(contact, transaction);
      return contact;
    });
  }

  function editInvoice(invoiceId: string, changes: PostedInvoice): Invoice {
    const before = stored(books.invoices.get(invoiceId));
    return commit(
      (transaction) => saveInvoice(books, changes, before, 4, transaction).row,
    );
  }

  return {
    ...createPaymentPerson(books, commit),
    createContact: (contact) =>
      commit((transaction) => createContact(books, contact, transaction).row),
    editContact: (ContactID, changes) =>
      commit(
        (transaction) =>
          upsertContact(books, { ...changes, ContactID }, transaction).row,
      ),
    archiveContact: (contactId) => setContactStatus(contactId, "ARCHIVED"),
    restoreContact: (contactId) => setContactStatus(contactId, "ACTIVE"),
    createInvoice: (invoice) =>
      commit(
        (transaction) =>
          saveInvoice(books, invoice, undefined, 4, transaction).row,
      ),
    editInvoice,
    voidInvoice: (invoiceId) => editInvoice(invoiceId, { Status: "VOIDED" }),
  };
}
