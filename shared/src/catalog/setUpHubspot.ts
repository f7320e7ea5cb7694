import type { Operation } from "./field";

export const setUpHubspot = {
  key: "set_up_hubspot",
  noun: "Setup",
  label: "Set Up HubSpot",
  description:
    "Creates the HubSpot properties that hold invoice numbers, links and amounts. Run it once; running it again changes nothing.",
  fields: [
    {
      key: "confirm",
      label: "Create the Properties",
      type: "boolean",
      required: true,
      default: "true",
      help: "Adds the group Xero billing to deals, companies and contacts. The service key needs the scopes `crm.schemas.deals.write`, `crm.schemas.companies.write` and `crm.schemas.contacts.write`.",
    },
  ],
  output: [
    { key: "message", label: "Message" },
    { key: "created_count", label: "Created", type: "integer" },
    { key: "existing_count", label: "Existing", type: "integer" },
    { key: "created", label: "Created Properties" },
  ],
  sample: {
    message: "2 properties were created, 12 existed already.",
    created_count: 2,
    existing_count: 12,
    created: "deals.xero_invoice_id, deals.xero_sync_mark",
  },
} as const satisfies Operation;
