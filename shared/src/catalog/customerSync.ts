import type { Field, OutputField } from "./field";
import { fieldsToWrite } from "./fields";
import { customerOutput } from "./outputs";

/** Fields of the operations that keep customers in step. */

export const customerType: Field = {
  key: "customer_type",
  label: "Customer Is A",
  default: "company",
  choices: [
    { value: "company", label: "HubSpot company" },
    { value: "contact", label: "HubSpot contact" },
  ],
};

const FIELD_CHOICES = [
  { value: "name", label: "Name" },
  { value: "email", label: "E-mail" },
  { value: "phone", label: "Phone numbers" },
  { value: "address", label: "Address" },
  { value: "tax_number", label: "Tax number" },
] as const;

export const hubspotFieldsToWrite: Field = {
  ...fieldsToWrite,
  choices: FIELD_CHOICES,
  help: "Leave empty for all of them. What is empty in Xero clears nothing in HubSpot.",
};

export const contactFieldsToWrite: Field = {
  ...fieldsToWrite,
  choices: [
    ...FIELD_CHOICES,
    { value: "account", label: "Account number and currency" },
  ],
  help: "Leave empty for all of them. What is empty in HubSpot clears nothing in Xero. A new contact gets every field.",
};

export const taxNumberProperty: Field = {
  key: "tax_number_property",
  label: "Tax Number Property",
  help: "Internal name of the HubSpot property that holds the tax number, which HubSpot has none of its own for. Leave empty to leave tax numbers alone.",
};

export const accountNumberProperty: Field = {
  key: "account_number_property",
  label: "Account Number Property",
  help: "Internal name of the HubSpot property that holds the customer's account number in Xero, 50 characters at most. Leave empty to leave account numbers alone.",
};

const details: readonly OutputField[] = [
  { key: "mobile", label: "Mobile Phone" },
  { key: "tax_number", label: "Tax Number" },
  { key: "website", label: "Website" },
];

/** A HubSpot company or contact. */
export const hubspotCustomerOutput: readonly OutputField[] = [
  ...customerOutput,
  ...details,
  { key: "hubspot_url", label: "HubSpot Link" },
];

/** Invented; a company has no e-mail address in HubSpot. */
export const hubspotCustomerSample = {
  type: "company",
  hubspot_id: "30517120445",
  name: "Harbour & Finch Ltd",
  phone: "+44 20 7946 0018",
  xero_contact_id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  address_line1: "14 Quayside",
  city: "Bristol",
  postal_code: "BS1 4DJ",
  country: "United Kingdom",
  website: "harbourfinch.example",
  hubspot_url:
    "https://app.hubspot.com/contacts/2034521/record/0-2/30517120445",
};
