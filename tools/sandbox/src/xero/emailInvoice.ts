import type { Books } from "./books";
import { validationErrors, validationException } from "./errors";
import type { Invoice, InvoiceStatus } from "./types";
import { wireInstant } from "./wireDates";

const SENDABLE: readonly InvoiceStatus[] = ["SUBMITTED", "AUTHORISED", "PAID"];

/** Marks the invoice as sent. The conditions are documented; the texts of their refusals were not seen. */
export function emailInvoice(books: Books, invoice: Invoice): void {
  const contact = books.contacts.get(invoice.Contact.ContactID);
  const problem =
    invoice.Type !== "ACCREC" || !SENDABLE.includes(invoice.Status)
      ? "Only approved sales invoices can be emailed."
      : !contact?.EmailAddress
        ? "The contact has no email address."
        : books.organisation.IsDemoCompany
          ? "The daily limit of emails for this organisation has been reached."
          : undefined;
  if (problem)
    throw validationException([
      {
        InvoiceID: invoice.InvoiceID,
        ValidationErrors: validationErrors([problem]),
      },
    ]);
  books.invoices.put(
    {
      ...invoice,
      SentToContact: true,
      UpdatedDateUTC: wireInstant(books.now()),
    },
    { undo: [] },
  );
}
