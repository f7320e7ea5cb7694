import { linksTo } from "./associations";
import { invalid } from "./errors";
import { formatInstant } from "./instants";
import { findObject } from "./objectLookup";
import { archiveObject, associate } from "./objects";
import { setValues, settle } from "./objectValues";
import { OBJECT_TYPES, type ObjectType } from "./objectTypes";
import { propertiesOf } from "./properties";
import { checkUnique } from "./propertyWrites";
import type { ChangeSource, HubspotObject, Portal } from "./types";

/**
 * Merges one record into another, which keeps its id and its values and takes over those that it lacks, and the other's
 * associations. The other's id leads to it from then on.
 */
export function mergeObjects(
  portal: Portal,
  type: ObjectType,
  primaryId: string,
  otherId: string,
  source: ChangeSource,
): HubspotObject {
  const primary = findObject(portal, type, primaryId);
  const other = findObject(portal, type, otherId);
  if (primary === other) throw invalid("Cannot merge an object with itself.");
  const links = OBJECT_TYPES.flatMap((to) =>
    linksTo(portal, type, other.id, to).map((link) => ({ to, ...link })),
  );
  archiveObject(portal, type, other.id);
  other.mergedInto = primary.id;
  const writable = [...propertiesOf(portal, type).values()].filter(
    ({ modificationMetadata }) => !modificationMetadata.readOnlyValue,
  );
  const taken = Object.fromEntries(
    writable.flatMap(({ name }) => {
      const value = other.properties[name];
      return value && !primary.properties[name] ? [[name, value]] : [];
    }),
  );
  const before = primary.properties["hs_merged_object_ids"];
  const gone = other.properties["hs_merged_object_ids"];
  setValues(
    primary,
    {
      ...taken,
      hs_merged_object_ids: [before, gone, other.id].filter(Boolean).join(";"),
    },
    source,
    formatInstant(portal.clock.now()),
  );
  settle(portal, type, primary, true);
  for (const { to, id, typeId } of links)
    associate(portal, { type, id: primary.id }, { type: to, id }, typeId);
  portal.committed();
  return primary;
}

/** Takes a record out of the recycle bin; a unique value that another record has taken meanwhile is refused. */
export function restoreObject(
  portal: Portal,
  type: ObjectType,
  id: string,
): HubspotObject {
  const object = portal.state.objects[type.id]?.[id];
  if (!object?.archived || object.mergedInto)
    return findObject(portal, type, id);
  checkUnique(portal, type, object, object.properties, new Map());
  object.archived = false;
  delete object.archivedAt;
  settle(portal, type, object, true);
  portal.committed();
  return object;
}
