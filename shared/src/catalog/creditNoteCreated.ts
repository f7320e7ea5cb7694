import type { Operation } from "./field";
import { organisation } from "./fields";

export const creditNoteCreated = {
  key: "credit_note_created",
  noun: "Credit Note",
  label: "Credit Note Created",
  description:
    "Triggers when a sales credit note is approved in Xero, with the invoices it was set against.",
  fields: [organisation],
  output: [
    { key: "id", label: "Event ID" },
    { key: "credit_note_id", label: "Credit Note ID" },
    { key: "credit_note_number", label: "Credit Note Number" },
    { key: "status", label: "Status" },
    { key: "total", label: "Total", type: "number" },
    { key: "remaining", label: "Remaining Credit", type: "number" },
    { key: "currency", label: "Currency" },
    { key: "date", label: "Date", type: "datetime" },
    { key: "reference", label: "Reference" },
    { key: "customer_name", label: "Customer Name" },
    { key: "contact_id", label: "Contact ID" },
    {
      key: "allocations",
      label: "Allocations",
      children: [
        { key: "invoice_id", label: "Invoice ID" },
        { key: "invoice_number", label: "Invoice Number" },
        { key: "amount", label: "Amount", type: "number" },
        { key: "date", label: "Date", type: "datetime" },
        { key: "deal_id", label: "Deal ID" },
      ],
    },
    {
      key: "line_items",
      label: "Line Items",
      children: [
        { key: "description", label: "Description" },
        { key: "line_amount", label: "Line Amount", type: "number" },
        { key: "tax_amount", label: "Tax Amount", type: "number" },
      ],
    },
    { key: "updated_at", label: "Updated At", type: "datetime" },
  ],
  sample: {
    id: "c1b9e0d4-7a52-4f5e-b0d8-2f6a4c9e1b37",
    credit_note_id: "c1b9e0d4-7a52-4f5e-b0d8-2f6a4c9e1b37",
    credit_note_number: "CN-0007",
    status: "PAID",
    total: 600,
    remaining: 0,
    currency: "GBP",
    date: "2026-11-23",
    reference: "Late delivery",
    customer_name: "Harbour & Finch Ltd",
    contact_id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
    allocations: [
      {
        invoice_id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
        invoice_number: "INV-0042",
        amount: 600,
        date: "2026-11-23",
        deal_id: "49301844761",
      },
    ],
    line_items: [
      { description: "Design sprint", line_amount: 500, tax_amount: 100 },
    ],
    updated_at: "2026-11-23T10:15:30.120Z",
  },
} as const satisfies Operation;
