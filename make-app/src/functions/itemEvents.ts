import { itemEvents as events } from "@hubspot-xero/shared/flows/listItemUpdates";
import type { Item } from "@hubspot-xero/shared/item/item";
import { readItem } from "@hubspot-xero/shared/item/readItem";
import type { XeroItem } from "@hubspot-xero/shared/xero/wire";

/** An item as it was read, exact: what the HubSpot module carries over. */
export interface ItemData {
  item: Item;
  readAt: string;
}

/** Items that are new or were changed, the newest change first. */
export function itemEvents(
  wires: readonly XeroItem[] | undefined = [],
  now: Date | string,
) {
  const readAt = new Date(now).toISOString();
  const read = new Map(wires.map((wire) => [wire.ItemID, readItem(wire)]));
  return events(wires).flatMap((event) => {
    const item = read.get(event.itemId);
    return item
      ? [{ ...event, item: { item, readAt } satisfies ItemData }]
      : [];
  });
}
