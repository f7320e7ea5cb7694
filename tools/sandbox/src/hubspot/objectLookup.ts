import { invalid, notFound } from "./errors";
import type { ObjectType } from "./objectTypes";
import { propertiesOf } from "./properties";
import type { HubspotObject, Portal } from "./types";

/** Ids are text; digits compare as numbers do, however many there are. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** The live object with an id, or with the value of a unique property. */
export function findObject(
  portal: Portal,
  type: ObjectType,
  id: string,
  idProperty?: string,
): HubspotObject {
  const object = lookUp(portal, type, id, idProperty);
  if (object) return object;
  throw idProperty || /^\d+$/.test(id)
    ? notFound()
    : notFound("Object not found.  objectId are usually numeric.");
}

export function lookUp(
  portal: Portal,
  type: ObjectType,
  id: string,
  idProperty?: string,
): HubspotObject | undefined {
  if (!idProperty) {
    const object = portal.state.objects[type.id]?.[id];
    // The id of a merged record leads to the one that it became.
    if (object?.mergedInto) return lookUp(portal, type, object.mergedInto);
    return object?.archived ? undefined : object;
  }
  if (!propertiesOf(portal, type).get(idProperty)?.hasUniqueValue) {
    throw invalid(
      `Unable to perform update/upsert by non-unique ${type.id} property ${idProperty} in portal ID ${portal.state.account.portalId}`,
    );
  }
  return findByValue(portal, type, idProperty, id);
}

/** The live object that has a value; e-mail addresses are compared without case. */
export function findByValue(
  portal: Portal,
  type: ObjectType,
  name: string,
  value: string,
): HubspotObject | undefined {
  const wanted = name === "email" ? value.toLowerCase() : value;
  const objects = portal.state.objects[type.id] ?? {};
  // Without a list of all objects, which each write of a large account would make anew.
  for (const id in objects) {
    const object = objects[id];
    if (object && !object.archived && object.properties[name] === wanted)
      return object;
  }
  return undefined;
}
