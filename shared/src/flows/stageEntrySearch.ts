import type { Instant } from "../date/calendarDate";
import { STAGE_ENTRY } from "../hubspot/properties";

/** The property that holds when a deal entered the stage last. */
export function entryProperty(stageId: string): string {
  return `${STAGE_ENTRY}${stageId}`;
}

/**
 * The same as the account knows it: in some pipelines a suffix follows the stage's id.
 * @param names of the account's deal properties
 */
export function knownEntryProperty(
  stageId: string,
  names: readonly string[],
): string | undefined {
  const name = entryProperty(stageId);
  return names.includes(name)
    ? name
    : names.find((candidate) => candidate.startsWith(`${name}_`));
}

/**
 * The search for deals that entered a stage, newest first; where they are now does not matter.
 * @param property the one that holds the instant
 * @param properties what is read of each deal
 * @param since from this instant on; all times where absent
 * @param until up to this instant
 */
export function stageEntrySearch(
  property: string,
  properties: readonly string[],
  since?: Instant,
  until?: Instant,
) {
  const bound = (operator: "GTE" | "LTE", instant: Instant | undefined) =>
    instant
      ? [{ propertyName: property, operator, value: milliseconds(instant) }]
      : [];
  const bounds = [...bound("GTE", since), ...bound("LTE", until)];
  const anyTime = { propertyName: property, operator: "HAS_PROPERTY" };
  return {
    filterGroups: [{ filters: bounds.length > 0 ? bounds : [anyTime] }],
    sorts: [{ propertyName: property, direction: "DESCENDING" as const }],
    properties,
  };
}

const milliseconds = (instant: Instant) => String(Date.parse(instant));
