/** A poll looks back behind the last entry; Make leaves out what it has seen. */
const OVERLAP = 5 * 60_000;
/**
 * HubSpot's search shows a change up to half a minute late, and not always in order. Make never goes back behind the
 * newest entry that it has handed out, so the newest ones wait until all before them can be seen.
 */
const SETTLING = 60_000;

/**
 * What a poll of HubSpot asks for.
 * @param lastDate the instant of the newest event that Make has handed out; there is no bound where absent
 */
export function searchWindow(
  lastDate: Date | string | undefined,
  now: Date | string | undefined,
): { since: string | undefined; until: string | undefined } {
  return {
    since: lastDate ? shifted(lastDate, -OVERLAP) : undefined,
    until: now ? shifted(now, -SETTLING) : undefined,
  };
}

/** The same as the filters of a search, by the property that holds the instant. */
export function searchBounds(
  property: string,
  lastDate: Date | string | undefined,
  now: Date | string | undefined,
) {
  const { since, until } = searchWindow(lastDate, now);
  const bound = (operator: "GTE" | "LTE", instant: string | undefined) =>
    instant
      ? [
          {
            propertyName: property,
            operator,
            value: String(Date.parse(instant)),
          },
        ]
      : [];
  return [...bound("GTE", since), ...bound("LTE", until)];
}

/** None before 1970. */
function shifted(instant: Date | string, milliseconds: number): string {
  const time = new Date(instant).getTime() + milliseconds;
  return new Date(Math.max(time, 0)).toISOString();
}
