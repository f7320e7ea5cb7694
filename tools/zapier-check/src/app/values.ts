/**
 * The values of a record under the keys by which Zapier names them: `parent__child` for a nested record,
 * `parent[]child` for line items. An empty list or record has none.
 */
export function valuesByKey(
  record: Record<string, unknown>,
): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  const collect = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      for (const entry of value)
        if (isRecord(entry)) collectEach(entry, `${key}[]`);
        else add(key, entry);
    } else if (isRecord(value)) collectEach(value, `${key}__`);
    else add(key, value);
  };
  const collectEach = (entries: Record<string, unknown>, before: string) => {
    for (const [key, value] of Object.entries(entries))
      collect(value, before + key);
  };
  const add = (key: string, value: unknown) =>
    values.set(key, [...(values.get(key) ?? []), value]);
  collectEach(record, "");
  return values;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every text in a value, with its place below `path`. */
export function* textsIn(
  value: unknown,
  path: string,
): Generator<{ text: string; path: string }> {
  if (typeof value === "string") yield { text: value, path };
  else if (typeof value === "object" && value !== null)
    for (const [key, entry] of Object.entries(value)) {
      // Fields are told apart by their keys, not by their positions.
      const named = isRecord(entry) && Array.isArray(value) && entry["key"];
      yield* textsIn(entry, `${path && `${path}.`}${named || key}`);
    }
}
