import {
  customerType,
  hubspotCustomerOutput,
  hubspotCustomerSample,
  hubspotFieldsToWrite,
  taxNumberProperty,
} from "./customerSync";
import type { Operation } from "./field";
import { organisation, upsertMode } from "./fields";
import { xeroContactSample } from "./samples";

export const upsertHubspotCustomer = {
  key: "upsert_hubspot_customer",
  noun: "Customer",
  label: "Create or Update HubSpot Customer",
  description:
    "Creates a HubSpot company or contact for a Xero contact, or updates the properties that differ, and links both records.",
  fields: [
    {
      key: "contact_id",
      label: "Xero Contact",
      required: true,
      help: "The ID of the contact, whose present details are read.",
    },
    organisation,
    {
      ...customerType,
      help: "For contacts that are not linked yet.",
    },
    {
      key: "company_match",
      label: "Match Companies By",
      default: "name",
      choices: [
        { value: "name", label: "Name" },
        { value: "domain", label: "Domain" },
      ],
      help: "How a company without a link is recognised; exactly one must match. The domain is that of the website, else of the e-mail address. People are recognised by their e-mail address.",
    },
    upsertMode,
    hubspotFieldsToWrite,
    taxNumberProperty,
  ],
  output: [
    { key: "outcome", label: "Outcome" },
    ...hubspotCustomerOutput,
    { key: "contact_id", label: "Contact ID" },
    { key: "contact_name", label: "Contact Name" },
    { key: "changed_fields", label: "Changed Fields" },
  ],
  sample: {
    outcome: "updated",
    ...hubspotCustomerSample,
    contact_id: xeroContactSample.id,
    contact_name: xeroContactSample.name,
    changed_fields: "phone, city",
  },
} as const satisfies Operation;
