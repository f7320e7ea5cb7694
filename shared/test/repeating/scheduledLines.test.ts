import type { LineItem } from "../../src/deal/lineItem";
import type { PastStart } from "../../src/repeating/options";
import { rhythmText } from "../../src/repeating/rhythm";
import {
  lastPayment,
  paymentsUntil,
  scheduledLines,
} from "../../src/repeating/scheduledLines";
import { deal, lineItem } from "../builders";

const TODAY = "2026-11-23";

const line = (
  recurring: Partial<LineItem["recurring"]> = {},
  name = "Care",
): LineItem =>
  lineItem({ name, recurring: { frequency: "monthly", ...recurring } });

const schedules = (lines: LineItem[], pastStart: PastStart = "bill_past") =>
  scheduledLines(deal(), lines, TODAY, pastStart);

const monthly = (startDate: string, numberOfPayments?: string) =>
  line({ startDate, numberOfPayments });

it("lines of one rhythm, start and number make one schedule, others make their own", () => {
  const found = schedules([
    line({ startDate: "2026-12-01" }, "Care"),
    line({ startDate: "2026-12-01", period: "P12M" }, "Course"),
    line({ startDate: "2026-12-01" }, "Hosting"),
    line({ startDate: "2027-01-01" }, "Reports"),
    line({ startDate: "2026-12-01", frequency: "annually" }, "Licence"),
    line({ startDate: "2026-12-01", frequency: "biweekly" }, "Call"),
  ]);
  expect(
    found.map(({ key, lines }) => [key, ...lines.map((l) => l.name)]),
  ).toEqual([
    ["HS-701-R12M20261201", "Licence"],
    ["HS-701-R1M20261201", "Care", "Hosting"],
    ["HS-701-R1M20261201x12", "Course"],
    ["HS-701-R1M20270101", "Reports"],
    ["HS-701-R2W20261201", "Call"],
  ]);
});

it.each([
  ["without a date, today", {}, "2026-11-23"],
  ["some days later", { delayDays: "10" }, "2026-12-03"],
  ["some months later", { delayMonths: "3", delayDays: "0" }, "2027-02-23"],
  [
    "when it says, whatever the delay",
    { startDate: "2027-01-05", delayDays: "10" },
    "2027-01-05",
  ],
])("a line starts %s", (_, recurring, start) => {
  expect(schedules([line(recurring)])[0]?.schedule.start).toBe(start);
});

it.each([{ delayDays: "soon" }, { delayDays: "3", delayMonths: "1" }])(
  "a delay %j is refused",
  (recurring) => {
    expect(() => schedules([line(recurring)])).toThrow(
      /^Deal "Website relaunch", line "Care": the delay of its billing start is not/,
    );
  },
);

it.each([
  // 23 November is today; the 1st of December is next.
  ["2026-08-01", undefined, "2026-12-01", undefined],
  ["2026-08-01", "12", "2026-12-01", 8],
  ["2026-11-23", "12", "2026-11-23", 12],
  ["2026-11-22", "2", "2026-12-22", 1],
  ["2027-03-01", "12", "2027-03-01", 12],
  // From a month's last day it goes on by the day that comes next.
  ["2026-08-31", "6", "2026-11-30", 3],
])(
  "from %s, %s times, the next date that is not past is %s with %s left",
  (startDate, times, start, payments) => {
    const [found] = schedules([monthly(startDate, times)], "from_next");
    expect(found?.schedule).toEqual({
      unit: "MONTHLY",
      every: 1,
      start,
      ...(payments && { payments }),
    });
  },
);

it("with no payment left, starting at the next date is refused", () => {
  expect(() => schedules([monthly("2026-01-01", "3")], "from_next")).toThrow(
    'Deal "Website relaunch", line "Care": all its 3 payments lie in the past, the last on 2026-03-01. Correct the billing start date in HubSpot, or let this step bill past dates.',
  );
});

it.each([
  ["2026-08-01", undefined, 4],
  ["2026-08-01", "2", 2],
  ["2026-11-23", undefined, 1],
  ["2026-11-24", undefined, 0],
])(
  "of one from %s, %s times, %i are dated until today",
  (start, times, count) => {
    const [found] = schedules([monthly(start, times)]);
    expect(paymentsUntil(found!.schedule, TODAY)).toBe(count);
  },
);

it.each([
  [{ startDate: "2026-12-01", numberOfPayments: "12" }, "2027-11-01"],
  [{ startDate: "2026-12-31", period: "P3M" }, "2027-02-28"],
  [
    { startDate: "2026-12-01", frequency: "quarterly", period: "P24M" },
    "2028-09-01",
  ],
  [
    { startDate: "2026-12-01", frequency: "weekly", numberOfPayments: "1" },
    "2026-12-01",
  ],
  [{ startDate: "2026-12-01" }, undefined],
])("the last payment of %j is %s", (recurring, last) => {
  expect(lastPayment(schedules([line(recurring)])[0]!.schedule)).toBe(last);
});

it.each([
  ["MONTHLY", 1, "every month"],
  ["MONTHLY", 3, "every 3 months"],
  ["MONTHLY", 12, "every year"],
  ["MONTHLY", 60, "every 5 years"],
  ["WEEKLY", 1, "every week"],
  ["WEEKLY", 2, "every 2 weeks"],
] as const)("%s, %i is said as %s", (unit, every, words) => {
  expect(rhythmText({ unit, every })).toBe(words);
});
