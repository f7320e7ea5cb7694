import { HubspotError } from "./errors";

export interface ObjectType {
  /** `0-3` */
  id: string;
  /** `deal` */
  name: string;
  /** `deals`, as in paths */
  plural: string;
  /** The key under `associations` of an object that was read: `line items` has a space. */
  associationKey: string;
  /** Property that holds the creation instant, and the last change. */
  createdProperty: string;
  modifiedProperty: string;
  /** Sent when no properties are asked for. */
  defaultProperties: string[];
  /** Noun in the names of its scopes; notes and tasks live under the contacts' scope. */
  scopeNoun: string;
  /** Shown as a filtered list instead of a record page of its own. */
  listUrl: boolean;
}

function objectType(
  id: string,
  name: string,
  plural: string,
  defaultProperties: string[],
  more: Partial<ObjectType> = {},
): ObjectType {
  return {
    id,
    name,
    plural,
    associationKey: plural,
    createdProperty: "createdate",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties,
    scopeNoun: plural,
    listUrl: false,
    ...more,
  };
}

export const CONTACT = objectType(
  "0-1",
  "contact",
  "contacts",
  ["email", "firstname", "lastname"],
  { modifiedProperty: "lastmodifieddate" },
);
export const COMPANY = objectType("0-2", "company", "companies", [
  "name",
  "domain",
]);
export const DEAL = objectType("0-3", "deal", "deals", [
  "dealname",
  "amount",
  "closedate",
  "pipeline",
  "dealstage",
]);
export const PRODUCT = objectType("0-7", "product", "products", [
  "name",
  "description",
  "price",
]);
export const LINE_ITEM = objectType(
  "0-8",
  "line_item",
  "line_items",
  ["quantity", "amount", "price"],
  { associationKey: "line items" },
);
export const TASK = objectType("0-27", "task", "tasks", [], {
  createdProperty: "hs_createdate",
  scopeNoun: "contacts",
  listUrl: true,
});
export const NOTE = objectType("0-46", "note", "notes", [], {
  createdProperty: "hs_createdate",
  scopeNoun: "contacts",
  listUrl: true,
});
export const INVOICE = objectType("0-53", "invoice", "invoices", []);

export const OBJECT_TYPES: readonly ObjectType[] = [
  CONTACT,
  COMPANY,
  DEAL,
  PRODUCT,
  LINE_ITEM,
  TASK,
  NOTE,
  INVOICE,
];

const BY_NAME = new Map(
  OBJECT_TYPES.flatMap((type) =>
    [type.id, type.name, type.plural].map((name) => [name, type] as const),
  ),
);

/** Accepts `deal`, `deals` and `0-3`. */
export function resolveType(name: string): ObjectType {
  const type = BY_NAME.get(name.toLowerCase());
  if (!type) {
    throw new HubspotError(400, {
      message: `Unable to infer object type from: ${name}`,
    });
  }
  return type;
}
