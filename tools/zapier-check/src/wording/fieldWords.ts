import { takesTypedId } from "../definition/idFields";
import { inputsOf, outputsOf, visibleSteps } from "../app/steps";
import type { Definition } from "../app/definition";
import type { Rule } from "../finding";
import { titleCase } from "./titleCase";

/** The words beside fields, and their order. */
export const fieldWordRules: Rule[] = [
  {
    id: "field-label",
    what: "every field has a label",
    severity: "publishing task",
    *find({ definition }) {
      for (const { label, key, path } of labelled(definition))
        if (!label) yield { path, message: `Give ${key} a label.` };
    },
  },
  {
    id: "field-label-case",
    what: "labels of fields are in title case",
    severity: "publishing task",
    *find({ definition }) {
      for (const { label = "", path } of labelled(definition))
        if (titleCase(label) !== label)
          yield {
            path: `${path}.label`,
            message: `Write "${label}" as "${titleCase(label)}".`,
          };
    },
  },
  {
    id: "field-id-label",
    what: "no field that users fill in is called an ID",
    severity: "publishing task",
    *find({ definition }) {
      for (const step of visibleSteps(definition))
        for (const { field, path } of inputsOf(step))
          if (/\bIDs?$/.test(field.label ?? ""))
            yield {
              path: `${path}.label`,
              message: `Call ${field.key} by its record: "${field.label}" without ID.`,
            };
    },
  },
  {
    id: "field-id-help",
    what: "a field that takes an ID without a dropdown says what to map",
    severity: "publishing task",
    *find({ definition }) {
      for (const step of visibleSteps(definition))
        for (const { field, path } of inputsOf(step))
          if (takesTypedId(field) && !field.helpText)
            yield {
              path: `${path}.helpText`,
              message: `Say in the help of ${field.key} what to map into it.`,
            };
    },
  },
  {
    id: "field-help",
    what: "help begins with a capital letter and ends with a full stop",
    severity: "publishing task",
    *find({ definition }) {
      for (const step of visibleSteps(definition))
        for (const { field, path } of inputsOf(step)) {
          const { helpText = "" } = field;
          if (helpText && !/^[^\p{L}]*\p{Lu}.*\.[`)*]*$/su.test(helpText))
            yield {
              path: `${path}.helpText`,
              message: `Begin the help of ${field.key} with a capital letter and end it with a full stop.`,
            };
        }
    },
  },
  {
    id: "field-order",
    what: "required fields come first",
    severity: "publishing task",
    *find({ definition }) {
      for (const placed of visibleSteps(definition)) {
        const fields = (placed.step.operation.inputFields ?? []).flatMap(
          (field) => (typeof field === "string" ? [] : field),
        );
        const firstFree = fields.findIndex(({ required }) => !required);
        const late = fields.findLast(({ required }) => required);
        if (late && firstFree >= 0 && fields.indexOf(late) > firstFree)
          yield {
            path: `${placed.path}.inputFields.${late.key}`,
            message: `Put ${late.key} before the fields that are not required.`,
          };
      }
    },
  },
];

const labelled = (definition: Definition) =>
  visibleSteps(definition).flatMap((placed) => [
    ...inputsOf(placed).map(({ field: { key, label }, path }) => ({
      key,
      label,
      path,
    })),
    ...outputsOf(placed).map(({ key, label }) => ({
      key,
      label,
      path: `${placed.path}.outputFields.${key}`,
    })),
  ]);
