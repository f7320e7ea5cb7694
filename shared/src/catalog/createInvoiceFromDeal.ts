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
import { dealRatesOutput, invoiceLinesOutput, invoiceOutput } from "./outputs";
import { dealRatesSample, dealSample, invoiceSample } from "./samples";

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
    {
      ...taxType,
      help: "Used where neither the tax table nor the item gives a rate. Left empty, Xero takes the account's.",
    },
    {
      key: "tax_table",
      label: "Tax Table",
      children: [
        {
          key: "hubspot_tax_rate",
          label: "HubSpot Tax Rate",
          dropdown: "hubspot_tax_rate",
          help: "A deal with a rate that has no row here is refused.",
        },
        { key: "xero_tax_rate", label: "Xero Tax Rate", dropdown: "tax_rate" },
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
    {
      ...customerMatch,
      help: `${customerMatch.help} With none, a new one is created.`,
    },
    {
      key: "bill",
      label: "What to Bill",
      default: "whole",
      choices: [
        { value: "whole", label: "The whole deal" },
        { value: "deposit", label: "A deposit" },
        { value: "balance", label: "The balance, less the deposit" },
      ],
      help: "Once each: a deposit when the deal is agreed, the balance when the work is done.",
    },
    {
      key: "deposit_percent",
      label: "Deposit Percent",
      type: "number",
      help: "Of what the deal bills. For a deposit, fill in this or the amount.",
    },
    {
      key: "deposit_amount",
      label: "Deposit Amount",
      type: "number",
      help: "In the deal's currency; with or without tax, as its prices are.",
    },
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
      key: "stage_entry_id",
      label: "Stage Entry",
      help: "Needed to invoice once per entry into a stage: map the event ID of the trigger.",
    },
    {
      key: "on_difference",
      label: "If Roundings Miss the Deal's Total",
      shortLabel: "Rounding Difference",
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
      shortLabel: "Missing Lines",
      default: "refuse",
      choices: [
        { value: "refuse", label: "Stop and say so" },
        { value: "deal_amount", label: "Invoice the deal's amount" },
      ],
      help: "The amount becomes one line, with the account and tax rate of this step.",
    },
    sendEmail,
  ],
  output: [
    ...invoiceOutput,
    { key: "deal_id", label: "Deal ID" },
    { key: "deal_url", label: "Deal Link" },
    ...dealRatesOutput,
    invoiceLinesOutput,
  ],
  sample: { ...invoiceSample, ...dealSample, ...dealRatesSample },
} as const satisfies Operation;
