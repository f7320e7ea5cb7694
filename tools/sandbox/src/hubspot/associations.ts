import {
  defaultAssociationType,
  findAssociationType,
  PRIMARY_COMPANY,
  type AssociationType,
} from "./associationTypes";
import { COMPANY, CONTACT, DEAL, type ObjectType } from "./objectTypes";
import type { Link, Portal } from "./types";

/** One end of an association. */
export interface End {
  type: ObjectType;
  id: string;
}

/** Associations with live objects of one type, oldest first; one entry per association type. */
export function linksTo(
  portal: Portal,
  from: ObjectType,
  id: string,
  to: ObjectType,
): Link[] {
  const others = portal.state.objects[to.id] ?? {};
  return linksOf(portal, { type: from, id }).filter(
    (link) => link.type === to.id && others[link.id]?.archived === false,
  );
}

/**
 * Associates two objects. A label always comes with the unlabelled association;
 * a contact's or deal's first company becomes its primary one, and there is only one of these.
 */
export function link(
  portal: Portal,
  from: End,
  to: End,
  typeId: number,
): AssociationType {
  const type = findAssociationType(portal, from.type, to.type, typeId);
  if (type.label !== null) {
    addEdge(
      portal,
      from,
      to,
      defaultAssociationType(portal, from.type, to.type),
    );
  }
  settlePrimary(portal, from, to, type);
  addEdge(portal, from, to, type);
  return type;
}

/** Removes the associations of the named types between two objects, or all of them. */
export function unlink(
  portal: Portal,
  from: End,
  to: End,
  typeIds?: number[],
): void {
  const gone = linksOf(portal, from)
    .filter((edge) => edge.type === to.type.id && edge.id === to.id)
    .filter(({ typeId }) => !typeIds || typeIds.includes(typeId))
    .map(({ typeId }) =>
      findAssociationType(portal, from.type, to.type, typeId),
    );
  for (const { typeId, inverseTypeId } of gone) {
    removeEdge(portal, from, to, typeId);
    removeEdge(portal, to, from, inverseTypeId);
  }
}

/** Every object that one is associated with, whatever the type. */
export function neighbours(portal: Portal, end: End): Link[] {
  return linksOf(portal, end);
}

function linksOf({ state }: Portal, { type, id }: End): Link[] {
  return state.links[`${type.id}/${id}`] ?? [];
}

function addEdge(
  portal: Portal,
  from: End,
  to: End,
  { typeId, inverseTypeId }: AssociationType,
): void {
  addHalf(portal, from, to, typeId);
  addHalf(portal, to, from, inverseTypeId);
}

function addHalf(portal: Portal, from: End, to: End, typeId: number): void {
  const links = (portal.state.links[`${from.type.id}/${from.id}`] ??= []);
  const there = links.some(
    (edge) =>
      edge.type === to.type.id && edge.id === to.id && edge.typeId === typeId,
  );
  if (!there) links.push({ type: to.type.id, id: to.id, typeId });
}

function removeEdge(portal: Portal, from: End, to: End, typeId: number): void {
  portal.state.links[`${from.type.id}/${from.id}`] = linksOf(
    portal,
    from,
  ).filter(
    (edge) =>
      edge.type !== to.type.id || edge.id !== to.id || edge.typeId !== typeId,
  );
}

const PRIMARY: Record<string, number> = {
  [CONTACT.id]: PRIMARY_COMPANY.ofContact,
  [DEAL.id]: PRIMARY_COMPANY.ofDeal,
};

function settlePrimary(
  portal: Portal,
  from: End,
  to: End,
  type: AssociationType,
): void {
  const turned = from.type.id === COMPANY.id;
  const [holder, company] = turned ? [to, from] : [from, to];
  const primaryId = PRIMARY[holder.type.id];
  if (company.type.id !== COMPANY.id || primaryId === undefined) return;
  const primary = linksTo(portal, holder.type, holder.id, COMPANY).find(
    ({ typeId }) => typeId === primaryId,
  );
  const asked = (turned ? type.inverseTypeId : type.typeId) === primaryId;
  if (!primary) {
    addEdge(
      portal,
      holder,
      company,
      findAssociationType(portal, holder.type, COMPANY, primaryId),
    );
  } else if (asked && primary.id !== company.id) {
    unlink(portal, holder, { type: COMPANY, id: primary.id }, [primaryId]);
  }
}
