import { readInvoicesOfDeal } from "@hubspot-xero/shared/flows/dealInvoices";
import { checkNoHiddenInvoice } from "@hubspot-xero/shared/repeating/notInvoiced";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import type { Billing } from "./dealForBilling";
import { readList } from "./readList";

/** A problem where Xero has an invoice that the deal does not show. */
export function noHiddenInvoice(
  billing: Billing,
  found: readonly XeroInvoice[] | undefined,
) {
  return attempt(() => {
    const invoices = readInvoicesOfDeal(
      billing.deal.id,
      readList(found, "invoices"),
    );
    checkNoHiddenInvoice(billing, invoices);
    return { invoices: invoices.length };
  });
}
