import { customerOutput } from "../customer/customerOutput";
import type { Instant } from "../date/calendarDate";
import type { HubspotObject } from "../hubspot/wire";
import { eachOnce, pollChanges } from "./changedSince";
import type { Context } from "./context";
import {
  CUSTOMER_TYPES,
  readRecord,
  recordProperties,
  type CustomerType,
} from "./hubspotCustomers";

/** HubSpot's largest page of a search. */
const PAGE_SIZE = 200;
/** Ten thousand changes in one poll, which is as far as HubSpot pages; Zaps share where the next one begins, so none is cut short. */
const MOST_REQUESTS = 50;

type PollContext = Pick<Context, "hubspot" | "cache" | "now">;
type CustomerEvent = ReturnType<typeof customerEvent>[number];

/**
 * HubSpot companies or contacts that are new or changed since the last poll, newest change first; archived ones never
 * come. One search when nothing happened. A poll goes back behind the last one by far more than search lags.
 */
export function listHubspotCustomers(
  context: PollContext,
  { type, populate = false }: { type: CustomerType; populate?: boolean },
): Promise<CustomerEvent[]> {
  const { objects, modified } = CUSTOMER_TYPES[type];
  return pollChanges(context, {
    name: objects,
    pageSize: PAGE_SIZE,
    mostRequests: MOST_REQUESTS,
    populate,
    list: async (since, page) => {
      const found = await searchChanged(context, type, "ASCENDING", {
        since,
        limit: PAGE_SIZE,
        after: page > 1 ? String((page - 1) * PAGE_SIZE) : undefined,
      });
      return found.map((wire) => ({
        wire,
        UpdatedDateUTC: wire.properties[modified] ?? undefined,
      }));
    },
    describe: async (changes) =>
      eachOnce(
        changes.flatMap(({ wire }) => customerEvent(type, wire)),
      ).reverse(),
  });
}

/** The records that changed last, for an editor's sample. */
export async function sampleHubspotCustomers(
  context: PollContext,
  limit: number,
  { type }: { type: CustomerType },
): Promise<CustomerEvent[]> {
  const found = await searchChanged(context, type, "DESCENDING", { limit });
  return found.flatMap((wire) => customerEvent(type, wire));
}

async function searchChanged(
  { hubspot }: PollContext,
  type: CustomerType,
  direction: "ASCENDING" | "DESCENDING",
  { since, ...page }: { since?: Instant; limit: number; after?: string },
): Promise<HubspotObject[]> {
  const { results } = await hubspot.search(CUSTOMER_TYPES[type].objects, {
    ...changedSearch(type, direction, { since }),
    ...page,
  });
  return results;
}

/** The search for records by the instant of their last change; of all records where it has no bounds. */
export function changedSearch(
  type: CustomerType,
  direction: "ASCENDING" | "DESCENDING",
  {
    since,
    until,
    taxProperty,
  }: { since?: Instant; until?: Instant; taxProperty?: string },
) {
  const propertyName = CUSTOMER_TYPES[type].modified;
  const bound = (operator: string, instant: Instant | undefined) =>
    instant
      ? [{ propertyName, operator, value: String(Date.parse(instant)) }]
      : [];
  const bounds = [...bound("GTE", since), ...bound("LTE", until)];
  return {
    filterGroups: [
      {
        filters:
          bounds.length > 0
            ? bounds
            : [{ propertyName, operator: "HAS_PROPERTY" }],
      },
    ],
    sorts: [{ propertyName, direction }],
    properties: [...recordProperties(type, taxProperty), propertyName],
  };
}

/** One event for each change of a record; one without an instant could not be told from its earlier states. */
export function customerEvent(
  type: CustomerType,
  wire: HubspotObject,
  taxProperty?: string,
) {
  const instant = wire.properties[CUSTOMER_TYPES[type].modified];
  if (!instant) return [];
  const updatedAt = new Date(instant).toISOString();
  return [
    {
      id: `${wire.id}:${Date.parse(updatedAt)}`,
      ...customerOutput(readRecord(type, wire, taxProperty)),
      hubspotUrl: wire.url,
      updatedAt,
    },
  ];
}
