import type { Operation } from "./field";
import { organisation, upsertMode } from "./fields";
import {
  itemFieldsToWrite,
  upsertedItemOutput,
  upsertedItemSample,
} from "./itemFields";

export const upsertXeroItem = {
  key: "upsert_xero_item",
  noun: "Item",
  label: "Create or Update Xero Item",
  description:
    "Creates the Xero item of a HubSpot product, or updates the fields that differ. The product's SKU is the item's code.",
  fields: [
    {
      key: "product_id",
      label: "HubSpot Product",
      required: true,
      help: "The product's ID. It is read as it is when the step runs.",
    },
    organisation,
    upsertMode,
    itemFieldsToWrite,
    {
      key: "account_code",
      label: "Sales Account",
      dropdown: "revenue_account",
      help: "For new items. Existing ones keep theirs unless account and tax are among the fields to write.",
    },
    {
      key: "tax_type",
      label: "Tax Rate",
      dropdown: "tax_rate",
      help: "For new items, as the account.",
    },
  ],
  output: upsertedItemOutput,
  sample: upsertedItemSample,
} as const satisfies Operation;
