import {
  dateInZone,
  type CalendarDate,
} from "@hubspot-xero/shared/date/calendarDate";

/** The day in a time zone; Make's `now` is an instant, and text where a function was handed it by another. */
export const todayIn = (timeZone: string, now: Date | string): CalendarDate =>
  dateInZone(new Date(now).toISOString(), timeZone);
