/** A calendar date without time or zone, `YYYY-MM-DD`: what invoices carry. */
export type CalendarDate = string;

/** An instant, ISO 8601 in UTC with milliseconds: `2026-11-23T10:00:00.000Z`. */
export type Instant = string;

const DAY_MS = 86_400_000;

/** True for a real date written `YYYY-MM-DD`; `2026-02-30` is not one. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
  );
}

/** The date on the wall calendar of an IANA time zone (`Europe/London`) at an instant. */
export function dateInZone(instant: Instant, timeZone: string): CalendarDate {
  // The Canadian locale writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(instant));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

/** The last day of the month that lies `monthsAhead` months after the date's own. */
export function endOfMonth(
  date: CalendarDate,
  monthsAhead: number,
): CalendarDate {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month + monthsAhead, 0))
    .toISOString()
    .slice(0, 10);
}

/** The same day so many months later; the month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const same = new Date(Date.UTC(year, month - 1 + months, day))
    .toISOString()
    .slice(0, 10);
  const last = endOfMonth(date, months);
  return same < last ? same : last;
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
