import type { CalendarDate } from "../date/calendarDate";
import { billingSchedule, paymentDate } from "./billingSchedule";
import type { LineItem } from "./lineItem";

type RecurringLine = Pick<LineItem, "name" | "recurring">;

/**
 * When a recurring line of a deal is billed, before a day. A schedule that would have begun already begins when the
 * deal is won.
 * @param until the first day of no interest: endless schedules stop there
 * @throws ConnectorError `validation` for a schedule that cannot be read
 */
export function paymentDates(
  line: RecurringLine,
  dealName: string,
  won: CalendarDate,
  until: CalendarDate,
): CalendarDate[] {
  const planned = billingSchedule(line, dealName, won);
  const schedule = {
    ...planned,
    start: planned.start > won ? planned.start : won,
  };
  const dates: CalendarDate[] = [];
  for (let index = 0; index < (schedule.payments ?? Infinity); index += 1) {
    const date = paymentDate(schedule, index);
    if (date >= until) break;
    dates.push(date);
  }
  return dates;
}

/** @throws ConnectorError `validation` for a schedule that cannot be read */
export function checkSchedule(
  line: RecurringLine,
  dealName: string,
  won: CalendarDate,
): void {
  billingSchedule(line, dealName, won);
}
