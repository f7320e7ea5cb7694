import { billDeal } from "./billDeal";
import type { Scenario } from "./blueprint";

/** The stage in which a proposal is accepted goes by another name in each portal. */
export const dealToDeposit: Scenario = {
  id: "deal-to-deposit",
  name: "Accepted deal -> Xero deposit invoice -> deal",
  steps: [
    {
      module: "watchDealsEnteringStage",
      parameters: { pipelineId: "default", stageId: "contractsent", limit: 5 },
    },
    ...billDeal("deposit", { depositPercent: 30 }),
  ],
};
