import { catalog } from "@hubspot-xero/shared/catalog/catalog";
import type { Field, Operation } from "@hubspot-xero/shared/catalog/field";
import { outputFields } from "../src/fields/fields";
import type { OwnStep, Step, Template } from "./template";

/** How people find the integration in the editor. */
export const APP_NAME = "HubSpot to Xero";

const OPERATIONS = {
  trigger: catalog.triggers,
  search: catalog.searches,
  action: catalog.actions,
} as const;

/** @throws Error for a key that the catalogue does not have */
export function operationOf({
  kind,
  key,
}: Pick<OwnStep, "kind" | "key">): Operation {
  const operation = OPERATIONS[kind].find((one) => one.key === key);
  if (!operation) throw new Error(`There is no ${kind} "${key}".`);
  return operation;
}

/** The app and the event of a step, as the editor names them. */
export function nameOf(step: Step): { app: string; event: string } {
  switch (step.kind) {
    case "filter":
      return { app: "Filter by Zapier", event: "Only continue if…" };
    case "foreign":
      return { app: step.event.app, event: step.event.label };
    default:
      return { app: APP_NAME, event: operationOf(step).label };
  }
}

/** Labels of what a step hands out, by key. */
export function outputLabels(step: Step | undefined): Record<string, string> {
  if (!step || step.kind === "filter") return {};
  if (step.kind === "foreign") return { ...step.event.output };
  const operation = operationOf(step);
  return Object.fromEntries(
    outputFields(operation).map(({ key, label = "" }) => {
      const [lines, ofLine] = key.split("[]");
      const parent = operation.output.find((field) => field.key === lines);
      return [key, ofLine && parent ? `${parent.label}: ${label}` : label];
    }),
  );
}

/** @throws Error for a field that the step does not hand out */
export function outputLabel(
  { id, steps }: Template,
  step: number,
  path: string,
): string {
  const label = outputLabels(steps[step - 1])[path];
  if (!label) throw new Error(`${id}: step ${step} hands out no "${path}".`);
  return label;
}

/** A step's input fields, as far as pages need them. */
export interface InputField {
  key: string;
  label: string;
  required: boolean;
  choices: Readonly<Record<string, string>>;
}

export function inputsOf(step: Step): InputField[] {
  switch (step.kind) {
    case "filter":
      return [];
    case "foreign":
      return Object.entries(step.event.fields).map(([key, label]) => ({
        key,
        label,
        required: step.event.required.includes(key),
        choices: {},
      }));
    default:
      return operationOf(step).fields.flatMap((field) => [
        inputOf(field, field.label),
        ...(field.children ?? []).map((child) =>
          inputOf(child, `${field.label}: ${child.label}`),
        ),
      ]);
  }
}

function inputOf(
  { key, type, required, choices = [] }: Field,
  label: string,
): InputField {
  const labels = choices.map((choice) => [choice.value, choice.label] as const);
  return {
    key,
    label,
    required: required ?? false,
    choices:
      type === "boolean"
        ? { true: "True", false: "False" }
        : Object.fromEntries(labels),
  };
}

/** Fields of a step that the template fills in or leaves to the person, in the editor's order. */
export function filledInputs(step: Exclude<Step, { kind: "filter" }>) {
  return inputsOf(step).flatMap((field) => {
    const value = step.fields[field.key];
    return value === undefined ? [] : [{ field, value }];
  });
}
