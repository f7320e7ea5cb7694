import type { Scenario } from "./blueprint";
import { readAndShowOnDeal } from "./invoiceToDeal";

export const paymentToDeal: Scenario = {
  id: "payment-to-deal",
  name: "Xero payment -> deal",
  isInOrder: true,
  steps: [
    { module: "watchPayments", parameters: { kind: "payments", limit: 50 } },
    ...readAndShowOnDeal("{{1.invoiceId}}", 2),
  ],
};
