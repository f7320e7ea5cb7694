import type { Organisation } from "./types";
import { calendarDateOf, messageDate } from "./wireDates";

/** Why nothing may be dated on this day, if something bars it. */
export function brokenByLockDate(
  organisation: Organisation,
  date: string,
): string[] {
  const lock = lockOn(organisation, date);
  return lock
    ? [
        `The document date cannot be before the ${lock.name}, currently set at ${messageDate(lock.date)}`,
      ]
    : [];
}

/** Why what stands on this day may not be changed, if something bars it. */
export function heldByLockDate(
  organisation: Organisation,
  date: string,
): string[] {
  const lock = lockOn(organisation, date);
  return lock
    ? [
        `The document cannot be edited as it is currently dated before the ${lock.name}`,
      ]
    : [];
}

/** The first lock date that holds the day. */
function lockOn(
  { EndOfYearLockDate, PeriodLockDate }: Organisation,
  date: string,
): { name: string; date: string } | undefined {
  const locks = [
    { name: "end of year lock date", stored: EndOfYearLockDate },
    { name: "period lock date", stored: PeriodLockDate },
  ];
  return locks
    .flatMap(({ name, stored }) =>
      stored ? [{ name, date: calendarDateOf(stored) }] : [],
    )
    .find((lock) => date <= lock.date);
}
