import { itemEvents as events } from "@hubspot-xero/shared/flows/listItemUpdates";
import type { XeroItem } from "@hubspot-xero/shared/xero/wire";

/** Items that are new or were changed, the newest change first. */
export function itemEvents(wires: readonly XeroItem[] | undefined) {
  return events(wires ?? []);
}
