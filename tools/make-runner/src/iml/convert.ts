import { isCollection } from "./readKey";

/** A value as it reads inside a text. Inferred: nothing for undefined and null, JSON for lists and collections. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return isoText(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (Array.isArray(value) || isCollection(value)) return JSON.stringify(value);
  return String(value);
}

/** Inferred: a numeric text counts as its number, a date as its milliseconds, anything else as NaN. */
export function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (typeof value === "string" && value.trim()) return Number(value);
  return NaN;
}

/** What `ifempty` takes for empty; an empty list is not. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** A list as it is, nothing as an empty one, any other value as a list of one (inferred). */
export function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isEmpty(value) ? [] : [value];
}

function isoText(date: Date): string {
  return Number.isNaN(date.getTime()) ? "Invalid date" : date.toISOString();
}
