import { addDays, type CalendarDate } from "../date/calendarDate";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import type { PastStart } from "./options";
import { scheduledLines } from "./scheduledLines";
import { fitsSchedules } from "./standing";

/**
 * The day by which the repeating invoices of a deal that stand already were decided, for a run that completes them: the
 * newest one on which the lines ask for all of them. Today, where none stands or there is no such day.
 * @param first the day of the first attempt
 */
export function planningDay(
  deal: Pick<Deal, "id" | "name">,
  lines: readonly LineItem[],
  {
    standing,
    pastStart,
    first,
    today,
  }: {
    standing: readonly { reference: string }[];
    pastStart: PastStart;
    first: CalendarDate;
    today: CalendarDate;
  },
): CalendarDate {
  for (let day = today; day >= first; day = addDays(day, -1)) {
    if (standing.length === 0) break;
    const plans = scheduledLines(deal, lines, day, pastStart);
    if (fitsSchedules(standing, plans)) return day;
  }
  return today;
}
