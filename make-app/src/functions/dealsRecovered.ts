import { liveInvoice } from "@hubspot-xero/shared/invoice/byReference";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { eachOpen, withAnswer, type DealRows } from "./dealRows";

/** Gives the deals the invoices that earlier attempts had made for them. */
export function dealsRecovered(
  deals: DealRows,
  found: readonly XeroInvoice[] | undefined,
) {
  return withAnswer(found, "earlier invoices", (invoices) =>
    eachOpen(deals, ({ billing }) => {
      const wire = liveInvoice(invoices, billing.reference);
      return wire ? { outcome: "recovered", invoice: readInvoice(wire) } : {};
    }),
  );
}
