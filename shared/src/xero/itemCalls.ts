import type { Instant } from "../date/calendarDate";
import { readXeroInstant } from "../date/xeroDate";
import { ConnectorError } from "../error/connectorError";
import { quoteForWhere } from "../text/text";
import type { XeroCalls } from "./call";
import type { XeroItem } from "./wire";

/** Finding and writing items. Xero does not page them. */
export function itemCalls({ call, list }: XeroCalls) {
  async function write(
    method: "PUT" | "POST",
    path: string,
    item: XeroItem,
    record: string,
  ): Promise<XeroItem> {
    const body = await call<{ Items?: XeroItem[] }>(
      {
        method,
        path,
        query: { summarizeErrors: true, unitdp: 4 },
        body: { Items: [item] },
      },
      record,
    );
    const written = body.Items?.[0];
    if (written?.ItemID) return written;
    throw new ConnectorError(
      "server",
      `Xero did not say what became of ${record}. Run this step again: nothing is made twice.`,
      { vendor: "xero" },
    );
  }

  return {
    /** The items of a code, whatever its case; a filter and not the address, because a code may hold a slash. */
    itemsByCode: (code: string) =>
      list<XeroItem>("Items", {
        where: `Code==${quoteForWhere(code)}`,
        unitdp: 4,
      }),

    itemsByName: (name: string) =>
      list<XeroItem>("Items", {
        where: `Name==${quoteForWhere(name)}`,
        unitdp: 4,
      }),

    async itemById(itemId: string, record: string): Promise<XeroItem> {
      const body = await call<{ Items?: XeroItem[] }>(
        {
          method: "GET",
          path: `/Items/${encodeURIComponent(itemId)}`,
          query: { unitdp: 4 },
        },
        record,
      );
      return body.Items?.[0] ?? {};
    },

    /** Everything that changed since an instant, oldest change first. */
    async changedItems(since: Instant): Promise<XeroItem[]> {
      const items = await list<XeroItem>("Items", { unitdp: 4 }, "Items", {
        "If-Modified-Since": since.slice(0, 19),
      });
      return sortByChange(items);
    },

    /** Creates an item. Without a key: Xero keeps the code unique, and a refusal must not be answered from its cache. */
    createItem: (item: XeroItem, record: string) =>
      write("PUT", "/Items", item, record),

    /** Changes the given fields of an item; fields left out stay. */
    updateItem: (itemId: string, item: XeroItem, record: string) =>
      write("POST", `/Items/${encodeURIComponent(itemId)}`, item, record),
  };
}

/** Oldest change first; one without an instant comes before all others. */
export function sortByChange(items: readonly XeroItem[]): XeroItem[] {
  const instant = ({ UpdatedDateUTC }: XeroItem) =>
    UpdatedDateUTC ? Date.parse(readXeroInstant(UpdatedDateUTC)) : 0;
  return [...items].sort((a, b) => instant(a) - instant(b));
}
