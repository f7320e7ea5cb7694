import type { Instant } from "../date/calendarDate";
import { readXeroInstant } from "../date/xeroDate";
import type { Cache } from "../transport/cache";

/** At most so many requests in one poll; what is left comes with the next. */
const MOST_REQUESTS = 10;
/** Without a poll to go on from, a poll looks back so far. */
const LOOK_BACK_MS = 7 * 86_400_000;
/**
 * Every poll goes back behind the last one: longer than the longest polling interval, because several Zaps may share
 * what the cache remembers, and longer than two clocks differ.
 */
const OVERLAP_MS = 20 * 60_000;

interface Changing {
  UpdatedDateUTC?: string;
}

/**
 * Everything of one kind that changed since the last poll and a little before, oldest change first. One request when
 * nothing did. The caller drops what it has seen.
 * @param name what is polled and where, as the key under which the cache keeps the instant of the last poll
 * @param list one page, in the order of the changes
 */
export async function changedSinceLastPoll<T extends Changing>(
  { cache, now }: { cache: Cache; now: Instant },
  name: string,
  pageSize: number,
  list: (since: Instant, page: number) => Promise<T[]>,
): Promise<T[]> {
  const key = `polled-${name}`;
  const earliest = Date.parse(now) - LOOK_BACK_MS;
  const last = Date.parse(String((await cache.get(key)) ?? ""));
  const since = Number.isNaN(last)
    ? earliest
    : Math.max(earliest, last - OVERLAP_MS);
  const { records, reached } = await readChanges(since, pageSize, list);
  await cache.set(key, reached ?? now, LOOK_BACK_MS / 1000);
  return records;
}

/**
 * Pages by the instant of the last change and not by number: a record that changes meanwhile moves to the end, and
 * the others would move up over the edge of a page that was read already. Only records that share a second are paged
 * by number.
 * @returns `reached` when the requests ran out before the changes did
 */
async function readChanges<T extends Changing>(
  from: number,
  pageSize: number,
  list: (since: Instant, page: number) => Promise<T[]>,
): Promise<{ records: T[]; reached?: Instant }> {
  const records: T[] = [];
  let since = wholeSecond(from);
  let page = 1;
  for (let request = 0; request < MOST_REQUESTS; request += 1) {
    const batch = await list(new Date(since).toISOString(), page);
    records.push(...batch);
    const last = batch.at(-1)?.UpdatedDateUTC;
    if (batch.length < pageSize || !last) return { records };
    // A second back: whether If-Modified-Since includes the second itself is not documented.
    const next = wholeSecond(Date.parse(readXeroInstant(last))) - 1000;
    page = next > since ? 1 : page + 1;
    since = Math.max(since, next);
  }
  return { records, reached: new Date(since).toISOString() };
}

/** If-Modified-Since knows no fractions. */
function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
