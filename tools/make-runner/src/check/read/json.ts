/** A JSON object of unknown content. */
export type JsonObject = Record<string, unknown>;

/** A text of a JSON value, and where it stands. */
export interface Text {
  /** A JSON pointer (RFC 6901). */
  pointer: string;
  text: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one where the value is none. */
export const objectOf = (value: unknown): JsonObject =>
  isObject(value) ? value : {};

/** The list itself, or an empty one where the value is none. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : [];

/** Extends a JSON pointer by one key. */
export const below = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Every text of a JSON value, keys with expressions included. */
export function* textsOf(value: unknown, pointer = ""): Generator<Text> {
  if (typeof value === "string") yield { pointer, text: value };
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      yield* textsOf(item, below(pointer, index));
  if (!isObject(value)) return;
  for (const [key, held] of Object.entries(value)) {
    const at = below(pointer, key);
    if (key.includes("{{") && key !== "{{...}}")
      yield { pointer: at, text: key };
    yield* textsOf(held, at);
  }
}

/** Where a finding stands: the file, and the place in it unless it is the whole. */
export const place = (path: string, pointer: string): string =>
  pointer ? `${path}#${pointer}` : path;
