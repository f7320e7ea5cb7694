import type { Operation } from "./field";
import { organisation } from "./fields";
import { repeatingInvoicesOutput } from "./outputs";
import { dealSample, repeatingInvoiceSample } from "./samples";

export const endRepeatingInvoices = {
  key: "end_repeating_invoices",
  noun: "Repeating Invoice",
  label: "End Repeating Invoices",
  description:
    "Ends the Xero repeating invoices of a HubSpot deal; the invoices that they made stay.",
  fields: [
    {
      key: "deal_id",
      label: "Deal",
      required: true,
      help: "Map the deal ID of the trigger.",
    },
    organisation,
  ],
  output: [
    { key: "outcome", label: "Outcome" },
    { key: "message", label: "Message" },
    repeatingInvoicesOutput,
    { key: "billed_count", label: "Invoices So Far", type: "integer" },
    { key: "billed_total", label: "Billed So Far", type: "number" },
    { key: "currency", label: "Currency" },
    { key: "deal_id", label: "Deal ID" },
    { key: "deal_url", label: "Deal Link" },
  ],
  sample: {
    outcome: "ended",
    message:
      'One repeating invoice of deal "Website care" was ended. 4 invoices over 2160.00 GBP had come of it and stay.',
    repeating_invoices: [repeatingInvoiceSample],
    billed_count: 4,
    billed_total: 2160,
    currency: "GBP",
    ...dealSample,
  },
} as const satisfies Operation;
