import { createInvoiceFromDeal } from "./createInvoiceFromDeal";
import type { Field, Operation } from "./field";
import { invoiceStatus } from "./fields";
import { dealSample, invoiceSample } from "./samples";

/** What `create_invoice_from_deal` asks about its one deal, and what comes first. */
const OF_ONE_DEAL = new Set(["deal_id", "stage_entry_id", invoiceStatus.key]);
const options: readonly Field[] = createInvoiceFromDeal.fields.filter(
  ({ key }) => !OF_ONE_DEAL.has(key),
);

export const createInvoicesFromDeals = {
  key: "create_invoices_from_deals",
  noun: "Invoice",
  label: "Create Invoices From Deals",
  description:
    "Creates Xero invoices from up to 100 HubSpot deals in one run, and says of each deal what became of it. A deal is never invoiced twice.",
  fields: [
    invoiceStatus,
    {
      key: "deal_ids",
      label: "Deals",
      list: true,
      help: "Up to 100 deal IDs, one in each row or separated by commas. To invoice once per entry into a stage, map event IDs of the trigger instead.",
    },
    {
      key: "pipeline_id",
      label: "Pipeline",
      dropdown: "pipeline",
      help: "Instead of a list: all deals of a stage that have no invoice yet, 100 in each run.",
    },
    { key: "stage_id", label: "Stage", dropdown: "stage" },
    ...options,
  ],
  output: [
    { key: "message", label: "Message" },
    { key: "created", label: "Created", type: "integer" },
    { key: "already_invoiced", label: "Already Invoiced", type: "integer" },
    { key: "recovered", label: "Recovered", type: "integer" },
    { key: "refused", label: "Refused", type: "integer" },
    { key: "failed", label: "Failed", type: "integer" },
    { key: "totals", label: "Totals Created" },
    { key: "more", label: "More in Stage", type: "boolean" },
    {
      key: "invoices",
      label: "Invoices",
      children: [
        { key: "deal_id", label: "Deal ID" },
        { key: "deal_name", label: "Deal Name" },
        { key: "deal_url", label: "Deal Link" },
        { key: "outcome", label: "Outcome" },
        { key: "invoice_id", label: "Invoice ID" },
        { key: "invoice_number", label: "Invoice Number" },
        { key: "invoice_url", label: "Invoice Link" },
        { key: "total", label: "Total", type: "number" },
        { key: "currency", label: "Currency" },
        { key: "contact_name", label: "Contact Name" },
        { key: "sentence", label: "Sentence" },
      ],
    },
  ],
  sample: {
    message: "Invoices: 1 created over 5400.00 GBP; 1 refused.",
    created: 1,
    already_invoiced: 0,
    recovered: 0,
    refused: 1,
    failed: 0,
    totals: "5400.00 GBP",
    more: false,
    invoices: [
      {
        ...dealSample,
        deal_name: "Website relaunch",
        outcome: "created",
        invoice_id: invoiceSample.invoice_id,
        invoice_number: invoiceSample.invoice_number,
        invoice_url: invoiceSample.invoice_url,
        total: invoiceSample.total,
        currency: invoiceSample.currency,
        contact_name: invoiceSample.contact_name,
        sentence:
          'Invoice INV-0042 over 5400.00 GBP was created for deal "Website relaunch".',
      },
      {
        deal_id: "49301844762",
        deal_name: "Brand film",
        deal_url:
          "https://app.hubspot.com/contacts/2034521/record/0-3/49301844762",
        outcome: "refused",
        sentence:
          'Deal "Brand film" has no line items. Add them in HubSpot, or let this step invoice the deal\'s amount on one line.',
      },
    ],
  },
} as const satisfies Operation;
