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
 * @param place where the invoice comes from; the two steps stand right behind it
 */
export function showOnDeal(place: number): Step[] {
  return [
    {
      module: "searchDeals",
      mapper: { invoiceId: `{{${place}.invoiceId}}`, limit: 1 },
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

/** Reads an invoice as it stands now and shows it on its deal: late and repeated events do no harm. */
export function readAndShowOnDeal(invoiceId: string, place: number): Step[] {
  return [
    {
      module: "searchInvoices",
      mapper: { invoiceId, limit: 1 },
      keepsFailures: true,
    },
    ...showOnDeal(place),
  ];
}
