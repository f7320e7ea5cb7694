import type { Definition, InputField } from "../app/definition";
import { inputsOf, stepsOf, visibleSteps } from "../app/steps";
import type { Rule } from "../finding";
import { takesTypedId } from "./idFields";

/** Dropdowns, search buttons and what they refer to. */
export const referenceRules: Rule[] = [
  {
    id: "D004",
    what: "IDs are chosen from a dropdown",
    severity: "warning",
    *find({ definition }) {
      for (const step of visibleSteps(definition))
        for (const { field, path } of inputsOf(step))
          if (takesTypedId(field))
            yield {
              path,
              message: `Give ${field.key} a dropdown (dynamic: trigger.id.name).`,
            };
    },
  },
  {
    id: "D005",
    what: "a dropdown asks a trigger of the app for what its choices have",
    severity: "error",
    *find({ definition, live }) {
      for (const { field, path } of fieldsWith(definition, "dynamic")) {
        const [key = "", ...parts] = field.dynamic?.split(".") ?? [];
        if (!definition.triggers?.[key])
          yield {
            path: `${path}.dynamic`,
            message: `Add the trigger ${key} or correct the reference: the app has none.`,
          };
        for (const part of parts.flatMap((one) => one.split(",")))
          if (live.triggers[key]?.results.some((choice) => !(part in choice)))
            yield {
              path: `${path}.dynamic`,
              message: `Name another key than ${part}: ${key} returns choices without it.`,
            };
      }
    },
  },
  {
    id: "D013",
    what: "a search button leads to a search of the app, and takes what that hands out",
    severity: "error",
    *find({ definition }) {
      for (const { field, path } of fieldsWith(definition, "search")) {
        const [key = "", value = ""] = field.search?.split(".") ?? [];
        const { sample } = definition.searches?.[key]?.operation ?? {};
        if (!sample)
          yield {
            path: `${path}.search`,
            message: `Add the search ${key} or correct the reference: the app has none.`,
          };
        else if (!(value in sample))
          yield {
            path: `${path}.search`,
            message: `Name another key than ${value}: ${key} hands out none.`,
          };
      }
    },
  },
  {
    id: "D014",
    what: "a field with a search button has a dropdown as well",
    severity: "publishing task",
    *find({ definition }) {
      for (const { field, path } of fieldsWith(definition, "search"))
        if (!field.dynamic)
          yield {
            path,
            message: `Give ${field.key} a dropdown too: without one, Zapier shows no search button.`,
          };
    },
  },
  {
    id: "D015",
    what: "find-or-create joins a search and an action of the app",
    severity: "error",
    *find({ definition }) {
      const { searches, creates, searchOrCreates = {} } = definition;
      for (const [key, { search, create }] of Object.entries(searchOrCreates)) {
        const path = `searchOrCreates.${key}`;
        if (!searches?.[search])
          yield {
            path: `${path}.search`,
            message: `Add the search ${search} or correct the reference: the app has none.`,
          };
        if (!creates?.[create])
          yield {
            path: `${path}.create`,
            message: `Add the action ${create} or correct the reference: the app has none.`,
          };
      }
    },
  },
  {
    id: "dropdown-unused",
    what: "every hidden trigger fills a dropdown",
    severity: "warning",
    *find({ definition }) {
      const used = fieldsWith(definition, "dynamic").map(
        ({ field }) => field.dynamic?.split(".")[0],
      );
      for (const { kind, step, path } of stepsOf(definition))
        if (
          kind === "triggers" &&
          step.display.hidden &&
          !used.includes(step.key)
        )
          yield {
            path,
            message: `Use ${step.key} in a dropdown, or remove the trigger.`,
          };
    },
  },
];

const fieldsWith = (
  definition: Definition,
  reference: keyof InputField & ("dynamic" | "search"),
) =>
  stepsOf(definition)
    .flatMap(inputsOf)
    .filter(({ field }) => field[reference]);
