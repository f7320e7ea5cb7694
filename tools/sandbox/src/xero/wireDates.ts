/** An instant as Xero writes it in documents. */
export function wireInstant(instant: Date | number): string {
  return `/Date(${Number(instant)}+0000)/`;
}

/** The milliseconds of `/Date(ms)/` or `/Date(ms+zone)/`. */
export function readWireInstant(text: string): number | undefined {
  const match = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** A calendar date is midnight UTC of that date, whatever the organisation's zone. */
export function wireDate(calendarDate: string): string {
  return wireInstant(Date.parse(`${calendarDate}T00:00:00Z`));
}

export function wireDateString(calendarDate: string): string {
  return `${calendarDate}T00:00:00`;
}

/** `YYYY-MM-DD` of a stored `/Date(...)/` or date text. */
export function calendarDateOf(text: string): string {
  const instant = readWireInstant(text);
  return instant === undefined
    ? text.slice(0, 10)
    : new Date(instant).toISOString().slice(0, 10);
}

/** The calendar date in a request: `YYYY-MM-DD`, an ISO date-time or `/Date(ms)/`; undefined when it is none. */
export function readPostedDate(text: string): string | undefined {
  const instant = readWireInstant(text);
  if (instant !== undefined) return calendarDateOf(text);
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  if (!match) return undefined;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().slice(0, 10) === date
    ? date
    : undefined;
}

/** If-Modified-Since is UTC with or without a zone, and precise to the second. */
export function readModifiedSince(text: string): number | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text) ? `${text}Z` : text;
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? undefined : Math.floor(instant / 1000) * 1000;
}

/** Zones as Xero spells them; any other is taken for an IANA name. */
const WINDOWS_ZONES: Record<string, string> = {
  UTC: "UTC",
  GMTSTANDARDTIME: "Europe/London",
  WEUROPESTANDARDTIME: "Europe/Berlin",
  ROMANCESTANDARDTIME: "Europe/Paris",
  EASTERNSTANDARDTIME: "America/New_York",
  CENTRALSTANDARDTIME: "America/Chicago",
  MOUNTAINSTANDARDTIME: "America/Denver",
  PACIFICSTANDARDTIME: "America/Los_Angeles",
  AUSEASTERNSTANDARDTIME: "Australia/Sydney",
  EAUSTRALIASTANDARDTIME: "Australia/Brisbane",
  WAUSTRALIASTANDARDTIME: "Australia/Perth",
  NEWZEALANDSTANDARDTIME: "Pacific/Auckland",
  SINGAPORESTANDARDTIME: "Asia/Singapore",
  SOUTHAFRICASTANDARDTIME: "Africa/Johannesburg",
};

/** The calendar date of an instant at the organisation's place. */
export function calendarDateIn(instant: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: WINDOWS_ZONES[timezone] ?? timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** `31-Jul-2013`, as lock dates read in messages. */
export function messageDate(calendarDate: string): string {
  const [year, month, day] = calendarDate.split("-");
  const name = new Date(`${calendarDate}T00:00:00Z`).toLocaleString("en-US", {
    month: "short",
    timeZone: "UTC",
  });
  return month ? `${day}-${name}-${year}` : calendarDate;
}
