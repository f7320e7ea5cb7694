import moment from "moment-timezone";
import { isEmpty, toNumber, toText } from "../convert";
import type { Builtin, Surroundings } from "./builtin";

type Unit = "seconds" | "minutes" | "hours" | "days" | "months" | "years";
type Field = "second" | "minute" | "hour" | "day" | "date" | "month" | "year";

/** Inferred: days and longer are added in the zone of the scope, so that the hour of the day stays. */
const adding =
  (unit: Unit): Builtin =>
  ([date, amount], { timezone }) =>
    isEmpty(date)
      ? undefined
      : inZone(date, timezone).add(toNumber(amount), unit).toDate();

const setting =
  (field: Field, read: (value: unknown) => number = toNumber): Builtin =>
  ([date, value], { timezone }) =>
    isEmpty(date)
      ? undefined
      : inZone(date, timezone).set(field, read(value)).toDate();

/** Inferred: a date function of nothing is undefined, of what is no date an error. */
export const dateFunctions: Record<string, Builtin> = {
  formatDate: ([date, format, zone], around) =>
    isEmpty(date)
      ? undefined
      : inZone(date, zoneOf(zone, around)).format(toText(format) || undefined),
  parseDate: ([text, format, zone], around) =>
    parseDate(text, format, zoneOf(zone, around)),
  addSeconds: adding("seconds"),
  addMinutes: adding("minutes"),
  addHours: adding("hours"),
  addDays: adding("days"),
  addMonths: adding("months"),
  addYears: adding("years"),
  setSecond: setting("second"),
  setMinute: setting("minute"),
  setHour: setting("hour"),
  // 1 is Sunday and January; English names do too.
  setDay: setting("day", (value) => place(value, moment.weekdays())),
  setDate: setting("date"),
  setMonth: setting("month", (value) => place(value, moment.months())),
  setYear: setting("year"),
};

function place(value: unknown, names: string[]): number {
  const name = toText(value).toLowerCase();
  const found = names.findIndex((known) => known.toLowerCase() === name);
  return found < 0 ? toNumber(value) - 1 : found;
}

function inZone(date: unknown, zone: string): moment.Moment {
  const time =
    date instanceof Date || typeof date === "number"
      ? moment.tz(date, zone)
      : moment.tz(toText(date), moment.ISO_8601, zone);
  if (!time.isValid()) throw new Error(`"${toText(date)}" is not a valid date`);
  return time;
}

/** Without a format a text is read as ISO; a text without an offset is of the zone. */
function parseDate(
  text: unknown,
  format: unknown,
  zone: string,
): Date | undefined {
  if (isEmpty(text)) return undefined;
  if (isEmpty(format) || text instanceof Date) {
    return inZone(text, zone).toDate();
  }
  const time = moment.tz(toText(text), toText(format), zone);
  if (time.isValid()) return time.toDate();
  throw new Error(
    `"${toText(text)}" is not a date of the form ${toText(format)}`,
  );
}

/** A zone that is not known counts as not given, says the documentation. */
function zoneOf(zone: unknown, { timezone }: Surroundings): string {
  const name = toText(zone);
  return name && moment.tz.zone(name) ? name : timezone;
}
