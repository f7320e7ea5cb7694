import type { Operation } from "./field";
import { customerFields, customerMatch, organisation } from "./fields";
import { xeroContactOutput } from "./outputs";

export const upsertXeroContact = {
  key: "upsert_xero_contact",
  noun: "Contact",
  label: "Create or Update Contact",
  description:
    "Creates a Xero contact for a HubSpot company or contact, or updates the fields that differ, and links both records.",
  fields: [
    {
      key: "customer_type",
      label: "Customer Is A",
      default: "company",
      choices: [
        { value: "company", label: "HubSpot company" },
        { value: "contact", label: "HubSpot contact" },
      ],
    },
    {
      key: "hubspot_id",
      label: "HubSpot Record",
      help: "The company or contact whose details are read and which is linked. The fields below replace what HubSpot says.",
    },
    organisation,
    ...customerFields,
    customerMatch,
  ],
  output: [
    { key: "outcome", label: "Outcome" },
    ...xeroContactOutput,
    { key: "changed_fields", label: "Changed Fields" },
    { key: "linked", label: "Linked to HubSpot", type: "boolean" },
  ],
  sample: {
    outcome: "updated",
    id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
    name: "Harbour & Finch Ltd",
    first_name: "Priya",
    last_name: "Nair",
    email: "priya@harbourfinch.example",
    contact_number: "hubspot-company-30517120445",
    status: "ACTIVE",
    contact_url:
      "https://go.xero.com/Contacts/View/5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
    changed_fields: "EmailAddress",
    linked: true,
  },
} as const satisfies Operation;
