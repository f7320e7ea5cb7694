import type { Operation } from "./field";
import { dealSample, invoiceSample } from "./samples";

export const findDeal = {
  key: "find_deal",
  noun: "Deal",
  label: "Find Deal",
  description: "Finds the HubSpot deal of a Xero invoice.",
  fields: [
    {
      key: "invoice_id",
      label: "Invoice",
      help: "Map the ID of a Xero invoice.",
    },
    {
      key: "invoice_number",
      label: "Invoice Number",
      help: "Used when Invoice is empty.",
    },
  ],
  output: [
    { key: "id", label: "ID" },
    { key: "deal_id", label: "Deal ID" },
    { key: "deal_name", label: "Deal Name" },
    { key: "deal_url", label: "Deal Link" },
    { key: "stage_id", label: "Stage ID" },
    { key: "amount", label: "Amount", type: "number" },
    { key: "currency", label: "Currency" },
    { key: "owner_id", label: "Owner ID" },
    { key: "invoice_id", label: "Invoice ID" },
    { key: "invoice_number", label: "Invoice Number" },
    { key: "billing_state", label: "Billing State" },
  ],
  sample: {
    id: dealSample.deal_id,
    ...dealSample,
    deal_name: "Website relaunch",
    stage_id: "closedwon",
    amount: 4500,
    currency: "GBP",
    owner_id: "118204533",
    invoice_id: invoiceSample.invoice_id,
    invoice_number: invoiceSample.invoice_number,
    billing_state: "awaiting payment",
  },
} as const satisfies Operation;
