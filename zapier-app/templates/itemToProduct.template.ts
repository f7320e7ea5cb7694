import type { Template } from "./template";

export const itemToProduct: Template = {
  id: "item-to-product",
  title: "Create and update HubSpot products from Xero items",
  description:
    "Prices are kept in the books: a Xero item that is new or changes has its HubSpot product, so that sales quotes what will be invoiced.",
  blueprint: "item-to-product",
  steps: [
    { kind: "trigger", key: "xero_item_updated", fields: {} },
    {
      kind: "filter",
      conditions: [{ step: 1, field: "is_sold", rule: "isTrue" }],
      note: "What you only buy is none of HubSpot's products.",
    },
    {
      kind: "action",
      key: "upsert_hubspot_product",
      fields: { item: "{{1__item_id}}" },
    },
  ],
};
