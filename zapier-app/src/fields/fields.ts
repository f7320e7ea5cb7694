import type {
  Field,
  Operation,
  OutputField,
} from "@hubspot-xero/shared/catalog/field";
import type { PlainInputField, PlainOutputField } from "zapier-platform-core";

/** Zapier's input fields for those of the catalogue. */
export function inputFields(operation: Operation): PlainInputField[] {
  return operation.fields.map(inputField);
}

function inputField(field: Field): PlainInputField {
  const { key, label, help, required, list } = field;
  if (field.children)
    return { key, label, children: field.children.map(inputField) };
  return {
    key,
    label,
    type: field.type === "date" ? "datetime" : (field.type ?? "string"),
    ...(required && { required }),
    ...(help && { helpText: help }),
    ...(list && { list }),
    ...(field.default && { default: field.default }),
    ...(field.choices && {
      choices: Object.fromEntries(
        field.choices.map((choice) => [choice.value, choice.label]),
      ),
    }),
    ...(field.dropdown && { dynamic: `${field.dropdown}_list.id.name` }),
  } as PlainInputField;
}

/** Zapier's output fields: `parent__child` for a nested record, `parent[]child` for line items. */
export function outputFields(operation: Operation): PlainOutputField[] {
  return operation.output.flatMap((field) => {
    if (!field.children) return outputField(field);
    const isList = Array.isArray(operation.sample[field.key]);
    return field.children.map((child) =>
      outputField(
        child,
        isList ? `${field.key}[]${child.key}` : `${field.key}__${child.key}`,
        isList ? child.label : `${field.label} ${child.label}`,
      ),
    );
  });
}

function outputField(
  { key, label, type = "string" }: OutputField,
  path = key,
  fullLabel = label,
): PlainOutputField {
  return { key: path, label: fullLabel, type };
}

/** What every operation takes from the catalogue as it is. */
export function describe(operation: Operation) {
  return {
    key: operation.key,
    noun: operation.noun,
    display: { label: operation.label, description: operation.description },
  };
}
