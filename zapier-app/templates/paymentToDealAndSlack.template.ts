import { SLACK_MESSAGE } from "./foreignApps";
import { choose, type Template } from "./template";

export const paymentToDealAndSlack: Template = {
  id: "payment-to-deal-and-slack",
  title: "Show Xero payments on HubSpot deals and tell the team in Slack",
  description:
    "A customer pays: the deal shows what is paid and what is due, a note stands on its timeline, and the team reads of it in Slack. A payment that is reversed corrects the deal, without a message.",
  blueprint: "payment-to-deal-and-slack",
  steps: [
    { kind: "trigger", key: "payment_received", fields: {} },
    {
      kind: "filter",
      conditions: [{ step: 1, field: "deal_id", rule: "exists" }],
      note: "Invoices that were not made from a deal have none to update.",
    },
    {
      kind: "action",
      key: "update_deal_billing",
      fields: {
        invoice_id: "{{1__invoice_id}}",
        add_note: "true",
        event_id: "{{1__id}}",
      },
    },
    {
      kind: "filter",
      conditions: [{ step: 1, field: "reversed", rule: "isFalse" }],
    },
    {
      kind: "foreign",
      event: SLACK_MESSAGE,
      fields: {
        channel: choose("the channel of your team"),
        text: "{{1__customer_name}} paid {{1__amount}} {{1__currency}} on invoice {{1__invoice_number}}. Still due: {{1__amount_due}} {{1__currency}}. {{1__deal_url}}",
      },
    },
  ],
};
