import { INVOICE_CHOICES } from "./invoiceChoices";
import type { Template } from "./template";

export const invoiceRequestToInvoice: Template = {
  id: "invoice-request-to-invoice",
  title: "Create a Xero invoice when a sales rep asks for it on the deal",
  description:
    "Where no stage says when to invoice, a sales rep does: by the deal's property Xero invoice request. The invoice is made once, shown on the deal, and the request is cleared.",
  blueprint: "invoice-request-to-invoice",
  steps: [
    { kind: "trigger", key: "invoice_requested", fields: {} },
    {
      kind: "action",
      key: "create_invoice_from_deal",
      fields: { deal_id: "{{1__deal_id}}", ...INVOICE_CHOICES },
    },
  ],
};
