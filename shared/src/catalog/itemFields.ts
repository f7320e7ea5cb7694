import type { Field, OutputField } from "./field";
import { fieldsToWrite } from "./fields";

/** Fields of the operations on HubSpot's products and Xero's items. */

const FIELD_CHOICES = [
  { value: "name", label: "Name" },
  { value: "description", label: "Description" },
  { value: "price", label: "Price" },
] as const;

export const productFieldsToWrite: Field = {
  ...fieldsToWrite,
  choices: FIELD_CHOICES,
  help: "Leave empty for all of them. What is empty in Xero clears nothing in HubSpot.",
};

export const itemFieldsToWrite: Field = {
  ...fieldsToWrite,
  choices: [
    ...FIELD_CHOICES,
    { value: "account_and_tax", label: "Account and tax of this step" },
  ],
  help: "Leave empty for name, description and price. What is empty in HubSpot clears nothing in Xero.",
};

/** In the words of the canonical item. */
export const itemOutput: readonly OutputField[] = [
  { key: "code", label: "Code" },
  { key: "name", label: "Name" },
  { key: "description", label: "Description" },
  { key: "unit_price", label: "Unit Price", type: "number" },
  { key: "updated_at", label: "Updated At", type: "datetime" },
];

const accountAndTax: readonly OutputField[] = [
  { key: "account_code", label: "Account Code" },
  { key: "tax_type", label: "Tax Type" },
];

export const xeroItemOutput: readonly OutputField[] = [
  { key: "item_id", label: "Item ID" },
  ...itemOutput,
  ...accountAndTax,
  { key: "is_sold", label: "Is Sold", type: "boolean" },
];

export const upsertedItemOutput: readonly OutputField[] = [
  { key: "outcome", label: "Outcome" },
  { key: "product_id", label: "Product ID" },
  { key: "item_id", label: "Item ID" },
  ...itemOutput,
  ...accountAndTax,
  { key: "changed_fields", label: "Changed Fields" },
];

const itemSample = {
  code: "DESIGN",
  name: "Design sprint",
  description: "Five days with two designers",
  unit_price: 1000,
  updated_at: "2026-11-23T10:15:30.120Z",
};

export const productSample = {
  product_id: "18402217735",
  ...itemSample,
  is_active: true,
};

export const xeroItemSample = {
  item_id: "c8c54d65-f3f2-452d-926e-bf450b12fb07",
  ...itemSample,
  account_code: "200",
  tax_type: "OUTPUT2",
  is_sold: true,
};

export const upsertedItemSample = {
  outcome: "updated",
  product_id: productSample.product_id,
  item_id: xeroItemSample.item_id,
  ...itemSample,
  account_code: "200",
  tax_type: "OUTPUT2",
  changed_fields: "name, unit_price",
};
