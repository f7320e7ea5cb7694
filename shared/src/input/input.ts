import { validation } from "../error/connectorError";

/** User input under camelCase keys, as either platform hands it over. */
export type Input = Record<string, unknown>;

/**
 * The trimmed text of a field; undefined when it is empty.
 * @throws ConnectorError `validation` where a whole record was mapped instead of one of its fields
 */
export function text(input: Input, key: string): string | undefined {
  const value = input[key];
  if (value === undefined || value === null) return undefined;
  if ([value].flat(Infinity).some((part) => typeof part === "object" && part))
    throw validation(
      `${labelOf(key)} holds a whole record where one value is expected. Map one of the record's fields.`,
    );
  return String(value).trim() || undefined;
}

/** A field that a person must fill in. */
export function requiredText(input: Input, key: string, label: string): string {
  const value = text(input, key);
  if (value) return value;
  throw validation(`${label} is empty. Map or choose a value for it.`);
}

/** True for a ticked box, in the spellings of both platforms. */
export function flag(input: Input, key: string): boolean {
  return ["true", "yes", "1"].includes((text(input, key) ?? "").toLowerCase());
}

/** One of the given values; the first fallback when the field is empty. */
export function choice<const T extends string>(
  input: Input,
  key: string,
  values: readonly T[],
  fallback: T,
): T {
  const value = text(input, key);
  if (value === undefined) return fallback;
  const known = values.find((candidate) => candidate === value);
  if (known) return known;
  throw validation(
    `${labelOf(key)} is "${value.slice(0, 40)}". Use one of: ${values.join(", ")}.`,
  );
}

/** The rows of a list field, each with camelCase keys; a single row need not be wrapped. */
export function rows(input: Input, key: string): Input[] {
  const value = input[key];
  if (value === undefined || value === null || value === "") return [];
  return (Array.isArray(value) ? value : [value]).filter(
    (row): row is Input => typeof row === "object" && row !== null,
  );
}

/** `invoiceStatus` as people read it: "Invoice Status". */
function labelOf(key: string): string {
  return key
    .replace(/[A-Z]/g, (letter) => ` ${letter}`)
    .replace(/^./, (letter) => letter.toUpperCase());
}
