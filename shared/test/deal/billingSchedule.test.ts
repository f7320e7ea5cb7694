import { billingSchedule, paymentDate } from "../../src/deal/billingSchedule";

const of = (recurring: Record<string, string>, start = "2026-01-31") =>
  billingSchedule(
    { name: "Retainer", recurring: { frequency: "monthly", ...recurring } },
    "Website care",
    start,
  );

it.each([
  ["weekly", "WEEKLY", 1],
  ["biweekly", "WEEKLY", 2],
  ["monthly", "MONTHLY", 1],
  ["quarterly", "MONTHLY", 3],
  ["per_six_months", "MONTHLY", 6],
  ["annually", "MONTHLY", 12],
  ["per_two_years", "MONTHLY", 24],
  ["per_three_years", "MONTHLY", 36],
  ["per_four_years", "MONTHLY", 48],
  ["per_five_years", "MONTHLY", 60],
])("bills a %s line %s, every %i", (frequency, unit, every) => {
  expect(of({ frequency })).toEqual({ unit, every, start: "2026-01-31" });
});

it.each([
  ["the number of payments", { numberOfPayments: "6", period: "P12M" }, 6],
  ["a term of months", { period: "P12M" }, 12],
  ["a term of years and months", { period: "P1Y6M" }, 18],
  ["a quarter within a term", { frequency: "quarterly", period: "P12M" }, 4],
  ["a term of weeks", { frequency: "biweekly", period: "P10W" }, 5],
  ["neither", {}, undefined],
  [
    "nothing where it renews automatically",
    { period: "P12M", terms: "AUTOMATICALLY_RENEW" },
    undefined,
  ],
  ["a term that is fixed", { period: "P12M", terms: "FIXED" }, 12],
])("counts payments by %s", (_, recurring, payments) => {
  expect(of(recurring as Record<string, string>).payments).toBe(payments);
});

it("keeps to the day of the start, and to the last day of months that lack it", () => {
  const monthly = of({});
  expect([0, 1, 2, 3, 13].map((index) => paymentDate(monthly, index))).toEqual([
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
    "2027-02-28",
  ]);
  const biweekly = of({ frequency: "biweekly" }, "2026-12-25");
  expect(paymentDate(biweekly, 1)).toBe("2027-01-08");
});

it("starts when the line says, at whatever time of day", () => {
  expect(of({ startDate: "2026-03-01T00:00:00Z" }).start).toBe("2026-03-01");
});

it.each([
  [{ frequency: "daily" }, /billing frequency "daily" is not known/],
  [
    { startDate: "2026-02-30" },
    /billing start date "2026-02-30" is not a date/,
  ],
  [
    { numberOfPayments: "2.5" },
    /number of payments "2.5" is not a whole number/,
  ],
  [{ numberOfPayments: "0" }, /number of payments "0"/],
  [
    { numberOfPayments: "12", terms: "AUTOMATICALLY_RENEW" },
    /renews automatically, but has 12 payments/,
  ],
  [{ period: "a year" }, /term "a year" does not hold a whole number/],
  [{ period: "P" }, /term "P" does not hold/],
  [{ period: "P0M" }, /term "P0M" does not hold/],
  [
    { frequency: "quarterly", period: "P13M" },
    /term "P13M" does not hold a whole number of quarterly payments/,
  ],
  [
    { frequency: "weekly", period: "P12M" },
    /term "P12M" does not hold a whole number of weekly payments/,
  ],
])("refuses %j, naming deal and line", (recurring, sentence) => {
  const read = () => of(recurring as Record<string, string>);
  expect(read).toThrow(sentence);
  expect(read).toThrow(/^Deal "Website care", line "Retainer": /);
});
