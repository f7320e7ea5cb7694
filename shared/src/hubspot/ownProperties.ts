export const PROPERTY_GROUP = { name: "xero_billing", label: "Xero billing" };

/** A property definition as HubSpot's properties API takes it. */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: "string" | "number" | "date" | "enumeration";
  fieldType: "text" | "number" | "date" | "select";
  description: string;
  hasUniqueValue?: boolean;
  options?: { label: string; value: string; displayOrder: number }[];
}

const text = { type: "string", fieldType: "text" } as const;
const number = { type: "number", fieldType: "number" } as const;
const date = { type: "date", fieldType: "date" } as const;

/** The connector's own properties; `set_up_hubspot` creates those that are missing. Names are public: never renamed. */
export const OWN_PROPERTIES: Record<
  "deals" | "companies" | "contacts",
  PropertyDefinition[]
> = {
  deals: [
    {
      name: "xero_invoice_id",
      label: "Xero invoice ID",
      ...text,
      hasUniqueValue: true,
      description:
        "The Xero invoice of this deal. To let the deal be invoiced again, void that invoice in Xero and clear this.",
    },
    {
      name: "xero_invoice_number",
      label: "Xero invoice number",
      ...text,
      description: "Number of the newest Xero invoice of this deal.",
    },
    {
      name: "xero_invoice_status",
      label: "Xero invoice status",
      ...text,
      description: "State of the invoice in Xero.",
    },
    {
      name: "xero_invoice_url",
      label: "Xero invoice link",
      ...text,
      description: "Opens the invoice in Xero.",
    },
    {
      name: "xero_invoice_total",
      label: "Xero invoice total",
      ...number,
      description: "Total with tax, in the invoice's currency.",
    },
    {
      name: "xero_amount_paid",
      label: "Xero amount paid",
      ...number,
      description: "Paid so far, in the invoice's currency.",
    },
    {
      name: "xero_amount_due",
      label: "Xero amount due",
      ...number,
      description: "Still to pay, in the invoice's currency.",
    },
    {
      name: "xero_amount_credited",
      label: "Xero amount credited",
      ...number,
      description: "Credited so far, in the invoice's currency.",
    },
    {
      name: "xero_due_date",
      label: "Xero due date",
      ...date,
      description: "Due date of the invoice.",
    },
    {
      name: "xero_last_payment_date",
      label: "Xero last payment date",
      ...date,
      description: "Date of the newest payment.",
    },
    {
      name: "xero_sync_mark",
      label: "Xero sync mark",
      ...text,
      description:
        "Written by the connector before it creates an invoice, so that no deal is invoiced twice. Do not edit.",
    },
    {
      name: "xero_repeating_invoice_id",
      label: "Xero repeating invoice IDs",
      ...text,
      description:
        "The repeating invoices in Xero that were made from this deal, ended ones included.",
    },
    {
      name: "xero_repeating_mark",
      label: "Xero repeating invoice mark",
      ...text,
      description:
        "Written by the connector before it creates or ends repeating invoices. To let new ones be made, end the old ones and clear this.",
    },
    {
      name: "xero_invoice_request",
      label: "Xero invoice request",
      type: "enumeration",
      fieldType: "select",
      options: [
        { label: "Create the invoice", value: "create", displayOrder: 0 },
      ],
      description: "Set it to ask for a Xero invoice from the deal.",
    },
  ],
  companies: [contactLink("company")],
  contacts: [contactLink("contact")],
};

function contactLink(record: string): PropertyDefinition {
  return {
    name: "xero_contact_id",
    label: "Xero contact ID",
    ...text,
    hasUniqueValue: true,
    description: `The Xero contact of this ${record}. Invoices go to it without any search.`,
  };
}
