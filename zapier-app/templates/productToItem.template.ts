import { choose, type Template } from "./template";

export const productToItem: Template = {
  id: "product-to-item",
  title: "Create and update Xero items from HubSpot products",
  description:
    "One product list for sales and books: a HubSpot product that is new or changes has its Xero item, known by the SKU, with name, description and price.",
  blueprint: "product-to-item",
  steps: [
    { kind: "trigger", key: "hubspot_product_updated", fields: {} },
    {
      kind: "filter",
      conditions: [{ step: 1, field: "code", rule: "exists" }],
      note: "The SKU is the item's code: a product without one has no item.",
    },
    {
      kind: "action",
      key: "upsert_xero_item",
      fields: {
        product_id: "{{1__product_id}}",
        account_code: choose("the sales account of new items"),
        tax_type: choose("the tax rate of new items"),
      },
    },
  ],
};
