import { choose, type Template } from "./template";

export const dealLinesToInvoiceLines: Template = {
  id: "deal-lines-to-invoice-lines",
  title: "Map HubSpot line items to Xero invoice lines yourself",
  description:
    "For invoices that are to say something else than the deal does: every field is yours to map, line by line. The invoice is made once for each customer and reference, but the deal does not show it. Where the deal's own lines are to be billed as they are, the Zap for won deals does more and asks for less.",
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
      key: "create_invoice",
      fields: {
        invoice_status: "DRAFT",
        description: "{{1__line_items[]name}}",
        quantity: "{{1__line_items[]quantity}}",
        unit_price: "{{1__line_items[]unit_price}}",
        discount_amount: "{{1__line_items[]discount_amount}}",
        name: "{{1__customer__name}}",
        email: "{{1__customer__email}}",
        default_account_code: choose("the revenue account of every line"),
        default_tax_type: choose("the tax rate of every line"),
        currency: "{{1__currency}}",
        reference: "{{1__deal_name}} {{1__deal_id}}",
      },
      note: "The reference is what a repeated run finds the invoice by: keep the deal's ID in it.",
    },
  ],
};
