import type { Books } from "./books";
import type { JoinedInvoice } from "./invoiceData";
import type { Invoice } from "./types";

/** The invoice with its contact. */
export function join(books: Books, invoice: Invoice): JoinedInvoice {
  const contact = books.contacts.get(invoice.Contact.ContactID);
  if (!contact)
    throw new Error(`Contact ${invoice.Contact.ContactID} is not stored`);
  return { ...invoice, Contact: contact };
}

/** Numbers of deleted documents are free again. */
export function byNumber(
  invoices: readonly Invoice[],
  number: string,
): Invoice | undefined {
  const wanted = number.toLowerCase();
  return invoices.find(
    (invoice) =>
      invoice.Status !== "DELETED" &&
      invoice.InvoiceNumber.toLowerCase() === wanted,
  );
}
