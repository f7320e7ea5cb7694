import { valueOf } from "./scopeOf";

// The scope is in Berlin: +01:00 in winter, +02:00 from 31 March 2024, 01:00 UTC.
const variables = {
  noon: new Date("2024-05-01T12:00:00Z"),
  eve: new Date("2024-03-30T12:00:00Z"),
  january: new Date("2024-01-31T12:00:00Z"),
  wednesday: new Date("2018-06-27T11:39:39.670Z"),
  empty: "",
  none: null,
  gone: undefined,
};

test.each<[string, string]>([
  ["formatDate(noon, 'YYYY-MM-DD HH:mm')", "2024-05-01 14:00"],
  ["formatDate(noon, 'HH:mm', 'America/New_York')", "08:00"],
  ["formatDate(noon, 'HH:mm', 'Nowhere/Else')", "14:00"],
  ["formatDate(noon, 'X')", "1714564800"],
  ["formatDate(noon, 'x')", "1714564800000"],
  [
    "formatDate(noon, 'YYYY-MM-DDTHH:mm:ss.SSS[Z]', 'UTC')",
    "2024-05-01T12:00:00.000Z",
  ],
  ["formatDate(noon, 'MMMM Do, dddd')", "May 1st, Wednesday"],
  ["formatDate('2024-05-01T23:30:00Z', 'YYYY-MM-DD')", "2024-05-02"],
  ["formatDate('2024-05-01', 'DD.MM.YYYY HH:mm')", "01.05.2024 00:00"],
])("%s is %s", (expression, text) => {
  expect(valueOf(expression, variables)).toBe(text);
});

test.each<[string, string]>([
  ["parseDate('2024-05-01T10:00:00Z')", "2024-05-01T10:00:00.000Z"],
  ["parseDate('2024-05-01')", "2024-04-30T22:00:00.000Z"],
  ["parseDate('2024-01-15', 'YYYY-MM-DD')", "2024-01-14T23:00:00.000Z"],
  [
    "parseDate('01/05/2024 09:30', 'DD/MM/YYYY HH:mm', 'UTC')",
    "2024-05-01T09:30:00.000Z",
  ],
  ["parseDate('1714564800', 'X')", "2024-05-01T12:00:00.000Z"],
  ["parseDate(1714564800000, 'x')", "2024-05-01T12:00:00.000Z"],
  ["parseDate(noon, 'YYYY')", "2024-05-01T12:00:00.000Z"],
  ["addSeconds(noon, -2)", "2024-05-01T11:59:58.000Z"],
  ["addMinutes(noon, 15)", "2024-05-01T12:15:00.000Z"],
  ["addHours(eve, 24)", "2024-03-31T12:00:00.000Z"],
  ["addDays(eve, 1)", "2024-03-31T11:00:00.000Z"],
  ["addMonths(january, 1)", "2024-02-29T12:00:00.000Z"],
  ["addYears(noon, '1')", "2025-05-01T12:00:00.000Z"],
  ["setSecond(noon, 7)", "2024-05-01T12:00:07.000Z"],
  ["setMinute(noon, 30)", "2024-05-01T12:30:00.000Z"],
  ["setHour(noon, 0)", "2024-04-30T22:00:00.000Z"],
  ["setDay(wednesday, 1)", "2018-06-24T11:39:39.670Z"],
  ["setDay(wednesday, 7)", "2018-06-30T11:39:39.670Z"],
  ["setDay(wednesday, 'monday')", "2018-06-25T11:39:39.670Z"],
  ["setDate(noon, 31)", "2024-05-31T12:00:00.000Z"],
  ["setMonth(noon, 1)", "2024-01-01T13:00:00.000Z"],
  ["setMonth(noon, 'December')", "2024-12-01T13:00:00.000Z"],
  ["setYear(noon, 2020)", "2020-05-01T12:00:00.000Z"],
  ["addSeconds(now, 1800)", "2024-05-01T10:30:00.000Z"],
])("%s is %s", (expression, iso) => {
  expect(valueOf(expression, variables)).toEqual(new Date(iso));
});

test.each(["formatDate", "parseDate", "addDays", "setHour"])(
  "%s of nothing is nothing",
  (name) => {
    for (const nothing of ["empty", "none", "gone"]) {
      expect(valueOf(`${name}(${nothing}, 1)`, variables)).toBeUndefined();
    }
  },
);

test.each([
  "formatDate('soon', 'YYYY')",
  "addDays('1714564800000', 1)",
  "formatDate(true, 'YYYY')",
  "parseDate('2024-13-45', 'YYYY-MM-DD')",
  "parseDate('soon')",
])("%s is an error", (expression) => {
  expect(() => valueOf(expression, variables)).toThrow(/not a (valid )?date/);
});

test("a date function changes no date in place", () => {
  valueOf("addDays(noon, 1)", variables);
  expect(variables.noon).toEqual(new Date("2024-05-01T12:00:00Z"));
});
