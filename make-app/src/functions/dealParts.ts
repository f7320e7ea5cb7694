import { partOf } from "@hubspot-xero/shared/deal/billingKey";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";

/** What `Update a deal` takes of an invoice, or of it and the other parts of its deal: their figures add up there. */
export function invoiceData(
  invoice: StoredInvoice,
  parts: readonly StoredInvoice[] = [],
) {
  const others = partOf(invoice.reference)
    ? parts.filter(({ id }) => id !== invoice.id)
    : [];
  const data = [invoice, ...others].map((part) => ({ ...part, lines: [] }));
  return others.length > 0 ? data : data[0];
}
