import { billDeal } from "./billDeal";
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
    ...billDeal(),
  ],
};
