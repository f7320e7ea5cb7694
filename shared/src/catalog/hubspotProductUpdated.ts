import type { Operation } from "./field";
import { itemOutput, productSample } from "./itemFields";

export const hubspotProductUpdated = {
  key: "hubspot_product_updated",
  noun: "Product",
  label: "New or Updated HubSpot Product",
  description: "Triggers when a HubSpot product is new or changes.",
  fields: [],
  output: [
    { key: "id", label: "Event ID" },
    { key: "product_id", label: "Product ID" },
    ...itemOutput,
    { key: "is_active", label: "Is Active", type: "boolean" },
  ],
  sample: {
    id: `${productSample.product_id}:1795428930120`,
    ...productSample,
  },
} as const satisfies Operation;
