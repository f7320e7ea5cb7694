import {
  addDays,
  dateInZone,
  endOfMonth,
  isCalendarDate,
} from "../../src/date/calendarDate";

it.each(["2026-11-23", "2028-02-29", "2000-02-29", "2026-12-31"])(
  "%s is a date",
  (text) => expect(isCalendarDate(text)).toBe(true),
);

it.each([
  "2026-02-29",
  "2026-02-30",
  "2100-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-1-5",
  "23/11/2026",
  "2026-11-23T00:00:00Z",
  "",
])("%p is not a date", (text) => expect(isCalendarDate(text)).toBe(false));

it.each([
  // Auckland is at UTC+13 in November: midnight there is 11:00 UTC.
  ["2026-11-22T10:59:59.999Z", "Pacific/Auckland", "2026-11-22"],
  ["2026-11-22T11:00:00.000Z", "Pacific/Auckland", "2026-11-23"],
  // and at UTC+12 in July.
  ["2026-07-01T11:59:59.999Z", "Pacific/Auckland", "2026-07-01"],
  ["2026-07-01T12:00:00.000Z", "Pacific/Auckland", "2026-07-02"],
  // Los Angeles is at UTC-8 in November: midnight there is 08:00 UTC.
  ["2026-11-23T07:59:59.999Z", "America/Los_Angeles", "2026-11-22"],
  ["2026-11-23T08:00:00.000Z", "America/Los_Angeles", "2026-11-23"],
  // British Summer Time begins on 29 March 2026 ...
  ["2026-03-28T23:30:00.000Z", "Europe/London", "2026-03-28"],
  ["2026-03-29T23:30:00.000Z", "Europe/London", "2026-03-30"],
  // ... and ends on 25 October 2026.
  ["2026-10-24T23:30:00.000Z", "Europe/London", "2026-10-25"],
  ["2026-10-25T23:30:00.000Z", "Europe/London", "2026-10-25"],
  // New Year comes early in the east.
  ["2026-12-31T11:00:00.000Z", "Pacific/Auckland", "2027-01-01"],
  // HubSpot names some zones by their old names.
  ["2026-11-23T04:59:59.000Z", "US/Eastern", "2026-11-22"],
])("at %s it is, in %s, %s", (instant, zone, expected) => {
  expect(dateInZone(instant, zone)).toBe(expected);
});

it.each([
  ["2026-11-23", 30, "2026-12-23"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-02-28", 1, "2026-03-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-28", 2, "2026-03-30"],
  ["2026-11-23", 0, "2026-11-23"],
])("%s plus %i days is %s", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

it.each([
  ["2026-11-23", 0, "2026-11-30"],
  ["2026-11-30", 0, "2026-11-30"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2100-02-01", 0, "2100-02-28"],
  ["2000-02-01", 0, "2000-02-29"],
  ["2026-12-05", 0, "2026-12-31"],
  ["2026-12-05", 1, "2027-01-31"],
])("the month of %s plus %i ends on %s", (date, ahead, expected) => {
  expect(endOfMonth(date, ahead)).toBe(expected);
});
