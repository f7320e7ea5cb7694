import type { Operation } from "./field";
import { organisation } from "./fields";
import { xeroContactOutput } from "./outputs";
import { xeroContactSample } from "./samples";

const { id: contactId, ...contactSample } = xeroContactSample;

export const xeroContactUpdated = {
  key: "xero_contact_updated",
  noun: "Contact",
  label: "New or Updated Xero Contact",
  description:
    "Triggers when a Xero contact is new, changes, is archived or is merged.",
  fields: [
    organisation,
    {
      key: "customers_only",
      label: "Customers Only",
      type: "boolean",
      help: "Leaves out contacts that were never invoiced: suppliers, and new customers until they change after their first invoice.",
    },
  ],
  output: [
    { key: "id", label: "Event ID" },
    { key: "contact_id", label: "Contact ID" },
    ...xeroContactOutput.filter(({ key }) => key !== "id"),
    { key: "phone", label: "Phone" },
    { key: "mobile", label: "Mobile Phone" },
    { key: "address_line1", label: "Address Line 1" },
    { key: "address_line2", label: "Address Line 2" },
    { key: "city", label: "City" },
    { key: "region", label: "State or Region" },
    { key: "postal_code", label: "Postal Code" },
    { key: "country", label: "Country" },
    { key: "tax_number", label: "Tax Number" },
    { key: "website", label: "Website" },
    { key: "default_currency", label: "Default Currency" },
    { key: "is_customer", label: "Is Customer", type: "boolean" },
    { key: "is_supplier", label: "Is Supplier", type: "boolean" },
    { key: "archived", label: "Archived", type: "boolean" },
    { key: "merged_into_id", label: "Merged Into Contact ID" },
    { key: "hubspot_type", label: "HubSpot Type" },
    { key: "hubspot_id", label: "HubSpot ID" },
    {
      key: "contact_persons",
      label: "Contact Persons",
      children: [
        { key: "first_name", label: "First Name" },
        { key: "last_name", label: "Last Name" },
        { key: "email", label: "E-mail" },
        { key: "include_in_emails", label: "Gets Invoices", type: "boolean" },
      ],
    },
    { key: "updated_at", label: "Updated At", type: "datetime" },
  ],
  sample: {
    id: `${contactId}:1795428930120`,
    contact_id: contactId,
    ...contactSample,
    phone: "+44 20 7946 0018",
    address_line1: "14 Quayside",
    city: "Bristol",
    postal_code: "BS1 4DJ",
    country: "United Kingdom",
    is_customer: true,
    is_supplier: false,
    archived: false,
    hubspot_type: "company",
    hubspot_id: "30517120445",
    contact_persons: [
      {
        first_name: "Tom",
        last_name: "Hale",
        email: "tom@harbourfinch.example",
        include_in_emails: true,
      },
    ],
    updated_at: "2026-11-23T10:15:30.120Z",
  },
} as const satisfies Operation;
