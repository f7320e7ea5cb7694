import type { DueDateType, Unit } from "./repeatingData";

/** The day of the bill with this number, from 0. A month that lacks the day of the start takes its last one. */
export function scheduledDate(
  start: string,
  unit: Unit,
  period: number,
  index: number,
): string {
  if (unit === "WEEKLY") return moveDays(start, 7 * period * index);
  return dayOfMonth(start, period * index, Number(start.slice(8)));
}

/** When an invoice of this date is due. */
export function scheduledDueDate(
  date: string,
  day: number,
  type: DueDateType,
): string {
  switch (type) {
    case "DAYSAFTERBILLDATE":
    case "DAYSAFTERINVOICEDATE":
      return moveDays(date, day);
    case "DAYSAFTERBILLMONTH":
    case "DAYSAFTERINVOICEMONTH":
      return moveDays(dayOfMonth(date, 0, 31), day);
    case "OFCURRENTMONTH":
      return dayOfMonth(date, 0, day);
    case "OFFOLLOWINGMONTH":
      return dayOfMonth(date, 1, day);
  }
}

/** A day of the month that lies so many months after the date's; at most its last one. */
function dayOfMonth(date: string, monthsAhead: number, day: number): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + monthsAhead, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

function moveDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
