import {
  dateInZone,
  isCalendarDate,
  type CalendarDate,
} from "../date/calendarDate";
import { validation } from "../error/connectorError";
import { text, type Input } from "./input";

/**
 * A date as the user wrote it; of an instant in UTC, the day in the account's time zone.
 * @throws ConnectorError `validation` for what is no date
 */
export function dateField(
  input: Input,
  key: string,
  label: string,
  timeZone: string,
): CalendarDate | undefined {
  const value = text(input, key);
  if (value === undefined) return undefined;
  const isUtc = /T.*(Z|[+-]00:?00)$/.test(value);
  const date =
    isUtc && !Number.isNaN(Date.parse(value))
      ? dateInZone(value, timeZone)
      : value.slice(0, 10);
  if (isCalendarDate(date)) return date;
  throw validation(
    `${label} "${value.slice(0, 40)}" is not a date. Use YYYY-MM-DD.`,
  );
}
