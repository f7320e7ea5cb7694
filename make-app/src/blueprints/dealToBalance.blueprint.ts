import { billDeal } from "./billDeal";
import type { Scenario } from "./blueprint";

/** Of deals whose deposit was billed: those that have none end with a sentence that says so. */
export const dealToBalance: Scenario = {
  id: "deal-to-balance",
  name: "Delivered deal -> Xero balance invoice -> deal",
  steps: [
    {
      module: "watchDealsEnteringStage",
      parameters: { pipelineId: "default", stageId: "closedwon", limit: 5 },
    },
    ...billDeal("balance"),
  ],
};
