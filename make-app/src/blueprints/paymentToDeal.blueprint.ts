import type { Scenario, Step } from "./blueprint";

/** Invoices that were made from a deal carry its key in their reference; the others have no deal to update. */
const ofADeal = (invoice: number): Step["filter"] => ({
  name: "Made from a deal",
  conditions: [
    [{ a: `{{${invoice}.reference}}`, o: "text:contain", b: "HS-" }],
  ],
});

/** Reads an invoice as it stands now and shows it on its deal: late and repeated events do no harm. */
export function invoiceToDeal(invoiceId: string, place: number): Step[] {
  return [
    { module: "searchInvoices", mapper: { invoiceId, limit: 1 } },
    {
      module: "updateDealBilling",
      mapper: { invoice: `{{${place}.invoice}}` },
      filter: ofADeal(place),
      keepsFailures: true,
    },
  ];
}

export const paymentToDeal: Scenario = {
  id: "payment-to-deal",
  name: "Xero payment -> deal",
  steps: [
    { module: "watchPayments", parameters: { kind: "payments", limit: 50 } },
    ...invoiceToDeal("{{1.invoiceId}}", 2),
  ],
};
