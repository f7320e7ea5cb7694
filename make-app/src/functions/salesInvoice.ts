import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { readSalesInvoice } from "@hubspot-xero/shared/flows/salesInvoice";
import { checkEmailable } from "@hubspot-xero/shared/invoice/checkEmailable";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

/** The sales invoice that was asked for by its id or number, or why there is none. */
export function salesInvoice(
  status: number,
  found: readonly XeroInvoice[] | undefined,
  idOrNumber: string,
) {
  return attempt(() => {
    const asked = (found ?? []).filter((wire) => isOf(wire, idOrNumber));
    // A bill may have the number of a sales invoice.
    const wire = asked.find(({ Type }) => Type === "ACCREC") ?? asked[0];
    if (status === 404 || wire?.InvoiceID)
      return readSalesInvoice(wire, idOrNumber);
    throw new ConnectorError(
      "server",
      `Xero's answer about invoice ${idOrNumber} names no invoice. Run this scenario again.`,
    );
  });
}

/** An answer may hold others, as that to a path which means the whole list. */
function isOf({ InvoiceID, InvoiceNumber }: XeroInvoice, asked: string) {
  const sought = asked.trim().toLowerCase();
  return [InvoiceID, InvoiceNumber].some(
    (name) => name?.toLowerCase() === sought,
  );
}

/** The sales invoice that is to be sent, or why it is not. */
export function invoiceToSend(
  status: number,
  found: readonly XeroInvoice[] | undefined,
  idOrNumber: string,
) {
  return attempt(() => {
    const invoice = salesInvoice(status, found, idOrNumber);
    if (!("problem" in invoice) && !invoice.sentToContact)
      checkEmailable(invoice);
    return invoice;
  });
}

/** What the module that sends hands out. */
export function sentInvoiceResult(
  outcome: "sent" | "already_sent",
  invoice: StoredInvoice,
) {
  const name = `Invoice ${invoice.number ?? invoice.id}`;
  return {
    outcome,
    message:
      outcome === "sent"
        ? `${name} was sent to ${invoice.contactName}.`
        : `${name} had been sent before, so it was not sent again.`,
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    status: invoice.status,
    invoiceUrl: invoice.url,
    invoice: { ...invoice, sentToContact: true, lines: [] },
  };
}
