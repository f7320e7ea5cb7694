import type { Template } from "./template";

export const customerToContact: Template = {
  id: "customer-to-contact",
  title: "Create and update Xero contacts from HubSpot customers",
  description:
    "A company is new in HubSpot, or its name, phone or address changes: its Xero contact is made or follows, and both are linked. With the way back on as well, an edit reaches the other side once and goes no further.",
  blueprint: "customer-to-contact",
  steps: [
    {
      kind: "trigger",
      key: "hubspot_customer_updated",
      fields: { customer_type: "company" },
      note: "For people, set up a second Zap that listens to contacts.",
    },
    {
      kind: "action",
      key: "upsert_xero_contact",
      fields: {
        customer_type: "{{1__type}}",
        hubspot_id: "{{1__hubspot_id}}",
        customer_match: "company_name",
      },
      note: "Companies have no e-mail address in HubSpot, so they are matched by name. To leave out companies that are no customers yet, let it do nothing when there is none: their contact is made with the first invoice.",
    },
  ],
};
