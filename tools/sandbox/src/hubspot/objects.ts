import { link, unlink, type End } from "./associations";
import { findAssociationType } from "./associationTypes";
import { COPIED_FROM_PRODUCT } from "./catalogueProperties";
import { formatInstant } from "./instants";
import { findObject, lookUp } from "./objectLookup";
import {
  setValues,
  settle,
  settleNeighbours,
  writeValues,
} from "./objectValues";
import {
  COMPANY,
  CONTACT,
  LINE_ITEM,
  PRODUCT,
  resolveType,
  type ObjectType,
} from "./objectTypes";
import { checkProperties, checkRequired, checkUnique } from "./propertyWrites";
import type {
  AssociationRequest,
  ChangeSource,
  HubspotObject,
  Portal,
} from "./types";

type Values = Record<string, string | undefined>;

export const API: ChangeSource = {
  sourceType: "INTEGRATION",
  sourceId: "26892217",
};
export const PERSON: ChangeSource = {
  sourceType: "CRM_UI",
  sourceId: "userId:88842095",
};

export interface ObjectDraft {
  /** Given by seeds only. */
  id?: string;
  properties: Record<string, unknown>;
  associations?: AssociationRequest[];
}

/** A write that was checked and can no longer be refused. */
export type Commit = () => HubspotObject;

/** Checks a new object; `claims` holds the unique values of the other inputs of its batch. */
export function prepareCreate(
  portal: Portal,
  type: ObjectType,
  draft: ObjectDraft,
  source: ChangeSource,
  claims = new Map<string, string>(),
): Commit {
  const given = checkProperties(portal, type, undefined, draft.properties);
  checkRequired(type, given);
  checkUnique(portal, type, undefined, given, claims);
  const ends = (draft.associations ?? []).map(({ to, typeId }) => {
    const end = { type: resolveType(to.type), id: to.id };
    findObject(portal, end.type, end.id);
    findAssociationType(portal, type, end.type, typeId);
    return { end, typeId };
  });
  return () => {
    const object = insert(portal, type, draft.id);
    const now = object.createdAt;
    setValues(object, birthProperties(type, object, source), source, now);
    writeValues(
      portal,
      type,
      object,
      { ...defaults(portal, type, given), ...given },
      source,
    );
    for (const { end, typeId } of ends) {
      link(portal, { type, id: object.id }, end, typeId);
      settle(portal, end.type, findObject(portal, end.type, end.id));
    }
    settle(portal, type, object);
    portal.committed();
    return object;
  };
}

export function prepareUpdate(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
  properties: Record<string, unknown>,
  source: ChangeSource,
  claims = new Map<string, string>(),
): Commit {
  const given = checkProperties(portal, type, object, properties);
  checkUnique(portal, type, object, given, claims);
  return () => {
    const wasClosed = object.properties.hs_is_closed;
    writeValues(portal, type, object, given, source);
    if (object.properties.hs_is_closed !== wasClosed) {
      settleNeighbours(portal, { type, id: object.id });
    }
    portal.committed();
    return object;
  };
}

/** Archiving twice, or archiving what never was, is no error. */
export function archiveObject(
  portal: Portal,
  type: ObjectType,
  id: string,
): void {
  const object = portal.state.objects[type.id]?.[id];
  if (!object || object.archived) return;
  object.archived = true;
  object.archivedAt = formatInstant(portal.clock.now());
  settleNeighbours(portal, { type, id });
  portal.committed();
}

export function associate(
  portal: Portal,
  from: End,
  to: End,
  typeId: number,
): void {
  link(portal, from, to, typeId);
  settleEnds(portal, from, to);
}

export function dissociate(
  portal: Portal,
  from: End,
  to: End,
  typeIds?: number[],
): void {
  unlink(portal, from, to, typeIds);
  settleEnds(portal, from, to);
}

function settleEnds(portal: Portal, ...ends: End[]): void {
  for (const { type, id } of ends) {
    settle(portal, type, findObject(portal, type, id));
  }
  portal.committed();
}

function insert(
  portal: Portal,
  type: ObjectType,
  seedId?: string,
): HubspotObject {
  const { state } = portal;
  const id = seedId ?? String(state.nextId++);
  const now = formatInstant(portal.clock.now());
  const object: HubspotObject = {
    id,
    properties: {},
    history: {},
    createdAt: now,
    updatedAt: now,
    archived: false,
  };
  (state.objects[type.id] ??= {})[id] = object;
  return object;
}

function birthProperties(
  type: ObjectType,
  { id, createdAt }: HubspotObject,
  { sourceType, sourceId }: ChangeSource,
): Values {
  return {
    [type.createdProperty]: createdAt,
    [type.modifiedProperty]: createdAt,
    hs_object_id: id,
    hs_object_source: sourceType,
    hs_object_source_id: sourceId,
    hs_object_source_label: sourceType,
  };
}

function defaults(
  portal: Portal,
  type: ObjectType,
  given: Record<string, string>,
): Values {
  switch (type.id) {
    case CONTACT.id:
      return { lifecyclestage: "lead" };
    case COMPANY.id:
      return { lifecyclestage: "lead", website: given.domain };
    case LINE_ITEM.id:
      return fromProduct(portal, given.hs_product_id);
    default:
      return {};
  }
}

function fromProduct(portal: Portal, productId: string | undefined): Values {
  const product = productId && lookUp(portal, PRODUCT, productId);
  if (!product) return {};
  return Object.fromEntries(
    COPIED_FROM_PRODUCT.map((name) => [name, product.properties[name]]),
  );
}
