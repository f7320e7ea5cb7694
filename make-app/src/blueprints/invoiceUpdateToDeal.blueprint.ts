import type { Scenario } from "./blueprint";
import { readAndShowOnDeal } from "./invoiceToDeal";

/** Every change of an invoice: approvals, payments, credits and voids. */
export const invoiceUpdateToDeal: Scenario = {
  id: "invoice-update-to-deal",
  name: "Xero invoice changed -> deal",
  isInOrder: true,
  steps: [
    { module: "watchInvoices", parameters: { limit: 50 } },
    ...readAndShowOnDeal("{{1.invoiceId}}", 2, { source: 1 }),
  ],
};
