import type { Scenario } from "./blueprint";
import { readAndShowOnDeal } from "./invoiceToDeal";

export const creditNoteToDeal: Scenario = {
  id: "credit-note-to-deal",
  name: "Xero credit note -> deals",
  isInOrder: true,
  steps: [
    { module: "watchCreditNotes", parameters: { limit: 50 } },
    {
      module: "builtin:BasicFeeder",
      mapper: { array: "{{1.allocations}}" },
    },
    ...readAndShowOnDeal("{{2.invoiceId}}", 3),
  ],
};
