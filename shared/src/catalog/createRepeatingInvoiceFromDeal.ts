import { createInvoiceFromDeal } from "./createInvoiceFromDeal";
import type { Field, Operation } from "./field";
import {
  invoiceLinesOutput,
  invoiceOutput,
  repeatingInvoicesOutput,
} from "./outputs";
import { dealSample, invoiceSample, repeatingInvoiceSample } from "./samples";

/** Whatever makes no sense of a schedule. */
const NOT_SHARED = [
  "invoice_status",
  "once_per",
  "stage_entry_id",
  "without_lines",
  "send_email",
];

const status: Field = {
  key: "invoice_status",
  label: "Invoices Are",
  required: true,
  default: "DRAFT",
  choices: [
    { value: "DRAFT", label: "Drafts" },
    { value: "AUTHORISED", label: "Approved" },
    { value: "SENT", label: "Approved and e-mailed" },
  ],
  help: "How Xero makes each invoice of the schedule, and how the one-time lines are invoiced.",
};

const pastStart: Field = {
  key: "past_start",
  label: "If the Start Lies in the Past",
  shortLabel: "Past Start",
  default: "refuse",
  choices: [
    { value: "refuse", label: "Stop and say so" },
    { value: "bill_past", label: "Bill all past dates at once" },
    { value: "from_next", label: "Start at the next date" },
  ],
  help: "Xero makes an invoice for each past date at once.",
};

const shared: readonly Field[] = createInvoiceFromDeal.fields;
const [deal, ...others] = shared.filter(({ key }) => !NOT_SHARED.includes(key));

export const createRepeatingInvoiceFromDeal = {
  key: "create_repeating_invoice_from_deal",
  noun: "Repeating Invoice",
  label: "Create Repeating Invoice From Deal",
  description:
    "Creates Xero repeating invoices from a HubSpot deal's recurring lines, one for each schedule, and an invoice from its one-time lines. A deal is never billed twice.",
  fields: [...(deal ? [deal] : []), status, ...others, pastStart],
  output: [
    ...invoiceOutput,
    repeatingInvoicesOutput,
    { key: "deal_id", label: "Deal ID" },
    { key: "deal_url", label: "Deal Link" },
    invoiceLinesOutput,
  ],
  sample: {
    ...invoiceSample,
    status: repeatingInvoiceSample.status,
    message:
      'Deal "Website care" is billed 540.00 GBP every month from 2026-12-01 until 2027-11-01. Invoice INV-0042 over 5400.00 GBP was created for deal "Website care".',
    repeating_invoices: [{ ...repeatingInvoiceSample, difference: 0 }],
    ...dealSample,
  },
} as const satisfies Operation;
