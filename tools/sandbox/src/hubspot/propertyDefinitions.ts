import type { PropertyDefinition, PropertyDraft } from "./types";

/** Name, type and label of a property that HubSpot itself defines, and how it differs from a plain writable one. */
export type StandardProperty = [
  name: string,
  type: string,
  label: string,
  more?: {
    fieldType?: string;
    options?: string[];
    externalOptions?: boolean;
    readOnly?: boolean;
    unique?: boolean;
  },
];

const FIELD_TYPES: Record<string, string> = {
  string: "text",
  number: "number",
  date: "date",
  datetime: "date",
  enumeration: "select",
  bool: "booleancheckbox",
  phone_number: "phonenumber",
};

const DEFINED_AT = "2019-08-06T02:41:44.024Z";

export function standardProperty(
  [name, type, label, more = {}]: StandardProperty,
  groupName: string,
): PropertyDefinition {
  const values = more.options ?? (type === "bool" ? ["true", "false"] : []);
  return {
    updatedAt: DEFINED_AT,
    createdAt: DEFINED_AT,
    name,
    label,
    type,
    fieldType: more.fieldType ?? FIELD_TYPES[type] ?? "text",
    description: label,
    groupName,
    options: values.map((value, displayOrder) => ({
      label: value,
      value,
      displayOrder,
      hidden: false,
    })),
    displayOrder: -1,
    calculated: false,
    externalOptions: more.externalOptions ?? false,
    hasUniqueValue: more.unique ?? false,
    hidden: false,
    hubspotDefined: true,
    modificationMetadata: {
      archivable: true,
      readOnlyDefinition: true,
      readOnlyValue: more.readOnly ?? false,
    },
    formField: false,
    dataSensitivity: "non_sensitive",
  };
}

export function readOnly(
  type: string,
  names: string[],
  groupName: string,
): PropertyDefinition[] {
  return names.map((name) =>
    standardProperty(
      [name, type, labelOf(name), { readOnly: true }],
      groupName,
    ),
  );
}

export function customProperty(
  draft: PropertyDraft,
  now: string,
  userId: string,
): PropertyDefinition {
  return {
    updatedAt: now,
    createdAt: now,
    name: draft.name,
    label: draft.label,
    type: draft.type,
    fieldType: draft.fieldType,
    description: draft.description ?? "",
    groupName: draft.groupName,
    options: draft.options ?? [],
    createdUserId: userId,
    updatedUserId: userId,
    displayOrder: draft.displayOrder ?? -1,
    calculated: false,
    externalOptions: false,
    archived: false,
    hasUniqueValue: draft.hasUniqueValue ?? false,
    hidden: draft.hidden ?? false,
    modificationMetadata: {
      archivable: true,
      readOnlyDefinition: false,
      readOnlyValue: false,
    },
    formField: draft.formField ?? false,
    dataSensitivity: "non_sensitive",
  };
}

function labelOf(name: string): string {
  const words = name.replace(/^hs_(v2_)?/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
