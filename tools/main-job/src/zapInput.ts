import type { Field } from "@hubspot-xero/shared/catalog/field";
import { fill, soleMapping } from "../../../zapier-app/templates/mapping";
import { operationOf } from "../../../zapier-app/templates/operations";
import type {
  Fields,
  ForeignStep,
  OwnStep,
  Step,
} from "../../../zapier-app/templates/template";
import { cast, valueAt, words, type Data } from "./zapValues";

/** What a person chose in the editor, by step. */
export type Choices = Readonly<Record<number, Data>>;

/** What each step gave, by its number. */
export type Outputs = Record<number, Data>;

/** @throws Error for a choice that the template does not leave to a person */
export function requireOpen(steps: readonly Step[], choices: Choices): void {
  for (const [place, chosen] of Object.entries(choices)) {
    const step = steps[Number(place) - 1];
    const fields: Fields = step && step.kind !== "filter" ? step.fields : {};
    const taken = Object.keys(chosen).find(
      (key) => typeof fields[key] !== "object",
    );
    if (taken) throw new Error(`Step ${place} leaves no choice of "${taken}".`);
  }
}

/** A step's input: what was chosen, what is mapped, and what the editor presets. */
export function inputOf(
  step: OwnStep,
  chosen: Data = {},
  outputs: Outputs,
): Data {
  const { fields, label } = operationOf(step);
  const entries = (fields as readonly Field[]).flatMap((field) => {
    const value = enteredInto(step.fields, field, chosen, outputs);
    if (value !== undefined) return [[field.key, value] as const];
    if (field.required)
      throw new Error(`"${label}" got nothing for "${field.label}".`);
    return [];
  });
  return Object.fromEntries(entries);
}

function enteredInto(
  fields: Fields,
  field: Field,
  chosen: Data,
  outputs: Outputs,
): unknown {
  const value = fields[field.key];
  if (value === undefined && field.children)
    return rowsOf(fields, field.children, outputs);
  if (value === undefined) return cast(field, field.default);
  return typeof value === "string"
    ? cast(field, filled(value, outputs))
    : chosen[field.key];
}

/** Line items: as many rows as the longest list that is mapped into a column. */
function rowsOf(
  fields: Fields,
  columns: readonly Field[],
  outputs: Outputs,
): Data[] | undefined {
  const lists = columns.map((column) => {
    const value = fields[column.key];
    const mapped = typeof value === "string" ? soleMapping(value) : undefined;
    const list = mapped && valueAt(outputs[mapped.step] ?? {}, mapped.path);
    return { column, list: Array.isArray(list) ? (list as unknown[]) : [] };
  });
  const length = Math.max(...lists.map(({ list }) => list.length));
  if (length === 0) return undefined;
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(
      lists.flatMap(({ column, list }) => {
        const value = cast(column, words(list[row]));
        return value === undefined ? [] : [[column.key, value] as const];
      }),
    ),
  );
}

/** The text that Zapier makes of a mapping: line items one after the other, with commas. */
const filled = (text: string, outputs: Outputs) =>
  fill(text, ({ step, path }) => words(valueAt(outputs[step] ?? {}, path)));

/** What a step sends to another app. */
export function foreignFields(
  { event, fields }: ForeignStep,
  chosen: Data = {},
  outputs: Outputs,
): Record<string, string> {
  const entries = Object.keys(event.fields).flatMap((key) => {
    const value = fields[key];
    const text =
      typeof value === "string" ? filled(value, outputs) : words(chosen[key]);
    return text ? [[key, text] as const] : [];
  });
  const missing = event.required.find(
    (key) => !entries.some(([name]) => name === key),
  );
  if (missing)
    throw new Error(`"${event.label}" got nothing for "${missing}".`);
  return Object.fromEntries(entries);
}
