/** A poll looks back behind the last event; Make leaves out what it has seen. */
export const OVERLAP = 5 * 60_000;
/**
 * HubSpot's search shows a change up to half a minute late, and not always in order. Make never goes back behind the
 * newest event that it has handed out, so the newest ones wait until all before them can be seen.
 */
export const SETTLING = 60_000;

/**
 * The filters of a search for what happened since the last poll and can be seen by now.
 * @param property the one that holds the instant
 * @param lastDate of the newest event that Make has handed out; without it and `now` there are no bounds
 */
export function settledBounds(
  property: string,
  lastDate?: Date | string,
  now?: Date | string,
) {
  const bound = (operator: "GTE" | "LTE", instant: string) => ({
    propertyName: property,
    operator,
    value: String(Date.parse(instant)),
  });
  return [
    ...(lastDate ? [bound("GTE", shifted(lastDate, -OVERLAP))] : []),
    ...(now ? [bound("LTE", shifted(now, -SETTLING))] : []),
  ];
}

/** An instant so many milliseconds later, none before 1970. */
export function shifted(instant: Date | string, milliseconds: number): string {
  const time = new Date(instant).getTime() + milliseconds;
  return new Date(Math.max(time, 0)).toISOString();
}
