import { xeroItemUpdated as operation } from "@hubspot-xero/shared/catalog/xeroItemUpdated";
import { outputOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import { changesOf } from "./xeroChanges";

const given = outputOf(operation);

export const watchXeroItems: MakeModule = {
  id: "watchXeroItems",
  label: "Watch items",
  description: "Triggers when an item is created or updated.",
  service: "xero",
  group: "Items",
  type: "trigger",
  ...changesOf({
    collection: "Items",
    record: "items",
    events: "itemEvents(body.Items, now)",
    label: "{{item.code}} {{item.name}}",
    isPaged: false,
  }),
  interface: [
    ...given.interface,
    { name: "item", type: "any", label: "Item data" },
  ],
  samples: { ...given.samples, item: { item: { code: "DESIGN" } } },
};
