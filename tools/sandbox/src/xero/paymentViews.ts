import type { Books } from "./books";
import { namedContact } from "./contactViews";
import { decimal, sum, toNumber } from "../decimal";
import { join } from "./invoiceFind";
import { writtenInvoice, writtenLine } from "./invoiceViews";
import { omit } from "./omit";
import { paymentsOf, shownPayment } from "./settlement";
import type { BatchPayment, Credit, Payment } from "./settlementTypes";
import type { Contact } from "./types";

/** A payment in a list. */
export function listedPayment(books: Books, payment: Payment) {
  const { AccountID, Code } = accountOf(books, payment.AccountID);
  return {
    ...document(books, payment),
    Account: { AccountID, Code },
    Invoice: slimDocument(books, payment),
    HasValidationErrors: false,
  };
}

/** One payment read by itself. */
export function singlePayment(books: Books, payment: Payment): object {
  return {
    ...writtenPayment(books, payment),
    Invoice: wholeDocument(books, payment),
  };
}

/** The answer to a write: the document with its new amounts, but without its payments. */
export function writtenPayment(books: Books, payment: Payment): object {
  const { AccountID, Code, Name } = accountOf(books, payment.AccountID);
  return {
    ...document(books, payment),
    Account: { AccountID, Code, Name },
    Invoice: { ...wholeDocument(books, payment), Payments: undefined },
    HasValidationErrors: false,
  };
}

/** What a payment says of the batch it belongs to. */
function shownBatch(batch: BatchPayment): object {
  const { AccountID, BatchPaymentID, DateString, Date, Type, Status } = batch;
  const { TotalAmount, UpdatedDateUTC, IsReconciled } = batch;
  return {
    Account: { AccountID },
    BatchPaymentID,
    DateString,
    Date,
    Type,
    Status,
    TotalAmount,
    UpdatedDateUTC,
    IsReconciled,
  };
}

function document(books: Books, payment: Payment) {
  const { BatchPaymentID } = payment;
  const batch = BatchPaymentID && books.batchPayments.get(BatchPaymentID);
  return {
    ...omit(payment, "Document", "AccountID"),
    ...(batch ? { BatchPayment: shownBatch(batch) } : {}),
    HasAccount: true,
  };
}

/** Whatever a payment pays stands under `Invoice`, a credit note as much as an invoice. */
function slimDocument(books: Books, payment: Payment): object {
  const { Type, InvoiceID, InvoiceNumber, Contact, CurrencyCode } =
    paidDocument(books, payment);
  return {
    Type,
    InvoiceID,
    InvoiceNumber,
    ...EMPTY_INVOICE,
    Contact: namedContact(Contact),
    LineItems: [],
    CurrencyCode,
  };
}

/** The lists that Xero leaves empty in an invoice it only mentions. */
export const EMPTY_INVOICE = {
  Payments: [],
  CreditNotes: [],
  Prepayments: [],
  Overpayments: [],
  IsDiscounted: false,
  InvoiceAddresses: [],
  HasErrors: false,
  InvoicePaymentServices: [],
  LineItems: [],
};

function wholeDocument(books: Books, payment: Payment): object {
  const { Contact, whole } = paidDocument(books, payment);
  const { ContactID, Name } = Contact;
  return {
    ...whole(),
    Contact: {
      ContactID,
      Name,
      ContactPersons: [],
      HasValidationErrors: false,
    },
  };
}

function paidDocument(books: Books, { Document }: Payment) {
  if (Document.Kind === "Invoice") {
    const stored = books.invoices.get(Document.ID);
    if (!stored) throw new Error(`Invoice ${Document.ID} is not stored`);
    const invoice = join(books, stored);
    return { ...invoice, whole: () => writtenInvoice(invoice, 2) };
  }
  const credit = books.credits.get(Document.ID);
  const contact = credit && books.contacts.get(credit.Contact.ContactID);
  if (!contact) throw new Error(`Credit ${Document.ID} is not stored`);
  return {
    Type: INVOICE_TYPES[credit.Type],
    InvoiceID: credit.ID,
    InvoiceNumber: credit.Number,
    Contact: contact,
    CurrencyCode: credit.CurrencyCode,
    whole: () => creditAsInvoice(books, credit, contact),
  };
}

const INVOICE_TYPES = {
  ACCRECCREDIT: "ACCRECCREDIT",
  ACCPAYCREDIT: "ACCPAYCREDIT",
  "RECEIVE-OVERPAYMENT": "AROVERPAYMENT",
  "RECEIVE-PREPAYMENT": "ARPREPAYMENT",
} as const;

function creditAsInvoice(books: Books, credit: Credit, Contact: Contact) {
  const payments = paymentsOf(books, credit);
  return {
    ...omit(credit, "Kind", "ID", "Number", "RemainingCredit"),
    Type: INVOICE_TYPES[credit.Type],
    InvoiceID: credit.ID,
    InvoiceNumber: credit.Number,
    Payments: payments.map(shownPayment),
    Prepayments: [],
    Overpayments: [],
    AmountDue: credit.RemainingCredit,
    AmountPaid: toNumber(sum(payments.map(({ Amount }) => decimal(Amount)))),
    SentToContact: false,
    IsDiscounted: false,
    HasErrors: false,
    Contact,
    LineItems: credit.LineItems.map((line) => writtenLine(line, 2)),
  };
}

function accountOf(books: Books, id: string) {
  const account = books.accounts.get(id);
  if (!account) throw new Error(`Account ${id} is not stored`);
  return account;
}
