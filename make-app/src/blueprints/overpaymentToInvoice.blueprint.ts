import type { Scenario } from "./blueprint";

/**
 * A used overpayment has changed, so the watch hands it out again: what is left of it goes to the next invoice. Not in
 * order: one that a person must look at holds up no other.
 */
export const overpaymentToInvoice: Scenario = {
  id: "overpayment-to-invoice",
  name: "Xero overpayment -> the customer's oldest open invoice",
  steps: [
    {
      module: "watchPayments",
      parameters: { kind: "overpayments", limit: 20 },
    },
    {
      module: "searchInvoices",
      mapper: { contactId: "{{1.contactId}}", limit: 1 },
      filter: {
        name: "Not reversed",
        conditions: [[{ a: "{{1.reversed}}", o: "boolean:equal", b: "false" }]],
      },
      keepsFailures: true,
    },
    {
      module: "allocateCredit",
      mapper: {
        creditType: "{{1.kind}}",
        creditId: "{{1.paymentId}}",
        invoiceId: "{{2.invoiceId}}",
      },
      keepsFailures: true,
    },
  ],
};
