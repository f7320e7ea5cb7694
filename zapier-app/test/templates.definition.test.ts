import { placeholdersOf } from "../templates/mapping";
import { outputLabels } from "../templates/operations";
import type { OwnStep, Step } from "../templates/template";
import { templates } from "../templates/templates";
import {
  define,
  flat,
  type DefinedField,
  type DefinedStep,
  type Definition,
} from "./fixtures/definition";

let app: Definition;

beforeAll(async () => {
  app = await define();
});

const each = it.each(templates.map((template) => [template.id, template]));

const isOwn = (step: Step | undefined): step is OwnStep =>
  step !== undefined && step.kind !== "filter" && step.kind !== "foreign";

/** The step as Zapier has it of the built app. */
function defined({ kind, key }: OwnStep): DefinedStep {
  const kinds = {
    trigger: app.triggers,
    search: app.searches,
    action: app.creates,
  };
  const step = kinds[kind][key];
  if (!step || step.display.hidden) throw new Error(`no ${kind} "${key}"`);
  return step;
}

/** What the step before hands out, by Zapier's own definition. */
function outputsOf(step: Step | undefined): string[] {
  return isOwn(step)
    ? (defined(step).operation.outputFields ?? []).map(({ key }) => key)
    : Object.keys(outputLabels(step));
}

/** Everything that a step takes from earlier ones. */
function taken(step: Step): { step: number; path: string }[] {
  return step.kind === "filter"
    ? step.conditions.map(({ step, field }) => ({ step, path: field }))
    : Object.values(step.fields).flatMap((value) =>
        typeof value === "string" ? placeholdersOf(value) : [],
      );
}

it("there is one for each thing that people look for", () => {
  expect(templates.map(({ id }) => id)).toHaveLength(14);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(14);
});

each("%s begins with its only trigger", (_, { steps }) => {
  const isTrigger = (step: Step) =>
    step.kind === "trigger" ||
    (step.kind === "foreign" && (step.event.isTrigger ?? false));
  expect(steps.map(isTrigger)).toEqual(steps.map((_, index) => index === 0));
});

each("%s fills in fields that its steps have", (_, { steps }) => {
  for (const step of steps) {
    if (step.kind === "filter") continue;
    const known = isOwn(step)
      ? flat(defined(step).operation.inputFields).map(({ key }) => key)
      : Object.keys(step.event.fields);
    expect(
      Object.keys(step.fields).filter((key) => !known.includes(key)),
    ).toEqual([]);
  }
});

each("%s leaves no required field open", (_, { steps }) => {
  const required = (step: Step): string[] => {
    if (step.kind === "filter") return [];
    if (step.kind === "foreign") return [...step.event.required];
    return (defined(step).operation.inputFields ?? [])
      .filter((field: DefinedField) => field.required)
      .map(({ key }) => key);
  };
  for (const step of steps)
    for (const key of required(step))
      expect(step.kind !== "filter" && step.fields[key]).toBeTruthy();
});

each("%s takes only what earlier steps hand out", (_, { steps }) => {
  steps.forEach((step, index) => {
    for (const mapped of taken(step)) {
      expect(mapped.step).toBeLessThanOrEqual(index);
      expect(outputsOf(steps[mapped.step - 1])).toContain(mapped.path);
    }
  });
});

each("every {{ in %s is a mapping", (_, { steps }) => {
  const texts = steps.flatMap((step) =>
    step.kind === "filter"
      ? []
      : Object.values(step.fields).filter(
          (value): value is string => typeof value === "string",
        ),
  );
  for (const text of texts)
    expect(placeholdersOf(text)).toHaveLength(text.split("{{").length - 1);
});

each("%s enters one of the choices where a field has some", (_, { steps }) => {
  for (const step of steps.filter(isOwn))
    for (const field of flat(defined(step).operation.inputFields)) {
      const value = step.fields[field.key];
      if (typeof value !== "string" || placeholdersOf(value).length > 0)
        continue;
      const choices = field.choices
        ? Object.keys(field.choices)
        : field.type === "boolean"
          ? ["true", "false"]
          : [value];
      expect(choices).toContain(value);
    }
});

each("a filter of %s compares what it has a value for", (_, template) => {
  for (const step of template.steps)
    if (step.kind === "filter")
      for (const { rule, value } of step.conditions)
        expect([rule, value !== undefined]).toEqual([
          rule,
          rule === "contains" || rule === "greaterThan",
        ]);
});
