import { INVOICE_CHOICES } from "./invoiceChoices";
import { choose, type Template } from "./template";

export const wonDealToInvoice: Template = {
  id: "won-deal-to-invoice",
  title: "Create Xero invoices from won HubSpot deals",
  description:
    "A deal enters the won stage: its invoice stands in Xero, with every line, discount and tax, for the right contact, once. The deal then shows the number, the link and the amounts.",
  blueprint: "deal-to-invoice",
  steps: [
    {
      kind: "trigger",
      key: "deal_entered_stage",
      fields: {
        pipeline_id: choose("the pipeline of your sales"),
        stage_id: choose("the stage of won deals, such as Closed Won"),
      },
    },
    {
      kind: "action",
      key: "create_invoice_from_deal",
      fields: { deal_id: "{{1__deal_id}}", ...INVOICE_CHOICES },
      note: "Start with drafts. Once you trust them, let it approve the invoices.",
    },
  ],
};
