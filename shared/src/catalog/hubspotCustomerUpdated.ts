import {
  customerType,
  hubspotCustomerOutput,
  hubspotCustomerSample,
} from "./customerSync";
import type { Operation } from "./field";

export const hubspotCustomerUpdated = {
  key: "hubspot_customer_updated",
  noun: "Customer",
  label: "New or Updated HubSpot Customer",
  description: "Triggers when a HubSpot company or contact is new or changes.",
  fields: [{ ...customerType, label: "Listen To" }],
  output: [
    { key: "id", label: "Event ID" },
    ...hubspotCustomerOutput,
    { key: "updated_at", label: "Updated At", type: "datetime" },
  ],
  sample: {
    id: "30517120445:1795428930120",
    ...hubspotCustomerSample,
    updated_at: "2026-11-23T10:15:30.120Z",
  },
} as const satisfies Operation;
