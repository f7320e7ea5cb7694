import type { Books } from "./books";
import { namedContact, writtenContact } from "./contactViews";
import { pagedLine, writtenLine } from "./invoiceViews";
import { omit } from "./omit";
import { EMPTY_INVOICE } from "./paymentViews";
import { allocationsOf, paymentsOf, shownPayment } from "./settlement";
import type { Allocation, Credit } from "./settlementTypes";
import type { Contact } from "./types";

/** The answer to a write. */
export function writtenCredit(
  books: Books,
  credit: Credit,
  places: number,
): object {
  return {
    ...document(books, credit),
    Contact: writtenContact(contactOf(books, credit)),
    LineItems: credit.LineItems.map((line) => writtenLine(line, places)),
  };
}

/** One credit read by itself. */
export function singleCredit(
  books: Books,
  credit: Credit,
  places: number,
): object {
  return {
    ...writtenCredit(books, credit, places),
    HasAttachments: false,
    Attachments: [],
  };
}

/** Without `page` a list has no lines. */
export function listedCredit(books: Books, credit: Credit) {
  return {
    ...document(books, credit),
    ...(credit.Kind === "CreditNote" ? { InvoiceAddresses: [] } : {}),
    HasAttachments: false,
    Contact: namedContact(contactOf(books, credit)),
    LineItems: [] as object[],
  };
}

export function pagedLines(credit: Credit, places: number): object[] {
  return credit.LineItems.map((line) => pagedLine(line, places));
}

function document(books: Books, credit: Credit) {
  const { Kind, ID, Number } = credit;
  return {
    ...omit(credit, "Kind", "Number", "Contact", "LineItems"),
    ...numbered(credit),
    [`${Kind}ID`]: ID,
    ...(Kind === "CreditNote"
      ? { CreditNoteNumber: Number || undefined, HasErrors: false }
      : {}),
    Payments: paymentsOf(books, credit).map(shownPayment),
    Allocations: allocationsOf(books, "CreditID", ID).map((allocation) =>
      shownAllocation(books, allocation),
    ),
  };
}

/** A prepayment's reference is its number, and it has no other. */
function numbered({ Kind, Number, Reference }: Credit) {
  return Kind === "Prepayment"
    ? { Reference: Number, InvoiceNumber: Number }
    : { Reference };
}

/** An allocation inside the credit that it takes from. */
function shownAllocation(
  books: Books,
  { AllocationID, Amount, Date, InvoiceID }: Allocation,
): object {
  return {
    AllocationID,
    Amount,
    Date,
    Invoice: {
      InvoiceID,
      InvoiceNumber: books.invoices.get(InvoiceID)?.InvoiceNumber,
      ...EMPTY_INVOICE,
    },
  };
}

function contactOf(books: Books, { Contact }: Credit): Contact {
  const contact = books.contacts.get(Contact.ContactID);
  if (!contact) throw new Error(`Contact ${Contact.ContactID} is not stored`);
  return contact;
}
