import { readItem } from "../item/readItem";
import { xeroItemOutput } from "../item/itemOutput";
import { sortByChange } from "../xero/itemCalls";
import type { XeroItem } from "../xero/wire";
import { pollChanges } from "./changedSince";
import type { Context } from "./context";

type PollContext = Pick<Context, "xero" | "cache" | "now">;
type ItemEvent = ReturnType<typeof itemEvent>[number];

/** Xero items that are new or changed since the last poll, newest first. One request, whatever happened: items come unpaged. */
export function listItemUpdates(
  context: PollContext,
  { populate = false } = {},
): Promise<ItemEvent[]> {
  const { xero } = context;
  return pollChanges(context, {
    name: `items-${xero.tenantId}`,
    pageSize: Infinity,
    populate,
    list: (since) => xero.changedItems(since),
    describe: async (items) => itemEvents(items),
  });
}

/** The items that changed last, for an editor's sample. */
export async function sampleItemUpdates(
  { xero }: PollContext,
  limit: number,
): Promise<ItemEvent[]> {
  return itemEvents(await xero.items()).slice(0, limit);
}

/** An event for each of these items, the newest change first. */
export function itemEvents(wires: readonly XeroItem[]) {
  return sortByChange(wires).flatMap(itemEvent).reverse();
}

/** One event for each change of an item; one without its instant cannot be told from its earlier states. */
function itemEvent(wire: XeroItem) {
  const item = readItem(wire);
  if (!item.updatedAt) return [];
  const id = `${item.xeroId}:${Date.parse(item.updatedAt)}`;
  return [{ id, ...xeroItemOutput(item) }];
}
