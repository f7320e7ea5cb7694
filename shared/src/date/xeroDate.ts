import type { CalendarDate, Instant } from "./calendarDate";

/**
 * Xero's JSON dates, `/Date(1776988800000+0000)/` or `/Date(1776988800000)/`,
 * as milliseconds since 1970 UTC; ISO text without a zone is taken as UTC.
 * @throws RangeError on anything else
 */
function milliseconds(wire: string): number {
  const match = /^\/Date\((-?\d+)([+-]\d{4})?\)\/$/.exec(wire);
  const value = match
    ? Number(match[1])
    : Date.parse(/Z|[+-]\d\d:?\d\d$/.test(wire) ? wire : `${wire}Z`);
  if (Number.isNaN(value)) throw new RangeError(`"${wire}" is not a date.`);
  return value;
}

/** A document date: Xero sends midnight UTC of the calendar date, whatever the organisation's zone. */
export function readXeroDate(wire: string): CalendarDate {
  return readXeroInstant(wire).slice(0, 10);
}

/** A moment such as UpdatedDateUTC. */
export function readXeroInstant(wire: string): Instant {
  return new Date(milliseconds(wire)).toISOString();
}
