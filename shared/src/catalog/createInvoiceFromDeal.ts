import type { Operation } from "./field";
import {
  accountCode,
  brandingTheme,
  customerMatch,
  dueInDays,
  dueRule,
  invoiceStatus,
  lineAmountTypes,
  organisation,
  sendEmail,
  taxType,
  tracking,
} from "./fields";
import { invoiceLinesOutput, invoiceOutput } from "./outputs";

export const createInvoiceFromDeal = {
  key: "create_invoice_from_deal",
  noun: "Invoice",
  label: "Create Invoice From Deal",
  description:
    "Creates a Xero invoice from a HubSpot deal: finds or creates the contact, carries every line, discount and tax, and writes the invoice onto the deal. A deal is never invoiced twice.",
  fields: [
    {
      key: "deal_id",
      label: "Deal",
      required: true,
      help: "Map the deal ID of the trigger.",
    },
    invoiceStatus,
    organisation,
    accountCode,
    taxType,
    {
      key: "tax_table",
      label: "Tax Table",
      children: [
        {
          key: "hubspot_tax_rate",
          label: "HubSpot Tax Rate",
          dropdown: "hubspot_tax_rate",
        },
        { key: "tax_type", label: "Xero Tax Rate", dropdown: "tax_rate" },
      ],
    },
    lineAmountTypes,
    dueInDays,
    dueRule,
    {
      key: "reference",
      label: "Reference",
      help: "The deal's own key is added behind it, so that the invoice can always be found again.",
    },
    brandingTheme,
    tracking,
    customerMatch,
    {
      key: "once_per",
      label: "Invoice Once Per",
      default: "deal",
      choices: [
        { value: "deal", label: "Deal" },
        { value: "stage_entry", label: "Entry into a stage" },
      ],
    },
    {
      key: "on_difference",
      label: "If Roundings Miss the Deal's Total",
      default: "refuse",
      choices: [
        { value: "refuse", label: "Stop and say so" },
        { value: "rounding_line", label: "Add a rounding line" },
      ],
      help: "Xero rounds each line to the cent, which can add up to a cent more or less than the deal.",
    },
    {
      key: "without_lines",
      label: "If the Deal Has No Lines",
      default: "refuse",
      choices: [
        { value: "refuse", label: "Stop and say so" },
        { value: "deal_amount", label: "Invoice the deal's amount" },
      ],
    },
    sendEmail,
  ],
  output: [
    ...invoiceOutput,
    { key: "deal_id", label: "Deal ID" },
    { key: "deal_url", label: "Deal Link" },
    invoiceLinesOutput,
  ],
  sample: {
    outcome: "created",
    message:
      'Invoice INV-0042 over 5400.00 GBP was created for deal "Website relaunch".',
    invoice_id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
    invoice_number: "INV-0042",
    status: "DRAFT",
    invoice_url:
      "https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
    reference: "HS-49301844761",
    date: "2026-11-23",
    due_date: "2026-12-23",
    currency: "GBP",
    subtotal: 4500,
    tax: 900,
    total: 5400,
    difference: 0,
    contact_id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
    contact_name: "Harbour & Finch Ltd",
    contact_outcome: "matched",
    deal_id: "49301844761",
    deal_url: "https://app.hubspot.com/contacts/2034521/record/0-3/49301844761",
    line_items: [
      {
        description: "Design sprint",
        quantity: 5,
        unit_price: 1000,
        line_amount: 4500,
        tax_amount: 900,
        tax_type: "OUTPUT2",
        account_code: "200",
      },
    ],
  },
} as const satisfies Operation;
