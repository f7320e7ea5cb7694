import { readXeroDate, readXeroInstant } from "../../src/date/xeroDate";

it.each([
  // 24 April 2026, midnight UTC
  ["/Date(1776988800000+0000)/", "2026-04-24"],
  ["/Date(1776988800000)/", "2026-04-24"],
  // the offset is a remark, not something to add
  ["/Date(1776988800000+1300)/", "2026-04-24"],
  ["/Date(-86400000+0000)/", "1969-12-31"],
  ["2026-04-24T00:00:00", "2026-04-24"],
  ["2026-04-24", "2026-04-24"],
])("the document date %s is %s", (wire, expected) => {
  expect(readXeroDate(wire)).toBe(expected);
});

it.each([
  ["/Date(1777031976473+0000)/", "2026-04-24T11:59:36.473Z"],
  ["2026-04-24T11:59:36", "2026-04-24T11:59:36.000Z"],
  ["2026-04-24T11:59:36Z", "2026-04-24T11:59:36.000Z"],
  ["2026-04-24T11:59:36+02:00", "2026-04-24T09:59:36.000Z"],
  // seven digits and no zone, as /connections sends them
  ["2026-04-20T11:47:10.3365440", "2026-04-20T11:47:10.336Z"],
])("the instant %s is %s", (wire, expected) => {
  expect(readXeroInstant(wire)).toBe(expected);
});

it.each(["", "yesterday", "/Date(soon)/", "/Date()/", "2026-04-31T99:00:00"])(
  "%p is not a date",
  (wire) => expect(() => readXeroDate(wire)).toThrow(RangeError),
);
