import type { Template } from "./template";

export const contactToCustomer: Template = {
  id: "contact-to-customer",
  title: "Create and update HubSpot companies from Xero contacts",
  description:
    "The books know a customer first, or better: a Xero contact that is new or changes is made or corrected in HubSpot, and both are linked.",
  blueprint: "contact-to-customer",
  steps: [
    {
      kind: "trigger",
      key: "xero_contact_updated",
      fields: { customers_only: "true" },
      note: "Suppliers stay out of HubSpot. A new customer comes with the first change after the first invoice.",
    },
    {
      kind: "action",
      key: "upsert_hubspot_customer",
      fields: { contact_id: "{{1__contact_id}}", customer_type: "company" },
    },
  ],
};
