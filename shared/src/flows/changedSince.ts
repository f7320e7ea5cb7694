import type { Instant } from "../date/calendarDate";
import { readXeroInstant } from "../date/xeroDate";
import type { Cache } from "../transport/cache";

/** So many requests in one poll, and those that a shared second takes; what is left comes with the next. */
const MOST_REQUESTS = 10;
/** Without a poll to go on from, a poll looks back so far. */
const LOOK_BACK_MS = 7 * 86_400_000;
/**
 * Every poll goes back behind the last one, because several Zaps may share what the cache remembers: three times the
 * longest polling interval, so that one whose poll failed twice misses nothing, and longer than two clocks differ.
 */
const OVERLAP_MS = 50 * 60_000;

/** A change so shortly before the poll may as well have come in the midst of it. */
const BUSY_MS = 60_000;

interface Changing {
  UpdatedDateUTC?: string;
}

export interface Poll<T, Event> {
  /** What is polled and where: the key under which the cache keeps where the next poll begins. */
  name: string;
  pageSize: number;
  /** More than ten requests, where pages are small. */
  mostRequests?: number;
  /** One page, in the order of the changes. */
  list: (since: Instant, page: number) => Promise<T[]>;
  /** Makes events of what changed, oldest change first. */
  describe: (changed: T[]) => Promise<Event[]>;
  /**
   * Look back as far as polls ever do, whatever earlier ones saw, and leave their place as it is: for noting what was
   * there before a Zap. Where there was no poll yet, the first begins behind this one.
   */
  populate?: boolean;
}

/**
 * Events for everything of one kind that changed since the last poll and a little before. One request when nothing
 * did. The platform drops what it has seen. The next poll begins behind this one only once its events are made.
 */
export async function pollChanges<T extends Changing, Event>(
  { cache, now }: { cache: Cache; now: Instant },
  {
    name,
    pageSize,
    mostRequests = MOST_REQUESTS,
    list,
    describe,
    populate = false,
  }: Poll<T, Event>,
): Promise<Event[]> {
  const key = `next-poll-${name}`;
  const earliest = Date.parse(now) - LOOK_BACK_MS;
  const stored = Date.parse(String((await cache.get(key)) ?? ""));
  const isFirst = Number.isNaN(stored);
  const since = populate || isFirst ? earliest : Math.max(earliest, stored);
  const { records, reached, numbered } = await readChanges(
    since,
    pageSize,
    mostRequests,
    list,
  );
  const events = await describe(records);
  if (!populate || isFirst) {
    const latest = records.at(-1)?.UpdatedDateUTC;
    const isBusy =
      latest !== undefined &&
      Date.parse(readXeroInstant(latest)) > Date.parse(now) - BUSY_MS;
    const behind = new Date(Date.parse(now) - OVERLAP_MS).toISOString();
    // Where pages went by number while records changed, one may have slipped between two: they are read again.
    const resumed = reached ?? (isBusy ? numbered : undefined);
    const next = (populate ? undefined : resumed) ?? behind;
    await cache.set(key, next, LOOK_BACK_MS / 1000);
  }
  return events;
}

/**
 * Pages by the instant of the last change and not by number: a record that changes meanwhile moves to the end, and
 * the others would move up over the edge of a page that was read already. Only records that share a second are paged
 * by number.
 * @returns `reached` when the requests ran out before the changes did; `numbered` when a second was paged by number
 */
async function readChanges<T extends Changing>(
  from: number,
  pageSize: number,
  mostRequests: number,
  list: (since: Instant, page: number) => Promise<T[]>,
): Promise<{ records: T[]; reached?: Instant; numbered?: Instant }> {
  const records: T[] = [];
  let since = wholeSecond(from);
  let page = 1;
  let numbered: Instant | undefined;
  // In the midst of a second there is no place for the next poll to go on from.
  for (let request = 0; request < mostRequests || page > 1; request += 1) {
    const batch = await list(new Date(since).toISOString(), page);
    records.push(...batch);
    const last = batch.at(-1)?.UpdatedDateUTC;
    if (batch.length < pageSize || !last) return { records, numbered };
    // A second back: whether If-Modified-Since includes the second itself is not documented.
    const next = wholeSecond(Date.parse(readXeroInstant(last))) - 1000;
    page = next > since ? 1 : page + 1;
    since = Math.max(since, next);
    if (page > 1) numbered ??= new Date(since).toISOString();
  }
  return { records, reached: new Date(since).toISOString(), numbered };
}

/** The same events, each once: where one page ends and the next begins, a record comes twice. */
export function eachOnce<Event extends { id: string }>(
  events: readonly Event[],
): Event[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

/** If-Modified-Since knows no fractions. */
function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
