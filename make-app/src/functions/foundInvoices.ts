import { dealIdOf, partOf } from "@hubspot-xero/shared/deal/billingKey";
import { isLive } from "@hubspot-xero/shared/deal/dealBilling";
import { partsOfDeal } from "@hubspot-xero/shared/deal/deposit";
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
import {
  readInvoice,
  type StoredInvoice,
} from "@hubspot-xero/shared/invoice/readInvoice";
import { toNumber } from "@hubspot-xero/shared/money/decimal";
import { guidForWhere, quoteForWhere } from "@hubspot-xero/shared/text/text";
import { isGuid } from "@hubspot-xero/shared/xero/guid";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { invoiceData } from "./dealParts";

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
    const invoices = found.map(readInvoice);
    const [only, another] = invoices;
    return {
      found: invoices.map((invoice) => bundleOf(invoice)),
      /** The deal whose other parts belong to the one invoice that was found. */
      partsOf:
        only && !another && partOf(only.reference)
          ? dealIdOf(only.reference)
          : undefined,
      only: partOf(only?.reference) ? only : undefined,
    };
  });
}

/** An invoice that bills a part of a deal, with the other parts: their figures add up on the deal. */
export function foundParts(
  { only, partsOf }: { only: StoredInvoice; partsOf: string },
  wires: readonly XeroInvoice[],
) {
  return { found: [bundleOf(only, partsOfDeal(wires, partsOf))] };
}

function bundleOf(
  invoice: StoredInvoice,
  parts: readonly StoredInvoice[] = [],
) {
  return {
    id: invoice.id,
    ...invoiceOutput(invoice),
    amountDue: toNumber(invoice.amountDue),
    shownInvoiceId: shownPart(parts)?.id ?? invoice.id,
    invoice: invoiceData(invoice, parts),
  };
}

/** The invoice that a deal with several parts shows: the balance, once there is one. */
const shownPart = (parts: readonly StoredInvoice[]) => {
  const live = parts.filter(isLive);
  return (
    live.find(({ reference }) => partOf(reference) === "balance") ?? live[0]
  );
};
