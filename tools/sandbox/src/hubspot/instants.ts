/** HubSpot leaves out milliseconds that are zero: `2026-12-31T00:00:00Z`, `2026-03-12T07:34:03.846Z`. */
export function formatInstant(instant: Date | number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

const INSTANT =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** Milliseconds of an instant written as epoch milliseconds, a date or ISO 8601. */
export function parseInstant(text: string): number | undefined {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (!INSTANT.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  const rolledOver =
    !Number.isNaN(milliseconds) &&
    new Date(text.slice(0, 10)).toISOString().slice(0, 10) !==
      text.slice(0, 10);
  return Number.isNaN(milliseconds) || rolledOver ? undefined : milliseconds;
}

/** The part of the day an instant adds to its UTC date, as HubSpot's message writes it; undefined at midnight. */
export function timeOfDay(milliseconds: number): string | undefined {
  const [hours, rest] = [
    new Date(milliseconds).getUTCHours(),
    new Date(milliseconds).toISOString().slice(14, 23),
  ];
  return hours === 0 && rest === "00:00.000" ? undefined : `${hours}:${rest}`;
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(instant);
}

/** A zone's offset from UTC at an instant, `-04:00` and in milliseconds. */
export function utcOffset(
  timeZone: string,
  instant: Date,
): { text: string; milliseconds: number } {
  const name = new Intl.DateTimeFormat("en-US", {
    timeZone,
    timeZoneName: "longOffset",
  })
    .formatToParts(instant)
    .find((part) => part.type === "timeZoneName")?.value;
  const text = name?.slice("GMT".length) || "+00:00";
  const [hours = 0, minutes = 0] = text.slice(1).split(":").map(Number);
  const size = (hours * 60 + minutes) * 60_000;
  return { text, milliseconds: text.startsWith("-") ? -size : size };
}
