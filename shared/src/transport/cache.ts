/** Remembers slow-moving facts of one connection between runs. Losing an entry costs a call, nothing else. */
export interface Cache {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, ttlSeconds: number): Promise<unknown>;
}

/** A cache that lasts as long as the process; `now` is in milliseconds. */
export function createMemoryCache(now: () => number): Cache {
  const entries = new Map<string, { value: unknown; until: number }>();
  return {
    get: async (key) => {
      const entry = entries.get(key);
      return entry && entry.until > now() ? entry.value : undefined;
    },
    set: async (key, value, ttlSeconds) =>
      entries.set(key, { value, until: now() + ttlSeconds * 1000 }),
  };
}

/** The cached value, or what `load` gives, which is then cached. */
export async function remember<T>(
  cache: Cache,
  key: string,
  ttlSeconds: number,
  load: () => Promise<T>,
): Promise<T> {
  const cached = await cache.get(key);
  if (cached !== undefined && cached !== null) return cached as T;
  const value = await load();
  await cache.set(key, value, ttlSeconds);
  return value;
}

/** The same cache, asked once for each key: a run over many records asks for the same few facts again and again. */
export function heldCache(cache: Cache): Cache {
  const held = new Map<string, Promise<unknown>>();
  return {
    get: (key) => {
      const known = held.get(key) ?? cache.get(key);
      held.set(key, known);
      return known;
    },
    set: (key, value, ttlSeconds) => {
      held.set(key, Promise.resolve(value));
      return cache.set(key, value, ttlSeconds);
    },
  };
}
