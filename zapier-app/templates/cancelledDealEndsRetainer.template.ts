import { choose, type Template } from "./template";

export const cancelledDealEndsRetainer: Template = {
  id: "cancelled-deal-ends-repeating-invoices",
  title: "End Xero repeating invoices when a HubSpot deal is lost or cancelled",
  description:
    "A customer leaves: nobody is billed on by mistake. What was invoiced stays, and payments on it still reach the deal. Deals without repeating invoices are left alone.",
  steps: [
    {
      kind: "trigger",
      key: "deal_entered_stage",
      fields: {
        pipeline_id: choose("the pipeline of your retainers"),
        stage_id: choose("the stage of cancelled deals, such as Closed Lost"),
      },
    },
    {
      kind: "action",
      key: "end_repeating_invoices",
      fields: { deal_id: "{{1__deal_id}}" },
    },
  ],
  blueprint: "lost-retainer-to-end",
};
