import type { Cache } from "../transport/cache";

const MEMORY_SECONDS = 7 * 86_400;

/**
 * Describes what a poll found, newest first. What an earlier poll described is handed out as it was, at no cost: the
 * platform drops it by its id.
 * @param name the key under which the cache keeps the events of the last polls
 * @param records by event id, oldest change first
 */
export async function describeOnce<Found, Event extends { id: string }>(
  cache: Cache,
  name: string,
  records: ReadonlyMap<string, Found>,
  describe: (fresh: ReadonlyMap<string, Found>) => Promise<Event[]>,
): Promise<Event[]> {
  const key = `events-${name}`;
  const known = ((await cache.get(key)) ?? {}) as Record<string, Event>;
  const fresh = new Map(
    [...records].filter(([id]) => !Object.hasOwn(known, id)),
  );
  const described = new Map(
    (fresh.size ? await describe(fresh) : []).map((event) => [event.id, event]),
  );
  const events = [...records.keys()].flatMap(
    (id) => described.get(id) ?? known[id] ?? [],
  );
  if (fresh.size > 0) {
    const memory = Object.fromEntries(events.map((event) => [event.id, event]));
    await cache.set(key, memory, MEMORY_SECONDS);
  }
  return events.reverse();
}
