import type { Scenario } from "./blueprint";

/** Not in order: a customer that a person must look at is an everyday matter and must hold up no other. */
export const customerToContact: Scenario = {
  id: "customer-to-contact",
  name: "HubSpot customer -> Xero contact",
  steps: [
    {
      module: "watchHubspotCustomers",
      parameters: { customerType: "company", limit: 20 },
    },
    {
      module: "upsertXeroContact",
      mapper: {
        customer: "{{1.customer}}",
        customerMatch: "email",
        mode: "create_or_update",
      },
      keepsFailures: true,
    },
    {
      module: "linkHubspotCustomer",
      mapper: {
        hubspotId: "{{1.hubspotId}}",
        contactId: "{{2.id}}",
        customerType: "{{1.type}}",
      },
      filter: {
        name: "Not linked yet",
        conditions: [
          [
            { a: "{{2.id}}", o: "exist" },
            { a: "{{2.id}}", o: "text:notequal", b: "{{1.xeroContactId}}" },
          ],
        ],
      },
      keepsFailures: true,
    },
  ],
};
