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
    LineItems: invoice.LineItems.map((line) => ({
      ...shownLine(line, places),
      ValidationErrors: [],
    })),
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
    LineItems: invoice.LineItems.map((line) => {
      const shown = shownLine(line, places);
      return {
        ...shown,
        Tracking: line.Tracking.map((entry) => ({ ...entry, Options: [] })),
      };
    }),
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
function settlements(invoice: JoinedInvoice): object {
  return {
    ...(invoice.Payments.length ? { Payments: invoice.Payments } : {}),
    ...(invoice.CreditNotes.length
      ? {
          CreditNotes: invoice.CreditNotes,
          AmountCredited: invoice.AmountCredited,
        }
      : {}),
  };
}

function shownLine(line: LineItem, places: number): LineItem {
  return line.UnitAmount === undefined
    ? line
    : { ...line, UnitAmount: roundUnit(line.UnitAmount, places) };
}
