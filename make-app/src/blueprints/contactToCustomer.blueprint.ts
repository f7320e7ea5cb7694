import type { Scenario } from "./blueprint";

/** The last step gives a newly linked contact its number, which tells the other scenario whose it is. */
export const contactToCustomer: Scenario = {
  id: "contact-to-customer",
  name: "Xero contact -> HubSpot customer",
  steps: [
    {
      module: "watchXeroContacts",
      parameters: { customersOnly: true, limit: 20 },
    },
    {
      module: "getXeroContact",
      mapper: { contactId: "{{1.contactId}}" },
      keepsFailures: true,
    },
    {
      module: "upsertHubspotCustomer",
      mapper: {
        contact: "{{2.contact}}",
        customerType: "company",
        companyMatch: "name",
        mode: "create_or_update",
      },
      keepsFailures: true,
    },
    {
      module: "upsertXeroContact",
      mapper: {
        hubspotId: "{{3.hubspotId}}",
        customerType: "{{3.type}}",
        contactId: "{{3.contactId}}",
        name: "{{3.contactName}}",
        // None of the contact's own fields: they came from here.
        fields: ["account"],
        customerMatch: "email",
        mode: "update_only",
      },
      filter: {
        name: "Linked now",
        conditions: [[{ a: "{{3.linked}}", o: "boolean:equal", b: "true" }]],
      },
      keepsFailures: true,
    },
  ],
};
