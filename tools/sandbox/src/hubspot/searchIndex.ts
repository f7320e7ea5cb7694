import { parseInstant } from "./instants";
import type { ObjectType } from "./objectTypes";
import type { HistoryEntry, HubspotObject, Portal } from "./types";

/**
 * The objects as search knows them. HubSpot indexes writes a while after it has answered them,
 * so what was written within the lag is missing or old here.
 */
export function indexedObjects(
  portal: Portal,
  type: ObjectType,
): HubspotObject[] {
  const objects = Object.values(portal.state.objects[type.id] ?? {});
  const { searchLagMs } = portal.limits;
  if (searchLagMs === 0) return objects.filter(({ archived }) => !archived);
  const then = portal.clock.now().getTime() - searchLagMs;
  return objects
    .filter(({ createdAt }) => isBy(createdAt, then))
    .filter(({ archivedAt }) => !archivedAt || !isBy(archivedAt, then))
    .map((object) => asOf(object, type, then));
}

function asOf(
  object: HubspotObject,
  type: ObjectType,
  then: number,
): HubspotObject {
  if (isBy(object.updatedAt, then)) return object;
  const properties: Record<string, string> = {};
  for (const [name, entries] of Object.entries(object.history)) {
    const value = entries.find((entry) => isBy(entry.timestamp, then))?.value;
    if (value) properties[name] = value;
  }
  const updatedAt = properties[type.modifiedProperty] ?? object.createdAt;
  return { ...object, properties, updatedAt };
}

function isBy(instant: HistoryEntry["timestamp"], then: number): boolean {
  return (parseInstant(instant) ?? 0) <= then;
}
