import { validation, type ConnectorError } from "../error/connectorError";
import {
  addDays,
  addMonths,
  isCalendarDate,
  type CalendarDate,
} from "../date/calendarDate";
import type { LineItem } from "./lineItem";

/** When a recurring line is billed. */
export interface BillingSchedule {
  unit: "WEEKLY" | "MONTHLY";
  /** Every so many weeks or months. */
  every: number;
  start: CalendarDate;
  /** How often in all; endless where it is left out. */
  payments?: number;
}

/** HubSpot's values of `recurringbillingfrequency`. A year has no unit of its own, at Xero neither. */
const FREQUENCIES: Record<string, Pick<BillingSchedule, "unit" | "every">> = {
  weekly: { unit: "WEEKLY", every: 1 },
  biweekly: { unit: "WEEKLY", every: 2 },
  monthly: { unit: "MONTHLY", every: 1 },
  quarterly: { unit: "MONTHLY", every: 3 },
  per_six_months: { unit: "MONTHLY", every: 6 },
  annually: { unit: "MONTHLY", every: 12 },
  per_two_years: { unit: "MONTHLY", every: 24 },
  per_three_years: { unit: "MONTHLY", every: 36 },
  per_four_years: { unit: "MONTHLY", every: 48 },
  per_five_years: { unit: "MONTHLY", every: 60 },
};

/** HubSpot's term, an ISO 8601 duration of whole years, months, weeks or days: `P12M`, `P1Y6M`, `P10W`. */
const TERM =
  /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/;

/** HubSpot's billing terms of a line that is billed until somebody cancels it. */
const UNTIL_CANCELLED = "AUTOMATICALLY_RENEW";

type Refuse = (reason: string) => ConnectorError;

/**
 * The schedule of a recurring line. A line that renews automatically is billed until somebody ends it. Of others the
 * number of payments counts; else the term, where it holds a whole number of them; with neither they have no end.
 * @param otherwise the start of a line that names none; where the line names a delay, it counts from there
 * @throws ConnectorError `validation`, naming deal, line and field
 */
export function billingSchedule(
  { name, recurring }: Pick<LineItem, "name" | "recurring">,
  dealName: string,
  otherwise: CalendarDate,
): BillingSchedule {
  const refuse: Refuse = (reason) =>
    validation(`Deal "${dealName}", line "${name}": ${reason}`);
  const { frequency = "", startDate, delayDays, delayMonths } = recurring ?? {};
  const rhythm = FREQUENCIES[frequency];
  if (!rhythm)
    throw refuse(
      `the billing frequency "${frequency.slice(0, 40)}" is not known. Choose weekly, monthly, quarterly or another of HubSpot's own.`,
    );
  const delay = readDelay(delayDays, delayMonths);
  if (!delay)
    throw refuse(
      "the delay of its billing start is not a whole number of days or of months. Give the line a billing start date in HubSpot.",
    );
  const start =
    startDate?.slice(0, 10) ??
    addDays(addMonths(otherwise, delay.months), delay.days);
  if (!isCalendarDate(start))
    throw refuse(
      `the billing start date "${start}" is not a date. Correct it in HubSpot.`,
    );
  const payments = paymentCount(recurring, rhythm, refuse);
  return { ...rhythm, start, ...(payments && { payments }) };
}

/** How often a line is billed in all; undefined where it has no end. */
function paymentCount(
  {
    frequency = "",
    numberOfPayments,
    period,
    terms,
  }: Partial<NonNullable<LineItem["recurring"]>> = {},
  rhythm: Pick<BillingSchedule, "unit" | "every">,
  refuse: Refuse,
): number | undefined {
  if (terms === UNTIL_CANCELLED) {
    // The term says how long the customer is bound each time, not when the billing ends.
    if (!numberOfPayments) return undefined;
    throw refuse(
      `it renews automatically, but has ${numberOfPayments.slice(0, 40)} payments. Choose one of the two as its billing terms in HubSpot.`,
    );
  }
  if (numberOfPayments) {
    const payments = Number(numberOfPayments);
    if (Number.isInteger(payments) && payments > 0) return payments;
    throw refuse(
      `the number of payments "${numberOfPayments.slice(0, 40)}" is not a whole number above 0. Correct it in HubSpot.`,
    );
  }
  if (!period) return undefined;
  const payments = paymentsWithin(period, rhythm);
  if (payments) return payments;
  throw refuse(
    `the term "${period.slice(0, 40)}" does not hold a whole number of ${frequency.replaceAll("_", " ")} payments. Set the line's number of payments in HubSpot.`,
  );
}

/** The date of a payment, from 0. Months that lack the day of the start take their last one. */
export function paymentDate(
  { unit, every, start }: BillingSchedule,
  index: number,
): CalendarDate {
  return unit === "WEEKLY"
    ? addDays(start, 7 * every * index)
    : addMonths(start, every * index);
}

/** HubSpot counts a delay in days or in months; undefined where it is neither. */
function readDelay(days = "0", months = "0") {
  const delay = { days: Number(days), months: Number(months) };
  const isUsable =
    [days, months].every((count) => /^\d{1,4}$/.test(count)) &&
    !(delay.days && delay.months);
  return isUsable ? delay : undefined;
}

/** Undefined where the last payment would be for a part of its time only, or the term cannot be read. */
function paymentsWithin(
  term: string,
  { unit, every }: Pick<BillingSchedule, "unit" | "every">,
): number | undefined {
  const [years = 0, months = 0, weeks = 0, days = 0] = (TERM.exec(term) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const inMonths = 12 * years + months;
  const inDays = 7 * weeks + days;
  const [length, rest, step] =
    unit === "MONTHLY"
      ? [inMonths, inDays, every]
      : [inDays, inMonths, 7 * every];
  return rest === 0 && length % step === 0 ? length / step : undefined;
}
