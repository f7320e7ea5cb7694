import { createAndShow, INVOICE_CHOICES } from "./billDeal";
import type { ModuleStep, Scenario } from "./blueprint";

const recurring = (isRecurring: boolean): ModuleStep["filter"] => ({
  name: isRecurring ? "Has recurring lines" : "Is billed once",
  conditions: [
    [
      {
        a: "{{2.hasRecurringLines}}",
        o: "boolean:equal",
        b: `{{${isRecurring}}}`,
      },
    ],
  ],
});

/** Deals without a recurring line go the way of `deal-to-invoice`, so that one scenario serves every deal that is won. */
export const retainerToRepeatingInvoice: Scenario = {
  id: "retainer-to-repeating-invoice",
  name: "Won retainer -> Xero repeating invoices -> deal",
  steps: [
    {
      module: "watchDealsEnteringStage",
      // Of the 60 calls that Xero takes a minute, a deal with ten schedules needs up to 21.
      parameters: { pipelineId: "default", stageId: "closedwon", limit: 3 },
    },
    {
      module: "getDealForBilling",
      mapper: { dealId: "{{1.dealId}}", oncePer: "deal", repeating: true },
      keepsFailures: true,
    },
    {
      routes: [
        [
          {
            module: "createRepeatingInvoice",
            mapper: {
              billing: "{{2.billing}}",
              ...INVOICE_CHOICES,
              pastStart: "refuse",
            },
            filter: recurring(true),
            keepsFailures: true,
          },
          {
            module: "updateDealBilling",
            mapper: {
              invoice: "{{4.invoice}}",
              dealId: "{{2.dealId}}",
              syncMark: "{{4.syncMark}}",
              repeatingIds: "{{4.repeatingIds}}",
              repeatingMark: "{{4.repeatingMark}}",
            },
            filter: {
              name: "Not there before",
              conditions: [[{ a: "{{4.repeatingMark}}", o: "exist" }]],
            },
            keepsFailures: true,
          },
        ],
        createAndShow(6, recurring(false)),
      ],
    },
  ],
};
