import type { Operation } from "./field";
import { organisation, upsertMode } from "./fields";
import {
  productFieldsToWrite,
  upsertedItemOutput,
  upsertedItemSample,
} from "./itemFields";

/** HubSpot knows nothing of accounts; a product has no tax of Xero's. */
const XERO_ONLY = ["account_code", "tax_type"];

export const upsertHubspotProduct = {
  key: "upsert_hubspot_product",
  noun: "Product",
  label: "Create or Update HubSpot Product",
  description:
    "Creates the HubSpot product of a Xero item, or updates the fields that differ. The item's code is the product's SKU.",
  fields: [
    {
      key: "item",
      label: "Xero Item",
      required: true,
      help: "The item's ID or code. It is read as it is when the step runs.",
    },
    organisation,
    upsertMode,
    productFieldsToWrite,
  ],
  output: upsertedItemOutput.filter(({ key }) => !XERO_ONLY.includes(key)),
  sample: Object.fromEntries(
    Object.entries(upsertedItemSample).filter(
      ([key]) => !XERO_ONLY.includes(key),
    ),
  ),
} as const satisfies Operation;
