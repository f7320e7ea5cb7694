import type { Scenario } from "./blueprint";

/** A product without a SKU has no item; the others that cannot be carried over stay for a person, and hold up none. */
export const productToItem: Scenario = {
  id: "product-to-item",
  name: "HubSpot product -> Xero item",
  steps: [
    // Of the 60 calls that Xero takes a minute, a product needs up to 3.
    { module: "watchHubspotProducts", parameters: { limit: 15 } },
    {
      module: "upsertXeroItem",
      mapper: { product: "{{1.product}}", mode: "create_or_update" },
      filter: {
        name: "Has a SKU",
        conditions: [[{ a: "{{1.code}}", o: "exist" }]],
      },
      keepsFailures: true,
    },
  ],
};
