import { MakeError } from "../MakeError";

type Entries = Record<string, unknown>;

/**
 * Evaluates headers or query strings layer by layer: a later layer wins key by key, and one
 * that is a single string replaces what stands before it.
 */
export function mergeKeyed(
  layers: unknown[],
  evaluate: (value: unknown) => unknown,
  options: { name: string; ignoreCase: boolean },
): Entries {
  const merged = new Map<string, [string, unknown]>();
  const norm = (key: string) => (options.ignoreCase ? key.toLowerCase() : key);
  for (const layer of layers) {
    if (layer === undefined || layer === null) continue;
    const value = evaluate(layer);
    if (typeof layer === "string") merged.clear();
    // A key that is written and comes out undefined takes the inherited one away.
    else for (const key of Object.keys(layer)) merged.delete(norm(key));
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "object" || Array.isArray(value)) {
      throw new MakeError(
        "InvalidConfigurationError",
        `"${options.name}" must come out as a collection.`,
      );
    }
    for (const entry of Object.entries(value))
      merged.set(norm(entry[0]), entry);
  }
  return Object.fromEntries(
    [...merged.values()].filter(([, value]) => value !== undefined),
  );
}
