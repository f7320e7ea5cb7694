import type { Step } from "./blueprint";

/** Bills the deal that the trigger hands out: read it, create its invoice, show that on it. */
export function billDeal(): Step[] {
  return [
    {
      module: "getDealForBilling",
      mapper: { dealId: "{{1.dealId}}", oncePer: "deal" },
      keepsFailures: true,
    },
    {
      module: "createInvoiceFromDeal",
      mapper: {
        billing: "{{2.billing}}",
        invoiceStatus: "DRAFT",
        lineAmountTypes: "Exclusive",
        dueInDays: 30,
        dueRule: "days_after_invoice_date",
        customerMatch: "email",
        onDifference: "refuse",
        withoutLines: "refuse",
      },
      keepsFailures: true,
    },
    {
      module: "updateDealBilling",
      mapper: {
        invoice: "{{3.invoice}}",
        dealId: "{{2.dealId}}",
        syncMark: "{{3.syncMark}}",
      },
      keepsFailures: true,
    },
  ];
}
