import {
  ConnectorError,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import { invoiceOutput } from "@hubspot-xero/shared/flows/output";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import {
  isLiveInvoice,
  referenceFilter,
} from "@hubspot-xero/shared/invoice/byReference";
import {
  isOpenInvoice,
  openInvoicesQuery,
} from "@hubspot-xero/shared/invoice/openInvoices";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { guidForWhere, quoteForWhere } from "@hubspot-xero/shared/text/text";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Xero's own order of a list that names none. */
const AS_XERO_DOES = "UpdatedDateUTC ASC";

interface InvoicesWanted {
  where: string;
  /** What is looked for, for messages. */
  name: string;
  order: string;
  /** Given where the reference alone says which: voided and deleted invoices do not count then. */
  reference?: string;
  /** Given where a contact's open invoices are looked for. */
  contactId?: string;
}

/** The invoices that are looked for, by what is given first: id, number, reference or contact; nothing is sent before. */
export function invoicesWanted(parameters: Input) {
  return attempt((): InvoicesWanted => {
    const id = text(parameters, "invoiceId");
    const number = text(parameters, "invoiceNumber");
    const reference = text(parameters, "reference");
    const contactId = text(parameters, "contactId");
    if (id && !GUID.test(id))
      throw validation(
        `"${id.slice(0, 40)}" is not the ID of a Xero invoice. Map an ID, or search by the invoice number.`,
      );
    if (id) return wanted(`InvoiceID==${guidForWhere(id)}`, `invoice ${id}`);
    if (number)
      return wanted(
        `InvoiceNumber==${quoteForWhere(number)}`,
        `invoice ${number}`,
      );
    if (reference)
      return {
        where: referenceFilter(reference),
        name: `invoices with the reference "${reference}"`,
        reference,
        order: AS_XERO_DOES,
      };
    if (contactId)
      return {
        ...openInvoicesQuery(contactId),
        name: `open invoices of contact ${contactId}`,
        contactId,
      };
    throw validation(
      "Invoice ID, Invoice Number, Reference and Contact ID are all empty. Fill in one of them.",
    );
  });
}

const wanted = (where: string, name: string): InvoicesWanted => ({
  where: `Type=="ACCREC" AND ${where}`,
  name,
  order: AS_XERO_DOES,
});

/** The sales invoices among those found, each with its figures for `Update a deal`. */
export function foundInvoices(
  { name, reference, contactId }: InvoicesWanted,
  wires: readonly XeroInvoice[] | undefined,
) {
  return attempt(() => {
    if (!wires)
      throw new ConnectorError(
        "server",
        `Xero's answer about ${name} holds no list. Run this scenario again.`,
      );
    const found = wires.filter((wire) => {
      if (reference) return isLiveInvoice(wire, reference);
      if (contactId) return isOpenInvoice(wire, contactId);
      return wire.Type === "ACCREC";
    });
    return {
      found: found.map(readInvoice).map((invoice) => ({
        id: invoice.id,
        ...invoiceOutput(invoice),
        invoice: { ...invoice, lines: [] },
      })),
    };
  });
}
