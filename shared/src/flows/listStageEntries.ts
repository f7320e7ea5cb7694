import type { Instant } from "../date/calendarDate";
import { remember, type Cache } from "../transport/cache";
import type { HubspotClient } from "../hubspot/client";
import { stageEntriesByHistory } from "./stageEntriesByHistory";
import { stageEntry, type StageEntry } from "./stageEntry";
import {
  entryProperty,
  knownEntryProperty,
  stageEntrySearch,
} from "./stageEntrySearch";
import { describeStageEntries, type StageEntryEvent } from "./stageEntryEvents";

/** How far back a poll looks. Longer than a weekend without polls; the platform drops what it has seen. */
export const LOOK_BACK_DAYS = 7;

const PAGE = 200;
/** As far as HubSpot pages through a search. */
const MOST_ENTRIES = 10_000;
/** Deals described at once: what HubSpot reads in one batch. */
const CHUNK = 100;
/** Deals described in one poll, so that a mass update fits into the platform's 30 seconds. */
const MOST_DESCRIBED = 300;

/**
 * Deals that entered a stage in the last days, newest first, with payer and lines. Where the deal is now does not
 * matter, so passing through a stage counts. One search when nothing is new; 7 calls more for each hundred new deals.
 * After a mass update the older entries come without payer and lines: late details are better than late events.
 */
export async function listStageEntries(
  context: { hubspot: HubspotClient; cache: Cache; now: Instant },
  stageId: string,
): Promise<(StageEntryEvent | StageEntry)[]> {
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
  const described: StageEntryEvent[] = [];
  const asked = fresh.slice(0, MOST_DESCRIBED);
  for (let start = 0; start < asked.length; start += CHUNK) {
    const chunk = asked.slice(start, start + CHUNK);
    described.push(...(await describeStageEntries(context, stageId, chunk)));
  }
  const events = new Map(
    [...Object.values(known), ...described].map((event) => [event.id, event]),
  );
  if (described.length > 0) {
    const current = entries.flatMap(({ id }) => events.get(id) ?? []);
    await context.cache.set(
      key,
      Object.fromEntries(current.map((event) => [event.id, event])),
      LOOK_BACK_DAYS * 86_400,
    );
  }
  // A deal that was asked for and did not come is deleted by now.
  const deleted = new Set(asked.map(({ id }) => id));
  return entries.flatMap(
    (entry) => events.get(entry.id) ?? (deleted.has(entry.id) ? [] : entry),
  );
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
  { since, limit = MOST_ENTRIES }: { since?: Instant; limit?: number },
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
      ...stageEntrySearch(property, [property], since),
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

async function stageProperty(
  hubspot: HubspotClient,
  stageId: string,
): Promise<string> {
  const name = entryProperty(stageId);
  if (await hubspot.property("deals", name)) return name;
  const properties = await hubspot.properties("deals");
  const names = properties.map((property) => property.name);
  return knownEntryProperty(stageId, names) ?? "";
}
