import type { Operation } from "./field";
import { organisation } from "./fields";

export const updateDealBilling = {
  key: "update_deal_billing",
  noun: "Deal",
  label: "Update Deal Billing",
  description:
    "Writes a Xero invoice's state, amounts and dates onto its HubSpot deal.",
  fields: [
    {
      key: "invoice_id",
      label: "Invoice",
      help: "Map the invoice ID of the trigger. Its present state is written, so events may come late or twice.",
    },
    {
      key: "invoice_number",
      label: "Invoice Number",
      help: "Used when Invoice is empty.",
    },
    {
      key: "deal_id",
      label: "Deal",
      help: "Used when Invoice and Invoice Number are empty.",
    },
    {
      key: "add_note",
      label: "Note on the Timeline",
      shortLabel: "Timeline Note",
      type: "boolean",
      help: "Also leaves a note on the deal that says what is paid and what is due.",
    },
    {
      key: "event_id",
      label: "Event",
      help: "Map the event ID of the trigger: a repeated run then adds no second note. Left empty, the same words are not noted twice.",
    },
    organisation,
  ],
  output: [
    { key: "message", label: "Message" },
    { key: "invoice_id", label: "Invoice ID" },
    { key: "invoice_number", label: "Invoice Number" },
    { key: "invoice_url", label: "Invoice Link" },
    { key: "billing_state", label: "Billing State" },
    { key: "currency", label: "Currency" },
    { key: "total", label: "Total", type: "number" },
    { key: "amount_paid", label: "Amount Paid", type: "number" },
    { key: "amount_due", label: "Amount Due", type: "number" },
    { key: "amount_credited", label: "Amount Credited", type: "number" },
    { key: "due_date", label: "Due Date", type: "datetime" },
    { key: "last_payment_date", label: "Last Payment Date", type: "datetime" },
  ],
  sample: {
    message: "The deal shows invoice INV-0042 as part paid.",
    invoice_id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
    invoice_number: "INV-0042",
    invoice_url:
      "https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
    billing_state: "part paid",
    currency: "GBP",
    total: 5400,
    amount_paid: 2400,
    amount_due: 3000,
    amount_credited: 0,
    due_date: "2026-12-23",
    last_payment_date: "2026-11-23",
  },
} as const satisfies Operation;
