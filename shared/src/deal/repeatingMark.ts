import { isCalendarDate, type CalendarDate } from "../date/calendarDate";
import type { Deal } from "./deal";
import { nextAttempt } from "./syncMark";

/**
 * The write-ahead mark for the repeating invoices of a deal, beside the one for its invoice:
 * - `begun`: some of them may exist in Xero
 * - `refused`: Xero answered that it did not make one
 * - `done`: they exist, and the deal knows them
 * - `ended`: they are to bill no more, and none is made again
 */
export interface RepeatingMark {
  state: "begun" | "refused" | "done" | "ended";
  /** Counts up after each settled attempt; part of Xero's Idempotency-Key. 0 as {@link hasLooked} says. */
  attempt: number;
  /** The day by which the attempt decided when lines without a date start, and which dates are past. */
  date: CalendarDate;
}

const FORM = /^(begun|refused|done|ended)\|(\d+)\|(.+)$/;

/** Undefined for an empty or foreign text. */
export function readRepeatingMark(
  text: string | undefined,
): RepeatingMark | undefined {
  const [, state, attempt, date] = FORM.exec(text ?? "") ?? [];
  if (!state || !date || !isCalendarDate(date)) return undefined;
  return {
    state: state as RepeatingMark["state"],
    attempt: Number(attempt),
    date,
  };
}

/**
 * Whether a run that left this mark had looked for an invoice that a broken run of before may have made. Make leaves its
 * mark when the deal is read, and looks afterwards: where there may be one, the attempt is 0 until a run has found none.
 */
export function hasLooked(mark: RepeatingMark | undefined): boolean {
  return mark !== undefined && mark.attempt > 0;
}

/** True where no run makes repeating invoices for the deal any more. */
export function isSettled(mark: RepeatingMark | undefined): boolean {
  return mark?.state === "done" || mark?.state === "ended";
}

/**
 * The mark that the next attempt leaves where it has not looked into Xero yet: the day of the first attempt stays, from
 * which the day of what stands there is sought.
 */
export function begunRepeating(
  { billing: { repeatingMark: mark, mark: ofInvoice } }: Pick<Deal, "billing">,
  today: CalendarDate,
): RepeatingMark {
  return {
    state: "begun",
    attempt: !mark && ofInvoice ? 0 : nextAttempt(mark),
    date: mark?.date ?? today,
  };
}

/** The mark of a deal that has been lost or cancelled. */
export function endedMark(
  mark: RepeatingMark | undefined,
  today: CalendarDate,
): RepeatingMark {
  return {
    state: "ended",
    attempt: mark?.attempt ?? 1,
    date: mark?.date ?? today,
  };
}

/** `begun|1|2026-11-23` */
export function writeRepeatingMark(mark: RepeatingMark): string {
  return [mark.state, mark.attempt, mark.date].join("|");
}

/**
 * What Xero's Idempotency-Key is the digest of, without the body: two runs of one attempt can never make two of one.
 * @param index the place of the schedule among those of the deal
 */
export function repeatingAttemptKey(
  tenantId: string,
  { id, billing }: Pick<Deal, "id" | "billing">,
  { attempt }: RepeatingMark,
  index: number,
): string {
  const earlier = billing.repeatingIds?.length ?? 0;
  return `hubspot-repeating|${tenantId}|HS-${id}|${earlier}|${attempt}|${index}`;
}
