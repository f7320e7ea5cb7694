import type { Scenario } from "./blueprint";

/** What a Xero organisation only buys is none of HubSpot's products. */
export const itemToProduct: Scenario = {
  id: "item-to-product",
  name: "Xero item -> HubSpot product",
  steps: [
    { module: "watchXeroItems", parameters: { limit: 50 } },
    {
      module: "upsertHubspotProduct",
      mapper: { item: "{{1.item}}", mode: "create_or_update" },
      filter: {
        name: "Is sold",
        conditions: [
          [{ a: "{{1.isSold}}", o: "boolean:equal", b: "{{true}}" }],
        ],
      },
      keepsFailures: true,
    },
  ],
};
