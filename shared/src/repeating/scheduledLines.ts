import type { CalendarDate } from "../date/calendarDate";
import {
  billingSchedule,
  paymentDate,
  type BillingSchedule,
} from "../deal/billingSchedule";
import { repeatingKey } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import { validation } from "../error/connectorError";
import type { PastStart } from "./options";

/** The lines of a deal that are billed on the same days. */
export interface ScheduledLines {
  /** Tells the schedule from the others of the deal, and is the same in every run. */
  key: string;
  schedule: BillingSchedule;
  lines: LineItem[];
}

/**
 * The recurring lines of a deal, by schedule, in the order of their keys.
 * @param today the start of lines that name none
 * @throws ConnectorError `validation`, naming deal, line and field
 */
export function scheduledLines(
  deal: Pick<Deal, "id" | "name">,
  lines: readonly LineItem[],
  today: CalendarDate,
  pastStart: PastStart,
): ScheduledLines[] {
  const groups = new Map<string, ScheduledLines>();
  for (const line of lines) {
    const planned = billingSchedule(line, deal.name, today);
    const schedule =
      pastStart === "from_next"
        ? fromNext(planned, today, `Deal "${deal.name}", line "${line.name}"`)
        : planned;
    const key = repeatingKey(deal.id, schedule);
    const group = groups.get(key) ?? { key, schedule, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** How many payments of a schedule are dated on `today` or before. */
export function paymentsUntil(
  schedule: BillingSchedule,
  today: CalendarDate,
): number {
  const { payments = Infinity } = schedule;
  let count = 0;
  while (count < payments && paymentDate(schedule, count) <= today) count += 1;
  return count;
}

/** The date of the last payment; undefined for a schedule without end. */
export function lastPayment(
  schedule: BillingSchedule,
): CalendarDate | undefined {
  const { payments } = schedule;
  return payments === undefined
    ? undefined
    : paymentDate(schedule, payments - 1);
}

/** What is left of a schedule from its first date that is not past. */
function fromNext(
  schedule: BillingSchedule,
  today: CalendarDate,
  owner: string,
): BillingSchedule {
  const { payments, ...rest } = schedule;
  let index = 0;
  while (paymentDate(schedule, index) < today) index += 1;
  const start = paymentDate(schedule, index);
  if (payments === undefined) return { ...rest, start };
  if (index < payments) return { ...rest, start, payments: payments - index };
  throw validation(
    `${owner}: all its ${payments} payments lie in the past, the last on ${lastPayment(schedule)}. Correct the billing start date in HubSpot, or let this step bill past dates.`,
  );
}
