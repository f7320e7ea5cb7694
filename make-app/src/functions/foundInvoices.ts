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
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { guidForWhere, quoteForWhere } from "@hubspot-xero/shared/text/text";
import { isGuid } from "@hubspot-xero/shared/xero/guid";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

interface InvoicesWanted {
  where: string;
  /** What is looked for, for messages. */
  name: string;
  /** Given where the reference alone says which: voided and deleted invoices do not count then. */
  reference?: string;
}

/** The invoices that are looked for, by what is given first: id, number or reference; nothing is sent before. */
export function invoicesWanted(parameters: Input) {
  return attempt((): InvoicesWanted => {
    const id = text(parameters, "invoiceId");
    const number = text(parameters, "invoiceNumber");
    const reference = text(parameters, "reference");
    if (id && !isGuid(id))
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
      };
    throw validation(
      "Invoice ID, Invoice Number and Reference are all empty. Fill in one of them.",
    );
  });
}

const wanted = (where: string, name: string): InvoicesWanted => ({
  where: `Type=="ACCREC" AND ${where}`,
  name,
});

/** The sales invoices among those found, each with its figures for `Update a deal`. */
export function foundInvoices(
  { name, reference }: InvoicesWanted,
  wires: readonly XeroInvoice[] | undefined,
) {
  return attempt(() => {
    if (!wires)
      throw new ConnectorError(
        "server",
        `Xero's answer about ${name} holds no list. Run this scenario again.`,
      );
    const found = wires.filter((wire) =>
      reference ? isLiveInvoice(wire, reference) : wire.Type === "ACCREC",
    );
    return {
      found: found.map(readInvoice).map((invoice) => ({
        id: invoice.id,
        ...invoiceOutput(invoice),
        invoice: { ...invoice, lines: [] },
      })),
    };
  });
}
