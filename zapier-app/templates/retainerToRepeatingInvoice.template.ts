import { INVOICE_CHOICES } from "./invoiceChoices";
import { choose, type Template } from "./template";

export const retainerToRepeatingInvoice: Template = {
  id: "retainer-to-repeating-invoice",
  title: "Create Xero repeating invoices from won HubSpot retainers",
  description:
    "A retainer is won: Xero bills its recurring lines from then on by itself, one repeating invoice for each schedule, and its one-time lines at once.",
  steps: [
    {
      kind: "trigger",
      key: "deal_entered_stage",
      fields: {
        pipeline_id: choose("the pipeline of your retainers"),
        stage_id: choose("the stage of won retainers"),
      },
      note: "Where won deals of the same pipeline are invoiced by another Zap, give retainers a pipeline of their own.",
    },
    {
      kind: "action",
      key: "create_repeating_invoice_from_deal",
      fields: { deal_id: "{{1__deal_id}}", ...INVOICE_CHOICES },
    },
  ],
  blueprint: "retainer-to-repeating-invoice",
};
