import { validation } from "../error/connectorError";
import { text, type Input } from "../input/input";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";

/**
 * The sales invoice of a number, a reference or a deal, or the oldest open one of a contact, whichever is given first;
 * none where there is no such invoice, or the deal has none yet.
 */
export async function findInvoice(
  { hubspot, xero }: Pick<Context, "hubspot" | "xero">,
  input: Input,
): Promise<StoredInvoice[]> {
  const number = text(input, "invoiceNumber");
  const reference = text(input, "reference");
  const dealId = text(input, "dealId");
  if (number) return read(await xero.findInvoiceById(number));
  if (reference)
    return read(
      await xero.findInvoiceByReference(
        reference,
        `invoices with the reference "${reference}"`,
      ),
    );
  const contactId = text(input, "contactId");
  if (!dealId && contactId)
    return (await xero.openInvoicesOf(contactId)).slice(0, 1).map(readInvoice);
  if (!dealId)
    throw validation(
      "Invoice Number, Reference, Deal and Contact are all empty. Fill in one of them.",
    );
  const deal = await hubspot.get(
    "deals",
    dealId,
    { properties: ["xero_invoice_id"] },
    `deal ${dealId}`,
  );
  const invoiceId = deal.properties["xero_invoice_id"];
  return invoiceId ? read(await xero.findInvoiceById(invoiceId)) : [];
}

function read(wire: Parameters<typeof readInvoice>[0] | undefined) {
  return wire ? [readInvoice(wire)] : [];
}
