import { EVERY_MONTH, SLACK_MESSAGE } from "./foreignApps";
import { INVOICE_CHOICES } from "./invoiceChoices";
import { choose, type Template } from "./template";

export const monthEndInvoices: Template = {
  id: "month-end-invoices",
  title: "Invoice all won HubSpot deals in Xero at the end of the month",
  description:
    "Once a month, every deal of a stage that has no invoice yet gets one, up to 100 in a run. Slack then tells how many were made, over how much, and which deals must be mended and why.",
  blueprint: "won-deals-to-invoices",
  steps: [
    {
      kind: "foreign",
      event: EVERY_MONTH,
      fields: { dom: choose("the day, such as the last of the month") },
    },
    {
      kind: "action",
      key: "create_invoices_from_deals",
      fields: {
        ...INVOICE_CHOICES,
        pipeline_id: choose("the pipeline of your sales"),
        stage_id: choose("the stage of deals that are ready to be invoiced"),
      },
      note: "The first run takes every deal of the stage that has no invoice, however old: choose a stage that holds only what is to be billed. More than 100 deals are left to the next run.",
    },
    {
      kind: "foreign",
      event: SLACK_MESSAGE,
      fields: {
        channel: choose("the channel of your books"),
        text: "{{2__message}} {{2__invoices[]sentence}}",
      },
    },
  ],
};
