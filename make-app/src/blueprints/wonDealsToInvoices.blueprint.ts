import type { Scenario } from "./blueprint";
import { INVOICE_CHOICES } from "./billDeal";

/** All deals that entered the stage since the last run, invoiced in few calls: to be scheduled, such as monthly. */
export const wonDealsToInvoices: Scenario = {
  id: "won-deals-to-invoices",
  name: "Won deals -> Xero invoices in one run -> deals",
  steps: [
    {
      module: "watchDealsEnteringStage",
      parameters: { pipelineId: "default", stageId: "closedwon", limit: 50 },
    },
    {
      module: "getDealForBilling",
      mapper: { dealId: "{{1.dealId}}", oncePer: "deal", inBatch: true },
      keepsFailures: true,
    },
    {
      module: "builtin:BasicAggregator",
      parameters: { feeder: 1 },
      mapper: { billing: "{{2.billing}}" },
    },
    {
      module: "createInvoices",
      mapper: { deals: "{{3.array}}", ...INVOICE_CHOICES },
      keepsFailures: true,
    },
    {
      module: "builtin:BasicFeeder",
      mapper: { array: "{{4.invoices}}" },
    },
    {
      module: "updateDealBilling",
      mapper: {
        invoice: "{{5.invoice}}",
        dealId: "{{5.dealId}}",
        syncMark: "{{5.syncMark}}",
      },
      filter: {
        name: "Has a new invoice",
        conditions: [[{ a: "{{5.syncMark}}", o: "exist" }]],
      },
      keepsFailures: true,
    },
  ],
};
