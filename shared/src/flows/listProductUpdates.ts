import type { Instant } from "../date/calendarDate";
import type { HubspotClient } from "../hubspot/client";
import { PRODUCT_PROPERTIES } from "../hubspot/properties";
import type { HubspotObject } from "../hubspot/wire";
import { productOutput } from "../item/itemOutput";
import { readProduct } from "../item/readProduct";
import { eachOnce, pollChanges } from "./changedSince";
import type { Context } from "./context";

const CHANGED = "hs_lastmodifieddate";
/** HubSpot's largest page of a search. */
const PAGE_SIZE = 200;
/** Ten thousand changes in one poll; several Zaps share where the next one begins, so none is cut short. */
const MOST_REQUESTS = 50;

type PollContext = Pick<Context, "hubspot" | "cache" | "now">;
type ProductEvent = ReturnType<typeof productEvent>[number];

/**
 * HubSpot products that are new or changed since the last poll, newest first; archived ones never come. One search when
 * nothing happened. A poll goes back behind the last one by far more than search lags.
 */
export function listProductUpdates(
  context: PollContext,
  { populate = false } = {},
): Promise<ProductEvent[]> {
  const { hubspot } = context;
  return pollChanges(context, {
    name: "products",
    pageSize: PAGE_SIZE,
    mostRequests: MOST_REQUESTS,
    populate,
    list: async (since, page) => {
      const found = await searchProducts(hubspot, "ASCENDING", {
        since,
        limit: PAGE_SIZE,
        after: page > 1 ? String((page - 1) * PAGE_SIZE) : undefined,
      });
      return found.map((wire) => ({
        wire,
        UpdatedDateUTC: wire.properties[CHANGED] ?? undefined,
      }));
    },
    describe: async (changes) =>
      eachOnce(changes.flatMap(({ wire }) => productEvent(wire))).reverse(),
  });
}

/** The products that changed last, for an editor's sample. */
export async function sampleProductUpdates(
  { hubspot }: PollContext,
  limit: number,
): Promise<ProductEvent[]> {
  const found = await searchProducts(hubspot, "DESCENDING", { limit });
  return found.flatMap(productEvent);
}

async function searchProducts(
  hubspot: HubspotClient,
  direction: "ASCENDING" | "DESCENDING",
  { since, ...page }: { since?: Instant; limit: number; after?: string },
): Promise<HubspotObject[]> {
  const filter = {
    propertyName: CHANGED,
    operator: since ? "GTE" : "HAS_PROPERTY",
    ...(since && { value: String(Date.parse(since)) }),
  };
  const { results } = await hubspot.search("products", {
    filterGroups: [{ filters: [filter] }],
    sorts: [{ propertyName: CHANGED, direction }],
    properties: PRODUCT_PROPERTIES,
    ...page,
  });
  return results;
}

/** One event for each change of a product. */
function productEvent(wire: HubspotObject) {
  const product = readProduct(wire);
  if (!product.updatedAt) return [];
  const id = `${product.hubspotId}:${Date.parse(product.updatedAt)}`;
  return [{ id, ...productOutput(product) }];
}
