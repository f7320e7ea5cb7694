/** Make hands over what was picked in a calendar as a date object: midnight in the scenario's time zone. */
export function pickedDate(date: unknown): unknown {
  return typeof date === "object" && date
    ? new Date(date as Date).toISOString()
    : date;
}
