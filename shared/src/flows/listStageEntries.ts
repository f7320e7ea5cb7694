import type { Instant } from "../date/calendarDate";
import { remember, type Cache } from "../transport/cache";
import type { HubspotClient } from "../hubspot/client";
import { stageEntriesByHistory } from "./stageEntriesByHistory";
import { stageEntry, type StageEntry } from "./stageEntry";
import { describeStageEntries, type StageEntryEvent } from "./stageEntryEvents";

/** How far back a poll looks. Longer than a weekend without polls; the platform drops what it has seen. */
export const LOOK_BACK_DAYS = 7;

const PAGE = 200;
const MOST_PAGES = 5;
/** Deals described in one poll; the others follow with the next. */
const MOST_NEW = 100;

/**
 * Deals that entered a stage in the last days, newest first, with payer and lines. Where the deal is now does not
 * matter, so passing through a stage counts. One search when nothing is new; at most 7 calls more for up to 100 deals.
 */
export async function listStageEntries(
  context: { hubspot: HubspotClient; cache: Cache; now: Instant },
  stageId: string,
): Promise<StageEntryEvent[]> {
  const since = new Date(
    Date.parse(context.now) - LOOK_BACK_DAYS * 86_400_000,
  ).toISOString();
  const entries = await findStageEntries(context, stageId, { since });
  const key = `stage-entries-${stageId}`;
  const known = ((await context.cache.get(key)) ?? {}) as Record<
    string,
    StageEntryEvent
  >;
  const fresh = entries.filter(({ id }) => !Object.hasOwn(known, id));
  const described = await describeStageEntries(
    context,
    stageId,
    fresh.slice(-MOST_NEW),
  );
  const events = new Map(
    [...Object.values(known), ...described].map((event) => [event.id, event]),
  );
  const current = entries.flatMap(({ id }) => events.get(id) ?? []);
  if (described.length > 0) {
    await context.cache.set(
      key,
      Object.fromEntries(current.map((event) => [event.id, event])),
      LOOK_BACK_DAYS * 86_400,
    );
  }
  return current;
}

/** The newest entries of all time, for an editor's sample. */
export async function sampleStageEntries(
  context: { hubspot: HubspotClient; cache: Cache; now: Instant },
  stageId: string,
  limit: number,
): Promise<StageEntryEvent[]> {
  const entries = await findStageEntries(context, stageId, { limit });
  return describeStageEntries(context, stageId, entries);
}

/** Entries into a stage, newest first, by one search or a few. */
export async function findStageEntries(
  { hubspot, cache }: { hubspot: HubspotClient; cache: Cache },
  stageId: string,
  { since, limit = PAGE * MOST_PAGES }: { since?: Instant; limit?: number },
): Promise<StageEntry[]> {
  const property = await remember(
    cache,
    `stage-property-${stageId}`,
    86_400,
    () => stageProperty(hubspot, stageId),
  );
  if (!property)
    return stageEntriesByHistory(hubspot, stageId, { since, limit });
  const entries: StageEntry[] = [];
  let after: string | undefined;
  do {
    const page = await hubspot.search("deals", {
      filterGroups: [
        {
          filters: [
            since
              ? {
                  propertyName: property,
                  operator: "GTE",
                  value: String(Date.parse(since)),
                }
              : { propertyName: property, operator: "HAS_PROPERTY" },
          ],
        },
      ],
      sorts: [{ propertyName: property, direction: "DESCENDING" }],
      properties: [property],
      limit: Math.min(PAGE, limit - entries.length),
      after,
    });
    for (const { id, properties } of page.results) {
      const enteredAt = properties[property];
      if (enteredAt) entries.push(stageEntry(id, stageId, enteredAt));
    }
    after = page.paging?.next?.after;
  } while (after && entries.length < limit);
  return entries;
}

/** HubSpot stamps each stage's entry in a property of its own; for some pipelines the name has a suffix. */
async function stageProperty(
  hubspot: HubspotClient,
  stageId: string,
): Promise<string> {
  const name = `hs_v2_date_entered_${stageId}`;
  if (await hubspot.property("deals", name)) return name;
  const names = (await hubspot.properties("deals")).map(
    (property) => property.name,
  );
  return names.find((candidate) => candidate.startsWith(`${name}_`)) ?? "";
}
