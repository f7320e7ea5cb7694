import type { Step } from "./blueprint";

/** Invoices that were made from a deal carry its key in their reference; the others have no deal to update. */
const ofADeal = (invoice: number): Step["filter"] => ({
  name: "Made from a deal",
  conditions: [
    [{ a: `{{${invoice}.reference}}`, o: "text:contain", b: "HS-" }],
  ],
});

/**
 * Shows an invoice on its deal. One that no deal shows, such as a copy, ends here without an error, which would hold up
 * those behind it.
 * @param place where the invoice was searched; the two steps stand right behind it
 */
function showOnDeal(place: number): Step[] {
  return [
    {
      module: "searchDeals",
      mapper: { invoiceId: `{{${place}.shownInvoiceId}}`, limit: 1 },
      filter: ofADeal(place),
      keepsFailures: true,
    },
    {
      module: "updateDealBilling",
      mapper: {
        invoice: `{{${place}.invoice}}`,
        dealId: `{{${place + 1}.dealId}}`,
      },
      keepsFailures: true,
    },
  ];
}

/**
 * Reads an invoice as it stands now, with the other parts of its deal where it bills one, and shows it on its deal: late
 * and repeated events do no harm.
 * @param source where an invoice with its reference comes from; others are not even read
 */
export function readAndShowOnDeal(
  invoiceId: string,
  place: number,
  source?: number,
): Step[] {
  return [
    {
      module: "searchInvoices",
      mapper: { invoiceId, limit: 1 },
      ...(source && { filter: ofADeal(source) }),
      keepsFailures: true,
    },
    ...showOnDeal(place),
  ];
}
