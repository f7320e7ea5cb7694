import {
  invoiceProperties,
  noteProperties,
  taskProperties,
} from "./activityProperties";
import { lineItemProperties, productProperties } from "./catalogueProperties";
import { companyProperties, contactProperties } from "./customerProperties";
import { dealProperties } from "./dealProperties";
import { alreadyExists, invalid, notFound } from "./errors";
import { formatInstant } from "./instants";
import {
  COMPANY,
  CONTACT,
  DEAL,
  INVOICE,
  LINE_ITEM,
  NOTE,
  PRODUCT,
  TASK,
  type ObjectType,
} from "./objectTypes";
import { customProperty, readOnly } from "./propertyDefinitions";
import type { Portal, PropertyDefinition, PropertyDraft } from "./types";

const STATIC: Record<string, PropertyDefinition[]> = {
  [CONTACT.id]: contactProperties(),
  [COMPANY.id]: companyProperties(),
  [PRODUCT.id]: productProperties(),
  [LINE_ITEM.id]: lineItemProperties(),
  [NOTE.id]: noteProperties(),
  [TASK.id]: taskProperties(),
  [INVOICE.id]: invoiceProperties(),
};

/** HubSpot allows ten properties with unique values for each object type. */
const UNIQUE_PROPERTIES = 10;
const TYPES: Record<string, string[]> = {
  bool: ["booleancheckbox", "calculation_equation"],
  enumeration: ["booleancheckbox", "checkbox", "radio", "select"],
  date: ["date"],
  datetime: ["date"],
  string: ["file", "text", "textarea", "html", "phonenumber"],
  number: ["number", "calculation_equation"],
  phone_number: ["phonenumber"],
};

const known = new WeakMap<
  Portal,
  Map<string, Map<string, PropertyDefinition>>
>();

/** Every property of an object type by name: HubSpot's own, then the account's. */
export function propertiesOf(
  portal: Portal,
  type: ObjectType,
): Map<string, PropertyDefinition> {
  const types = known.get(portal) ?? new Map();
  known.set(portal, types);
  const definitions = types.get(type.id) ?? collect(portal, type);
  types.set(type.id, definitions);
  return definitions;
}

function collect(
  portal: Portal,
  type: ObjectType,
): Map<string, PropertyDefinition> {
  const own =
    type.id === DEAL.id
      ? dealProperties(portal.state.pipelines)
      : (STATIC[type.id] ?? []);
  const group = own[0]?.groupName ?? "";
  const custom = portal.state.properties[type.id] ?? [];
  return new Map(
    [
      ...own,
      ...readOnly(
        "datetime",
        [type.createdProperty, type.modifiedProperty],
        group,
      ),
      ...readOnly("number", ["hs_object_id"], group),
      ...readOnly("string", ["hs_object_source", "hs_object_source_id"], group),
      ...readOnly(
        "enumeration",
        ["hs_object_source_label", "hs_merged_object_ids"],
        group,
      ),
      ...custom,
    ].map((definition) => [definition.name, definition]),
  );
}

export function findProperty(
  portal: Portal,
  type: ObjectType,
  name: string,
): PropertyDefinition {
  const definition = propertiesOf(portal, type).get(name);
  if (!definition) {
    throw notFound(
      `Property ${name} for object type ${type.id} does not exist.`,
    );
  }
  return definition;
}

export function createProperty(
  portal: Portal,
  type: ObjectType,
  draft: PropertyDraft,
): PropertyDefinition {
  checkDraft(portal, type, draft);
  const definition = customProperty(
    draft,
    formatInstant(portal.clock.now()),
    String(portal.state.owners[0]?.userId ?? 0),
  );
  (portal.state.properties[type.id] ??= []).push(definition);
  known.delete(portal);
  portal.committed();
  return definition;
}

export function archiveProperty(
  portal: Portal,
  type: ObjectType,
  name: string,
): void {
  const definition = findProperty(portal, type, name);
  if (definition.hubspotDefined) {
    throw invalid(`Property ${name} is defined by HubSpot`);
  }
  portal.state.properties[type.id] = (
    portal.state.properties[type.id] ?? []
  ).filter((other) => other !== definition);
  known.delete(portal);
  portal.committed();
}

function checkDraft(
  portal: Portal,
  type: ObjectType,
  draft: PropertyDraft,
): void {
  const missing = (
    ["name", "label", "type", "fieldType", "groupName"] as const
  ).filter((key) => !draft[key]);
  if (missing.length > 0) {
    throw invalid(
      `Invalid input JSON on line 1, column 1: Some required fields were not set: [${missing.join(", ")}]`,
    );
  }
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(draft.name)) {
    throw invalid(
      `Property names must start with a letter, and hold only lowercase letters, numbers and underscores: ${draft.name}`,
    );
  }
  if (!TYPES[draft.type]?.includes(draft.fieldType)) {
    throw invalid(
      `fieldType ${draft.fieldType} is not valid for type ${draft.type}`,
    );
  }
  if (draft.type === "bool" && draft.options?.length !== 2) {
    throw invalid("Boolean properties must have exactly two options");
  }
  const existing = propertiesOf(portal, type);
  if (existing.has(draft.name)) {
    throw alreadyExists(`A property named '${draft.name}' already exists.`);
  }
  if (!groupsOf(portal, type).some(({ name }) => name === draft.groupName)) {
    throw invalid(`Property group ${draft.groupName} does not exist`);
  }
  const unique = (portal.state.properties[type.id] ?? []).filter(
    (definition) => definition.hasUniqueValue,
  );
  if (draft.hasUniqueValue && unique.length >= UNIQUE_PROPERTIES) {
    throw invalid(
      `Object type ${type.id} already has ${UNIQUE_PROPERTIES} unique properties`,
    );
  }
}

export function groupsOf(portal: Portal, type: ObjectType) {
  const standard = new Set(
    [...propertiesOf(portal, type).values()]
      .filter(({ hubspotDefined }) => hubspotDefined)
      .map(({ groupName }) => groupName),
  );
  return [
    ...[...standard].map((name) => ({
      name,
      label: name,
      displayOrder: 0,
      archived: false,
    })),
    ...(portal.state.propertyGroups[type.id] ?? []),
  ];
}

export function createGroup(
  portal: Portal,
  type: ObjectType,
  draft: { name: string; label: string; displayOrder?: number },
) {
  if (!draft.name || !draft.label) {
    throw invalid(
      "Invalid input JSON on line 1, column 1: Some required fields were not set: [name, label]",
    );
  }
  if (groupsOf(portal, type).some(({ name }) => name === draft.name)) {
    throw alreadyExists(
      `A property group named '${draft.name}' already exists.`,
    );
  }
  const group = {
    name: draft.name,
    label: draft.label,
    displayOrder: draft.displayOrder ?? -1,
    archived: false,
  };
  (portal.state.propertyGroups[type.id] ??= []).push(group);
  portal.committed();
  return group;
}
