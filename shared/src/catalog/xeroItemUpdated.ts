import type { Operation } from "./field";
import { organisation } from "./fields";
import { xeroItemOutput, xeroItemSample } from "./itemFields";

export const xeroItemUpdated = {
  key: "xero_item_updated",
  noun: "Item",
  label: "New or Updated Xero Item",
  description: "Triggers when a Xero item is new or changes.",
  fields: [organisation],
  output: [{ key: "id", label: "Event ID" }, ...xeroItemOutput],
  sample: { id: `${xeroItemSample.item_id}:1795428930120`, ...xeroItemSample },
} as const satisfies Operation;
