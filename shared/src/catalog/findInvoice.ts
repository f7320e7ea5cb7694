import type { Operation } from "./field";
import { organisation } from "./fields";
import { invoiceLinesOutput, invoiceOutput } from "./outputs";
import { invoiceSample } from "./samples";

/** Of an invoice that is found there is no run to tell of. */
const RUN = ["outcome", "message", "difference", "contact_outcome"];

export const findInvoice = {
  key: "find_invoice",
  noun: "Invoice",
  label: "Find Invoice",
  description:
    "Finds a Xero sales invoice by number, reference or deal, or a contact's oldest open one.",
  fields: [
    { key: "invoice_number", label: "Invoice Number" },
    { key: "reference", label: "Reference" },
    {
      key: "deal_id",
      label: "Deal",
      help: "The invoice that the HubSpot deal shows.",
    },
    {
      key: "contact_id",
      label: "Contact",
      help: "The oldest approved invoice of the Xero contact with something due; the fields above come first.",
    },
    organisation,
  ],
  output: [
    { key: "id", label: "ID" },
    ...invoiceOutput.filter(({ key }) => !RUN.includes(key)),
    invoiceLinesOutput,
  ],
  sample: {
    id: invoiceSample.invoice_id,
    ...Object.fromEntries(
      Object.entries(invoiceSample).filter(([key]) => !RUN.includes(key)),
    ),
  },
} as const satisfies Operation;
