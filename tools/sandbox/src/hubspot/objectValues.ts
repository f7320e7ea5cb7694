import { neighbours, type End } from "./associations";
import { calculate } from "./calculations";
import { formatInstant } from "./instants";
import { lookUp } from "./objectLookup";
import { DEAL, resolveType, type ObjectType } from "./objectTypes";
import { stageStamps } from "./stages";
import type { ChangeSource, HubspotObject, Portal } from "./types";

type Values = Record<string, string | undefined>;

const CALCULATED: ChangeSource = { sourceType: "CALCULATED", sourceId: "" };

/** Writes checked values, and everything that follows from them. */
export function writeValues(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
  values: Values,
  source: ChangeSource,
): void {
  const now = formatInstant(portal.clock.now());
  const before = { ...object.properties };
  const changed = setValues(object, values, source, now);
  if (type.id === DEAL.id) {
    const stamps = stageStamps(portal, before, object.properties, now);
    setValues(object, stamps, CALCULATED, now);
  }
  settle(portal, type, object, changed);
}

/** Works out the calculated properties anew; an object in which nothing changed keeps its modification instant. */
export function settle(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
  changed = false,
): void {
  const now = formatInstant(portal.clock.now());
  const recalculated = setValues(
    object,
    calculate(portal, type, object),
    CALCULATED,
    now,
  );
  if (!changed && !recalculated) return;
  object.updatedAt = now;
  setValues(object, { [type.modifiedProperty]: now }, CALCULATED, now);
}

export function setValues(
  object: HubspotObject,
  values: Values,
  source: ChangeSource,
  timestamp: string,
): boolean {
  let changed = false;
  for (const [name, value = ""] of Object.entries(values)) {
    if ((object.properties[name] ?? "") === value) continue;
    changed = true;
    if (value === "") delete object.properties[name];
    else object.properties[name] = value;
    (object.history[name] ??= []).unshift({ value, timestamp, ...source });
  }
  return changed;
}

/** An object's end changed what HubSpot counts on the objects around it. */
export function settleNeighbours(portal: Portal, end: End): void {
  for (const edge of neighbours(portal, end)) {
    const type = resolveType(edge.type);
    const object = lookUp(portal, type, edge.id);
    if (object) settle(portal, type, object);
  }
}
