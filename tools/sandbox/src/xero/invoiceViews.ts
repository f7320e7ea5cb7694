import { namedContact, writtenContact } from "./contactViews";
import type { JoinedInvoice } from "./invoiceData";
import { roundUnit } from "./invoiceMoney";
import { omit } from "./omit";
import type { LineItem } from "./types";

/** The answer to a write. */
export function writtenInvoice(invoice: JoinedInvoice, places: number): object {
  return {
    ...settlements(invoice),
    ...document(invoice),
    ...(invoice.SentToContact
      ? { SentToEmailAddress: invoice.Contact.EmailAddress ?? "" }
      : {}),
    Contact: writtenContact(invoice.Contact),
    LineItems: invoice.LineItems.map((line) => writtenLine(line, places)),
  };
}

/** One invoice read by itself. */
export function singleInvoice(invoice: JoinedInvoice, places: number): object {
  return {
    ...writtenInvoice(invoice, places),
    HasAttachments: false,
    Attachments: [],
  };
}

/** An invoice on a page. */
export function pagedInvoice(invoice: JoinedInvoice, places: number): object {
  return {
    ...listedInvoice(invoice),
    LineItems: invoice.LineItems.map((line) => pagedLine(line, places)),
  };
}

/** Without `page` a list has no lines. */
export function listedInvoice(invoice: JoinedInvoice): object {
  return {
    ...document(invoice),
    Payments: invoice.Payments,
    CreditNotes: invoice.CreditNotes,
    AmountCredited: invoice.AmountCredited,
    HasAttachments: false,
    InvoiceAddresses: [],
    Contact: namedContact(invoice.Contact),
    LineItems: [],
  };
}

/** `summaryOnly=true` */
export function summaryInvoice(invoice: JoinedInvoice): object {
  return {
    ...omit(document(invoice), "Prepayments", "Overpayments"),
    AmountCredited: invoice.AmountCredited,
    Contact: namedContact(invoice.Contact),
    LineItems: [],
  };
}

function document(invoice: JoinedInvoice) {
  return {
    ...omit(invoice, "Payments", "CreditNotes", "AmountCredited", "LineItems"),
    HasErrors: false,
    InvoicePaymentServices: [],
  };
}

/** A document by itself mentions payments and credits only once there are some. */
function settlements({
  Payments,
  CreditNotes,
  AmountCredited,
}: JoinedInvoice): object {
  return {
    ...(Payments.length ? { Payments } : {}),
    ...(CreditNotes.length ? { CreditNotes } : {}),
    ...(AmountCredited ? { AmountCredited } : {}),
  };
}

export function writtenLine(line: LineItem, places: number): object {
  return { ...shownLine(line, places), ValidationErrors: [] };
}

export function pagedLine(line: LineItem, places: number): object {
  return {
    ...shownLine(line, places),
    Tracking: line.Tracking.map((entry) => ({ ...entry, Options: [] })),
  };
}

function shownLine(line: LineItem, places: number): LineItem {
  return line.UnitAmount === undefined
    ? line
    : { ...line, UnitAmount: roundUnit(line.UnitAmount, places) };
}
