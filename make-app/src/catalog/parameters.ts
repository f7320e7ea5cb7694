import type {
  Dropdown,
  Field,
  Operation,
  OutputField,
} from "@hubspot-xero/shared/catalog/field";
import type { ImlValue } from "../make/communication";
import type { Parameter, ParameterType } from "../make/parameter";
import { rpcOf } from "../rpcs/names";
import { camelCase, sentenceCase } from "./words";

/** Lists of HubSpot cannot be shown in a module that has a Xero connection, and the other way round. */
type Shown = (dropdown: Dropdown) => boolean;

/** The catalogue's input fields as a module's parameters: required ones first, as Make wants them. */
export function parametersOf(
  fields: readonly Field[],
  isShown: Shown,
): Parameter[] {
  const parameters = fields.map((field) => parameterOf(field, isShown));
  return [
    ...parameters.filter(({ required }) => required),
    ...parameters.filter(({ required }) => !required),
  ];
}

function parameterOf(field: Field, isShown: Shown): Parameter {
  const { children, dropdown, choices, help } = field;
  // A list of the other service cannot be shown here.
  const helpText =
    dropdown && !isShown(dropdown) ? "Map or type its ID." : help;
  const common = {
    name: camelCase(field.key),
    label: sentenceCase(field.shortLabel ?? field.label),
    ...(helpText && { help: helpText }),
    ...(field.required && { required: true as const }),
    ...(field.default !== undefined && {
      default:
        field.type === "boolean" ? field.default === "true" : field.default,
    }),
  };
  if (children) {
    const spec = children.map((child) => parameterOf(child, isShown));
    return { ...common, type: "array", spec };
  }
  if (choices)
    return {
      ...common,
      type: "select",
      options: choices.map(({ value, label }) => ({ value, label })),
      ...(field.list && { multiple: true as const }),
    };
  if (dropdown && isShown(dropdown))
    return {
      ...common,
      type: "select",
      options: `rpc://${rpcOf(dropdown)}`,
      ...(field.list && { multiple: true as const }),
    };
  if (field.type === "date") return { ...common, type: "date", time: false };
  return { ...common, type: inputType(field.type) };
}

function inputType(type: Field["type"]): ParameterType {
  switch (type) {
    case "boolean":
      return "boolean";
    case "integer":
      return "uinteger";
    default:
      return "text";
  }
}

/** The catalogue's output fields as a module's interface; the sample shows which of those with fields of their own come as a list. */
export function interfaceOf(
  fields: readonly OutputField[],
  sample: Readonly<Record<string, unknown>>,
): Parameter[] {
  return fields.map(({ key, label, type, children }): Parameter => {
    const common = { name: camelCase(key), label: sentenceCase(label) };
    if (children) {
      const inner = sample[key];
      return {
        ...common,
        type: Array.isArray(inner) ? "array" : "collection",
        spec: interfaceOf(children, firstOf(inner)),
      };
    }
    return { ...common, type: outputType(type) };
  });
}

function outputType(type: OutputField["type"]): ParameterType {
  switch (type) {
    case "datetime":
      return "date";
    case "number":
    case "integer":
    case "boolean":
      return type;
    default:
      return "text";
  }
}

/**
 * What a module hands out of an operation of the catalogue.
 * @param without keys that it does not hand out, at whatever depth
 */
export function outputOf(
  { output, sample }: Pick<Operation, "output" | "sample">,
  without: readonly string[] = [],
): { interface: Parameter[]; samples: Record<string, ImlValue> } {
  const left = (fields: readonly OutputField[]): OutputField[] =>
    fields
      .filter(({ key }) => !without.includes(key))
      .map(({ children, ...field }) =>
        children ? { ...field, children: left(children) } : field,
      );
  const kept = withoutKeys(sample, without) as Record<string, unknown>;
  return {
    interface: interfaceOf(left(output), kept),
    samples: samplesOf(kept),
  };
}

function withoutKeys(value: unknown, without: readonly string[]): unknown {
  if (Array.isArray(value))
    return value.map((item) => withoutKeys(item, without));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !without.includes(key))
      .map(([key, inner]) => [key, withoutKeys(inner, without)]),
  );
}

/** The catalogue's sample under Make's keys, apart from what a module does not hand out. */
export function samplesOf(
  sample: Readonly<Record<string, unknown>>,
  without: ReadonlySet<string> = new Set(),
): Record<string, ImlValue> {
  const kept = Object.entries(sample).filter(([key]) => !without.has(key));
  return camelKeys(Object.fromEntries(kept)) as Record<string, ImlValue>;
}

function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      camelCase(key),
      camelKeys(inner),
    ]),
  );
}

/** A sample's collection, or the first of its list. */
function firstOf(sample: unknown): Record<string, unknown> {
  return ([sample].flat()[0] ?? {}) as Record<string, unknown>;
}
