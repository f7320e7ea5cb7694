import type { Operation } from "./field";
import {
  accountCode,
  brandingTheme,
  customerFields,
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
import { invoiceSample } from "./samples";

export const createInvoice = {
  key: "create_invoice",
  noun: "Invoice",
  label: "Create Invoice",
  description:
    "Creates a Xero sales invoice from mapped fields and line items.",
  fields: [
    invoiceStatus,
    {
      key: "line_items",
      label: "Line Items",
      children: [
        { key: "description", label: "Description" },
        { key: "quantity", label: "Quantity" },
        { key: "unit_price", label: "Unit Price" },
        { key: "discount_percent", label: "Discount Percent" },
        {
          key: "discount_amount",
          label: "Discount Amount (Whole Line)",
          shortLabel: "Discount Amount",
        },
        {
          key: "account_code",
          label: "Account",
          dropdown: "revenue_account",
        },
        { key: "tax_type", label: "Tax Rate", dropdown: "tax_rate" },
        { key: "item_code", label: "Item", dropdown: "item" },
      ],
    },
    organisation,
    {
      key: "contact_id",
      label: "Xero Contact",
      help: "Leave empty to find or create the contact from the customer fields below.",
    },
    ...customerFields,
    {
      ...customerMatch,
      help: `${customerMatch.help} With none, a new one is created.`,
    },
    // Zapier wants every key once, those of the lines included.
    { ...accountCode, key: "default_account_code" },
    { ...taxType, key: "default_tax_type" },
    lineAmountTypes,
    { key: "currency", label: "Currency", dropdown: "currency" },
    { key: "date", label: "Date", type: "date", help: "Today, if empty." },
    { key: "due_date", label: "Due Date", type: "date" },
    { ...dueInDays, help: "Used when Due Date is empty." },
    dueRule,
    { key: "reference", label: "Reference" },
    {
      key: "if_reference_exists",
      label: "If the Contact Has an Invoice With This Reference",
      shortLabel: "Repeated Reference",
      default: "return_existing",
      choices: [
        { value: "return_existing", label: "Return that invoice" },
        { value: "create_another", label: "Create another" },
      ],
      help: "Keeps a repeated run from billing twice. Create another if references repeat, for example every month.",
    },
    brandingTheme,
    tracking,
    sendEmail,
  ],
  output: [...invoiceOutput, invoiceLinesOutput],
  sample: invoiceSample,
} as const satisfies Operation;
