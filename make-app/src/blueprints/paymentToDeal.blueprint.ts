import type { ModuleStep, Scenario } from "./blueprint";
import { readAndShowOnDeal } from "./invoiceToDeal";

export const WATCH_PAYMENTS: ModuleStep = {
  module: "watchPayments",
  parameters: { kind: "payments", limit: 50 },
};

export const paymentToDeal: Scenario = {
  id: "payment-to-deal",
  name: "Xero payment -> deal",
  isInOrder: true,
  steps: [WATCH_PAYMENTS, ...readAndShowOnDeal("{{1.invoiceId}}", 2)],
};
