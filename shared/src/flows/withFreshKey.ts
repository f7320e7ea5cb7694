import { ConnectorError } from "../error/connectorError";
import type { Context } from "./context";

/** Longer than Xero keeps an Idempotency-Key, and the answer to it. */
const ATTEMPT_SECONDS = 7 * 60;

/**
 * Writes under a key that stands for what is written. Xero repeats a refusal for as long as it keeps the key, so the
 * attempt after a refused one has another key; after an outcome that nobody knows it has the same.
 * @param name what is written, for the cache: `credit`
 * @param parts what tells one write from another
 */
export async function withFreshKey<T>(
  { cache, digest }: Pick<Context, "cache" | "digest">,
  name: string,
  parts: readonly string[],
  write: (key: string) => Promise<T>,
): Promise<T> {
  const counter = `${name}-attempt-${digest(parts.join("|"))}`;
  const attempt = Number((await cache.get(counter)) ?? 0);
  // Lives as long as the key that goes out now, so that a repeat of it finds the same one.
  if (attempt) await cache.set(counter, attempt, ATTEMPT_SECONDS);
  try {
    return await write(digest([...parts, attempt].join("|")));
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === "validation")
      await cache.set(counter, attempt + 1, ATTEMPT_SECONDS);
    throw error;
  }
}
