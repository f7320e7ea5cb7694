import type { Template } from "./template";

/**
 * By the invoice and not by the trigger of credit notes: that one fires when the credit note is approved, which is often
 * before it is set against an invoice, and it may be set against several.
 */
export const creditNoteToDeal: Template = {
  id: "credit-note-to-deal",
  title: "Show Xero credit notes on HubSpot deals",
  description:
    "A credit note is set against an invoice: its deal shows what is credited and what is left to pay, with a note on the timeline. So does money that is set against it from an overpayment or a prepayment.",
  blueprint: "credit-note-to-deal",
  steps: [
    { kind: "trigger", key: "invoice_updated", fields: {} },
    {
      kind: "filter",
      conditions: [
        { step: 1, field: "amount_credited", rule: "greaterThan", value: "0" },
        { step: 1, field: "deal_id", rule: "exists" },
      ],
    },
    {
      kind: "action",
      key: "update_deal_billing",
      fields: { invoice_id: "{{1__invoice_id}}", add_note: "true" },
      note: "Without an event, the same words are not noted twice: later changes that leave the figures alone add no note. A credit that is taken back as a whole does not pass the filter: leave its first row out to have the deal corrected then too.",
    },
  ],
};
