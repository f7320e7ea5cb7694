import { HUBSPOT_TASK } from "./foreignApps";
import type { Template } from "./template";

/** The event that time alone makes carries this in its ID; each change of an overdue invoice is another event. */
const BECAME_OVERDUE = ":overdue:";

export const overdueInvoiceToTask: Template = {
  id: "overdue-invoice-to-task",
  title:
    "Create a HubSpot task for the deal's owner when an invoice is overdue",
  description:
    "The day after an unpaid invoice was due, the deal shows it as overdue and its owner has a task. One task for each due date, however the invoice changes afterwards. To have a message instead, replace the last step by one of Slack or of your mail.",
  blueprint: "overdue-invoice-to-task",
  steps: [
    { kind: "trigger", key: "invoice_updated", fields: {} },
    {
      kind: "filter",
      conditions: [
        { step: 1, field: "id", rule: "contains", value: BECAME_OVERDUE },
        { step: 1, field: "deal_id", rule: "exists" },
      ],
      note: "An invoice becomes overdue once; later changes of it are other events, and would each make a task.",
    },
    {
      kind: "action",
      key: "update_deal_billing",
      fields: { invoice_id: "{{1__invoice_id}}" },
    },
    {
      kind: "search",
      key: "find_deal",
      fields: { invoice_id: "{{1__invoice_id}}" },
    },
    {
      kind: "foreign",
      event: HUBSPOT_TASK,
      fields: {
        type: "Task",
        owner: "{{4__owner_id}}",
        subject: "Invoice {{1__invoice_number}} is overdue",
        body: "{{3__amount_due}} {{3__currency}} of {{1__customer_name}} were due on {{1__due_date}}. {{1__invoice_url}}",
        deals: "{{4__deal_id}}",
      },
    },
  ],
};
