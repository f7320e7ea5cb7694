import type { Scenario } from "./blueprint";

export const dealToInvoice: Scenario = {
  id: "deal-to-invoice",
  name: "Won deal -> Xero invoice -> deal",
  steps: [
    {
      module: "watchDealsEnteringStage",
      // Of the 60 calls that Xero takes a minute, an invoice needs up to 9.
      parameters: { pipelineId: "default", stageId: "closedwon", limit: 5 },
    },
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
  ],
};
