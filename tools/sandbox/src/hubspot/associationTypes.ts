import { invalid } from "./errors";
import {
  COMPANY,
  CONTACT,
  DEAL,
  INVOICE,
  LINE_ITEM,
  NOTE,
  OBJECT_TYPES,
  TASK,
  type ObjectType,
} from "./objectTypes";
import type { AssociationCategory, Portal } from "./types";

/** One direction of an association, as HubSpot numbers it. */
export interface AssociationType {
  from: string;
  to: string;
  category: AssociationCategory;
  typeId: number;
  inverseTypeId: number;
  /** `type` of an association in an object that was read. */
  name: string;
  label: string | null;
}

/** Type ids of "primary company", from the contact and from the deal. */
export const PRIMARY_COMPANY = { ofContact: 1, ofDeal: 5 };

function both(
  from: ObjectType,
  to: ObjectType,
  [typeId, inverseTypeId]: [number, number],
  label: string | null = null,
  [name, inverseName]: [string, string] = [
    `${from.name}_to_${to.name}`,
    `${to.name}_to_${from.name}`,
  ],
): AssociationType[] {
  const category = "HUBSPOT_DEFINED";
  const there = { from: from.id, to: to.id, category, label } as const;
  const back = { from: to.id, to: from.id, category, label } as const;
  const types = [
    { ...there, typeId, inverseTypeId, name },
    {
      ...back,
      typeId: inverseTypeId,
      inverseTypeId: typeId,
      name: inverseName,
    },
  ];
  return typeId === inverseTypeId ? types.slice(0, 1) : types;
}

function unlabeled(from: ObjectType, to: ObjectType): [string, string] {
  return [
    `${from.name}_to_${to.name}_unlabeled`,
    `${to.name}_to_${from.name}_unlabeled`,
  ];
}

const HUBSPOT_DEFINED: AssociationType[] = [
  both(CONTACT, COMPANY, [279, 280], null, unlabeled(CONTACT, COMPANY)),
  both(CONTACT, COMPANY, [1, 2], "Primary"),
  both(COMPANY, CONTACT, [930, 931], "Billing contact", [
    "billing_contact",
    "billing_contact",
  ]),
  both(DEAL, COMPANY, [341, 342], null, unlabeled(DEAL, COMPANY)),
  both(DEAL, COMPANY, [5, 6], "Primary"),
  both(DEAL, CONTACT, [3, 4]),
  both(DEAL, LINE_ITEM, [19, 20]),
  both(NOTE, CONTACT, [202, 201]),
  both(NOTE, COMPANY, [190, 189]),
  both(NOTE, DEAL, [214, 213]),
  both(TASK, CONTACT, [204, 203]),
  both(TASK, COMPANY, [192, 191]),
  both(TASK, DEAL, [216, 215]),
  both(INVOICE, CONTACT, [177, 178]),
  both(INVOICE, COMPANY, [179, 180]),
  both(INVOICE, DEAL, [175, 176]),
  both(INVOICE, LINE_ITEM, [409, 410]),
  both(CONTACT, CONTACT, [449, 449]),
  both(COMPANY, COMPANY, [450, 450]),
  both(DEAL, DEAL, [451, 451]),
  both(COMPANY, COMPANY, [13, 14], "Parent company", [
    "parent_to_child_company",
    "child_to_parent_company",
  ]),
].flat();

/** Every way in which one type can be associated with another, the unlabelled one first. */
export function associationTypes(
  portal: Portal,
  from: ObjectType,
  to: ObjectType,
): AssociationType[] {
  const made = portal.state.associationLabels.map((label): AssociationType => ({
    ...label,
    category: "USER_DEFINED",
  }));
  return [...HUBSPOT_DEFINED, ...made].filter(
    (type) => type.from === from.id && type.to === to.id,
  );
}

/** The object type at the other end of an association type, as an id. */
export function typeOfAssociation(
  portal: Portal,
  from: ObjectType,
  typeId: number,
): string | undefined {
  return OBJECT_TYPES.find((to) =>
    associationTypes(portal, from, to).some((type) => type.typeId === typeId),
  )?.id;
}

export function defaultAssociationType(
  portal: Portal,
  from: ObjectType,
  to: ObjectType,
): AssociationType {
  const type = associationTypes(portal, from, to).find(
    ({ label }) => label === null,
  );
  if (!type) {
    throw invalid(`No association type exists between ${from.id} and ${to.id}`);
  }
  return type;
}

export function findAssociationType(
  portal: Portal,
  from: ObjectType,
  to: ObjectType,
  typeId: number,
): AssociationType {
  const type = associationTypes(portal, from, to).find(
    (candidate) => candidate.typeId === typeId,
  );
  if (!type) {
    throw invalid(
      `Association type ${typeId} doesn't exist between ${from.name} and ${to.name}`,
    );
  }
  return type;
}
