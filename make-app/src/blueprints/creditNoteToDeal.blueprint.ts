import type { Scenario } from "./blueprint";
import { invoiceToDeal } from "./paymentToDeal.blueprint";

export const creditNoteToDeal: Scenario = {
  id: "credit-note-to-deal",
  name: "Xero credit note -> deals",
  steps: [
    { module: "watchCreditNotes", parameters: { limit: 50 } },
    {
      module: "builtin:BasicFeeder",
      mapper: { array: "{{1.allocations}}" },
    },
    ...invoiceToDeal("{{2.invoiceId}}", 3),
  ],
};
