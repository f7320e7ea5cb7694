import { creditNoteCreated } from "./creditNoteCreated";
import type { Operation } from "./field";
import { organisation } from "./fields";

export const createCreditNote = {
  key: "create_credit_note",
  noun: "Credit Note",
  label: "Create Credit Note",
  description:
    "Creates an approved Xero credit note for an invoice, or a part of it, and sets it against the invoice.",
  fields: [
    {
      key: "invoice_id",
      label: "Invoice",
      required: true,
      help: "Map the ID of an approved invoice.",
    },
    {
      key: "amount",
      label: "Amount",
      help: "Tax included. Leave empty to credit all that is still due.",
    },
    organisation,
    { key: "description", label: "Description" },
    {
      key: "reference",
      label: "Reference",
      help: "A credit note of the same reference and total is not made twice.",
    },
    {
      key: "allocate",
      label: "Set Against the Invoice",
      shortLabel: "Set Against Invoice",
      type: "boolean",
      default: "true",
      help: "Otherwise it stays open in Xero, to be set against any invoice of the customer.",
    },
  ],
  output: [
    { key: "outcome", label: "Outcome" },
    { key: "message", label: "Message" },
    ...creditNoteCreated.output,
  ],
  sample: {
    outcome: "created",
    message: "Credit note CN-0007 over 600.00 GBP was created for INV-0042.",
    ...creditNoteCreated.sample,
  },
} as const satisfies Operation;
