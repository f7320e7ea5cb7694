import type { Scenario } from "./blueprint";

/** The deal is marked first, so that no run makes new ones meanwhile. */
export const lostRetainerToEnd: Scenario = {
  id: "lost-retainer-to-end",
  name: "Lost or cancelled retainer -> end of its Xero repeating invoices",
  steps: [
    {
      module: "watchDealsEnteringStage",
      parameters: { pipelineId: "default", stageId: "closedlost", limit: 5 },
    },
    {
      module: "endDealBilling",
      mapper: { dealId: "{{1.dealId}}" },
      keepsFailures: true,
    },
    {
      module: "endRepeatingInvoices",
      mapper: { repeating: "{{2.repeating}}" },
      filter: {
        name: "Has repeating invoices",
        conditions: [[{ a: "{{2.repeating}}", o: "exist" }]],
      },
      keepsFailures: true,
    },
  ],
};
