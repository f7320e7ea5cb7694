import { dealIdOf } from "../deal/billingKey";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";

/** At least one. */
export type DealInvoices = readonly [StoredInvoice, ...StoredInvoice[]];

/** An invoice with the others that were made from the same deal, as Xero has them now; one request. */
export async function invoicesOfSameDeal(
  { xero }: Pick<Context, "xero">,
  invoice: StoredInvoice,
): Promise<DealInvoices> {
  const dealId = dealIdOf(invoice.reference);
  if (!dealId) return [invoice];
  const wires = await xero.invoicesByReferencePart(`HS-${dealId}`);
  const found = wires
    .map(readInvoice)
    .filter(({ reference }) => dealIdOf(reference) === dealId);
  // What Xero says now counts, not what a poll remembers.
  const now = found.find(({ id }) => id === invoice.id) ?? invoice;
  return [now, ...found.filter(({ id }) => id !== invoice.id)];
}
