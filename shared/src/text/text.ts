import type { CalendarDate } from "../date/calendarDate";

/**
 * A text literal for Xero's `where` filter. Quotes inside are doubled, which
 * Xero parses; a backslash before them is refused.
 */
export function quoteForWhere(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** With apostrophes for quotes, which Xero's filter reads badly. */
export function plainQuotes(value: string): string {
  return value.replaceAll('"', "'");
}

/** A GUID literal for Xero's `where` filter; nothing in an id can end it early. */
export function guidForWhere(id: string): string {
  return `Guid("${id.replace(/[^\w-]/g, "")}")`;
}

/** A date literal for Xero's `where` filter: `DateTime(2026,11,23)`. */
export function dateForWhere(date: CalendarDate): string {
  return `DateTime(${date.replaceAll("-", ",")})`;
}

/** One line of text as Xero accepts it for a contact's name: no `<>`, no outer or double spaces, at most 255 characters. */
export function cleanName(value: string): string {
  return truncate(value.replace(/[<>]/g, "").replace(/\s+/g, " ").trim(), 255);
}

/** At most `length` UTF-16 units, an ellipsis showing that something was cut; a surrogate pair is never split. */
export function truncate(value: string, length: number): string {
  if (value.length <= length) return value;
  return `${value.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Equal for a person: case, accents, outer and repeated spaces do not count. Xero compares names the same way. */
export function sameText(a: string, b: string): boolean {
  return textKey(a) === textKey(b);
}

/** What texts that are equal for a person have in common, for finding them in an index. */
export function textKey(value: string): string {
  return value
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
