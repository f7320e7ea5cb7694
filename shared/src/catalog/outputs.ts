import type { OutputField } from "./field";

/** Output fields that several operations share, in the words of the canonical nouns. */

export const customerOutput: readonly OutputField[] = [
  { key: "type", label: "Type" },
  { key: "hubspot_id", label: "HubSpot ID" },
  { key: "name", label: "Name" },
  { key: "first_name", label: "First Name" },
  { key: "last_name", label: "Last Name" },
  { key: "email", label: "E-mail" },
  { key: "phone", label: "Phone" },
  { key: "xero_contact_id", label: "Xero Contact ID" },
  { key: "address_line1", label: "Address Line 1" },
  { key: "address_line2", label: "Address Line 2" },
  { key: "city", label: "City" },
  { key: "region", label: "State or Region" },
  { key: "postal_code", label: "Postal Code" },
  { key: "country", label: "Country" },
];

export const invoiceOutput: readonly OutputField[] = [
  { key: "outcome", label: "Outcome" },
  { key: "message", label: "Message" },
  { key: "invoice_id", label: "Invoice ID" },
  { key: "invoice_number", label: "Invoice Number" },
  { key: "status", label: "Status" },
  { key: "invoice_url", label: "Invoice Link" },
  { key: "reference", label: "Reference" },
  { key: "date", label: "Date", type: "datetime" },
  { key: "due_date", label: "Due Date", type: "datetime" },
  { key: "currency", label: "Currency" },
  { key: "subtotal", label: "Subtotal", type: "number" },
  { key: "tax", label: "Tax", type: "number" },
  { key: "total", label: "Total", type: "number" },
  { key: "currency_rate", label: "Currency Rate", type: "number" },
  { key: "base_currency", label: "Base Currency" },
  {
    key: "total_in_base_currency",
    label: "Total in Base Currency",
    type: "number",
  },
  { key: "difference", label: "Difference From Expected", type: "number" },
  { key: "contact_id", label: "Contact ID" },
  { key: "contact_name", label: "Contact Name" },
  { key: "contact_outcome", label: "Contact Outcome" },
];

/** What HubSpot makes of the deal's own amount, in its terms. */
export const dealRatesOutput: readonly OutputField[] = [
  { key: "deal_amount", label: "Deal Amount", type: "number" },
  { key: "deal_exchange_rate", label: "Deal Exchange Rate", type: "number" },
  { key: "company_currency", label: "Company Currency" },
  {
    key: "deal_amount_in_company_currency",
    label: "Deal Amount in Company Currency",
    type: "number",
  },
];

export const invoiceLinesOutput: OutputField = {
  key: "line_items",
  label: "Line Items",
  children: [
    { key: "description", label: "Description" },
    { key: "quantity", label: "Quantity", type: "number" },
    { key: "unit_price", label: "Unit Price", type: "number" },
    { key: "line_amount", label: "Line Amount", type: "number" },
    { key: "tax_amount", label: "Tax Amount", type: "number" },
    { key: "tax_type", label: "Tax Type" },
    { key: "account_code", label: "Account Code" },
    { key: "item_code", label: "Item Code" },
  ],
};

export const repeatingInvoicesOutput: OutputField = {
  key: "repeating_invoices",
  label: "Repeating Invoices",
  children: [
    { key: "id", label: "Repeating Invoice ID" },
    { key: "reference", label: "Reference" },
    { key: "status", label: "Status" },
    { key: "rhythm", label: "Rhythm" },
    { key: "start_date", label: "Start Date", type: "datetime" },
    { key: "end_date", label: "End Date", type: "datetime" },
    { key: "next_date", label: "Next Date", type: "datetime" },
    { key: "currency", label: "Currency" },
    { key: "total", label: "Total", type: "number" },
    { key: "difference", label: "Difference From Expected", type: "number" },
    { key: "line_count", label: "Number of Lines", type: "integer" },
  ],
};

export const xeroContactOutput: readonly OutputField[] = [
  { key: "id", label: "Contact ID" },
  { key: "name", label: "Name" },
  { key: "first_name", label: "First Name" },
  { key: "last_name", label: "Last Name" },
  { key: "email", label: "E-mail" },
  { key: "contact_number", label: "Contact Number" },
  { key: "account_number", label: "Account Number" },
  { key: "status", label: "Status" },
  { key: "contact_url", label: "Contact Link" },
];
