import type { Field } from "./field";

/** Input fields that several operations share. */

export const organisation: Field = {
  key: "organisation_id",
  label: "Xero Organisation",
  dropdown: "organisation",
  help: "Leave empty to use the organisation that was chosen when connecting.",
};

export const customerMatch: Field = {
  key: "customer_match",
  label: "Match Customers By",
  default: "email",
  choices: [
    { value: "email", label: "E-mail address" },
    { value: "company_name", label: "Name" },
  ],
  help: "How a customer without a stored link is recognised in Xero: exactly one active contact must match.",
};

export const invoiceStatus: Field = {
  key: "invoice_status",
  label: "Invoice Status",
  required: true,
  default: "DRAFT",
  choices: [
    { value: "DRAFT", label: "Draft" },
    { value: "SUBMITTED", label: "Awaiting approval" },
    { value: "AUTHORISED", label: "Approved" },
  ],
};

export const accountCode: Field = {
  key: "account_code",
  label: "Revenue Account",
  dropdown: "revenue_account",
  help: "For lines without an account of their own. Only drafts can do without.",
};

export const taxType: Field = {
  key: "tax_type",
  label: "Tax Rate",
  dropdown: "tax_rate",
  help: "For lines without a tax rate of their own. Left empty, Xero takes the account's.",
};

export const lineAmountTypes: Field = {
  key: "line_amount_types",
  label: "Prices Are",
  default: "Exclusive",
  choices: [
    { value: "Exclusive", label: "Without tax" },
    { value: "Inclusive", label: "With tax" },
    { value: "NoTax", label: "Free of tax" },
  ],
};

export const dueInDays: Field = {
  key: "due_in_days",
  label: "Due In Days",
  type: "integer",
  default: "30",
  help: "Approved invoices need a due date.",
};

export const dueRule: Field = {
  key: "due_rule",
  label: "Count Days From",
  default: "days_after_invoice_date",
  choices: [
    { value: "days_after_invoice_date", label: "The invoice date" },
    { value: "days_after_end_of_month", label: "The end of the month" },
    {
      value: "days_after_end_of_next_month",
      label: "The end of the next month",
    },
  ],
};

export const brandingTheme: Field = {
  key: "branding_theme_id",
  label: "Branding Theme",
  dropdown: "branding_theme",
};

export const tracking: Field = {
  key: "tracking",
  label: "Tracking Options",
  dropdown: "tracking_option",
  list: true,
  help: "For every line; one option of at most two tracking categories.",
};

export const sendEmail: Field = {
  key: "send_email",
  label: "E-mail the Invoice",
  type: "boolean",
  help: "Xero sends it to the contact's addresses. Drafts cannot be sent.",
};

/** A customer by its details; the order is that of the Xero contact form. */
export const customerFields: readonly Field[] = [
  { key: "name", label: "Customer Name" },
  { key: "email", label: "E-mail" },
  { key: "first_name", label: "First Name" },
  { key: "last_name", label: "Last Name" },
  { key: "phone", label: "Phone" },
  { key: "address_line1", label: "Address Line 1" },
  { key: "address_line2", label: "Address Line 2" },
  { key: "city", label: "City" },
  { key: "region", label: "State or Region" },
  { key: "postal_code", label: "Postal Code" },
  { key: "country", label: "Country" },
];

/** What an upsert does where it finds no record to update. */
export const upsertMode: Field = {
  key: "mode",
  label: "When There Is None",
  shortLabel: "When Missing",
  default: "create_or_update",
  choices: [
    { value: "create_or_update", label: "Create it" },
    { value: "update_only", label: "Do nothing" },
  ],
};

/** Which fields an upsert writes; each operation has choices and help of its own. */
export const fieldsToWrite = {
  key: "fields",
  label: "Fields to Write",
  list: true,
} as const;
