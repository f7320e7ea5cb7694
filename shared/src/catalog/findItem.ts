import type { Operation } from "./field";
import { organisation } from "./fields";
import { xeroItemOutput, xeroItemSample } from "./itemFields";

export const findItem = {
  key: "find_item",
  noun: "Item",
  label: "Find Xero Item",
  description: "Finds a Xero item by code or name.",
  fields: [
    { key: "code", label: "Code", help: "A HubSpot product's SKU." },
    { key: "name", label: "Name", help: "Used where the code is empty." },
    organisation,
  ],
  output: [{ key: "id", label: "ID" }, ...xeroItemOutput],
  sample: { id: xeroItemSample.item_id, ...xeroItemSample },
} as const satisfies Operation;
