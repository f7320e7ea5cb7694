import {
  accountNumberProperty,
  contactFieldsToWrite,
  customerType,
  taxNumberProperty,
} from "./customerSync";
import type { Operation } from "./field";
import {
  customerFields,
  customerMatch,
  organisation,
  upsertMode,
} from "./fields";
import { xeroContactOutput } from "./outputs";
import { xeroContactSample } from "./samples";

export const upsertXeroContact = {
  key: "upsert_xero_contact",
  noun: "Contact",
  label: "Create or Update Xero Contact",
  description:
    "Creates a Xero contact for a HubSpot company or contact, or updates the fields that differ, and links both records.",
  fields: [
    customerType,
    {
      key: "hubspot_id",
      label: "HubSpot Record",
      help: "The company or contact whose details are read and which is linked. The fields below replace what HubSpot says.",
    },
    organisation,
    ...customerFields,
    { key: "mobile", label: "Mobile Phone" },
    { key: "tax_number", label: "Tax Number" },
    { key: "account_number", label: "Account Number" },
    {
      key: "default_currency",
      label: "Default Currency",
      dropdown: "currency",
    },
    customerMatch,
    upsertMode,
    contactFieldsToWrite,
    taxNumberProperty,
    accountNumberProperty,
    {
      key: "contact_group",
      label: "Contact Group",
      help: "Name of a Xero contact group that the contact is put into. It must exist, and no other group is left.",
    },
  ],
  output: [
    { key: "outcome", label: "Outcome" },
    ...xeroContactOutput,
    { key: "changed_fields", label: "Changed Fields" },
    { key: "linked", label: "Linked to HubSpot", type: "boolean" },
    { key: "not_carried", label: "Not Carried" },
  ],
  sample: {
    outcome: "updated",
    ...xeroContactSample,
    changed_fields: "EmailAddress",
    linked: true,
    not_carried:
      'Website "harbourfinch.example" has no place: Xero lets no app write it.',
  },
} as const satisfies Operation;
