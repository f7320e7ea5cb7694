import type { Books } from "./books";
import { saveGroup } from "./contactGroups";
import type { PostedContact } from "./contactData";
import { createContact, upsertContact } from "./contactSave";
import type { PostedInvoice } from "./invoiceData";
import { saveInvoice } from "./invoiceSave";
import { saveItem } from "./items";
import type { PostedItem } from "./items";
import { createPaymentPerson, stored } from "./personPayments";
import type { PaymentPerson } from "./personPayments";
import { rollBack } from "./table";
import type { Transaction } from "./table";
import type { Contact, ContactGroup, Invoice, Item } from "./types";
import { wireInstant } from "./wireDates";

/** What people do in Xero's own pages, some of which the API cannot do. */
export interface Person extends PaymentPerson {
  createContact(contact: PostedContact): Contact;
  editContact(contactId: string, changes: PostedContact): Contact;
  archiveContact(contactId: string): Contact;
  restoreContact(contactId: string): Contact;
  /** Archives the first contact for good; its invoices become the second one's. */
  mergeContact(contactId: string, intoId: string): Contact;
  setWebsite(contactId: string, Website: string): Contact;
  createContactGroup(name: string): ContactGroup;
  /** Its contacts stay. */
  deleteContactGroup(groupId: string): ContactGroup;
  createItem(item: PostedItem): Item;
  editItem(itemId: string, changes: PostedItem): Item;
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

  function setContact(contactId: string, changes: Partial<Contact>): Contact {
    return commit((transaction) => {
      const contact = {
        ...stored(books.contacts.get(contactId)),
        ...changes,
        UpdatedDateUTC: wireInstant(books.now()),
      };
      books.contacts.put(contact, transaction);
      return contact;
    });
  }

  function mergeContact(contactId: string, intoId: string): Contact {
    const into = stored(books.contacts.get(intoId));
    for (const invoice of [...books.invoices.all()])
      if (invoice.Contact.ContactID === contactId)
        commit((transaction) =>
          books.invoices.put(
            { ...invoice, Contact: { ContactID: into.ContactID } },
            transaction,
          ),
        );
    setContact(contactId, {
      ContactStatus: "ARCHIVED",
      MergedToContactID: into.ContactID,
    });
    return setContact(intoId, {});
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
    archiveContact: (contactId) =>
      setContact(contactId, { ContactStatus: "ARCHIVED" }),
    restoreContact: (contactId) =>
      setContact(contactId, { ContactStatus: "ACTIVE" }),
    mergeContact,
    setWebsite: (contactId, Website) => setContact(contactId, { Website }),
    createContactGroup: (Name) =>
      commit(
        (transaction) => saveGroup(books, { Name }, undefined, transaction).row,
      ),
    deleteContactGroup: (groupId) =>
      commit(
        (transaction) =>
          saveGroup(
            books,
            { Status: "DELETED" },
            stored(books.contactGroups.get(groupId)),
            transaction,
          ).row,
      ),
    createItem: (item) =>
      commit(
        (transaction) => saveItem(books, item, undefined, 4, transaction).row,
      ),
    editItem: (itemId, changes) =>
      commit(
        (transaction) =>
          saveItem(
            books,
            changes,
            stored(books.items.get(itemId)),
            4,
            transaction,
          ).row,
      ),
    createInvoice: (invoice) =>
      commit(
        (transaction) =>
          saveInvoice(books, invoice, undefined, 4, transaction).row,
      ),
    editInvoice,
    voidInvoice: (invoiceId) => editInvoice(invoiceId, { Status: "VOIDED" }),
  };
}
