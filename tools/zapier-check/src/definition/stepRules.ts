import { inputsOf, visibleSteps } from "../app/steps";
import type { Rule } from "../finding";

/** What steps ask for. */
export const stepRules: Rule[] = [
  {
    id: "D009",
    what: "a search has a field to search by",
    severity: "error",
    *find({ definition }) {
      for (const { kind, step, path } of visibleSteps(definition))
        if (
          kind === "searches" &&
          (step.operation.inputFields ?? []).length === 0
        )
          yield {
            path: `${path}.inputFields`,
            message: `Give ${step.key} a field to search by.`,
          };
    },
  },
  {
    id: "D011",
    what: "help says something that the label does not",
    severity: "publishing task",
    *find({ definition }) {
      for (const step of visibleSteps(definition))
        for (const { field, path } of inputsOf(step))
          if (field.helpText && plain(field.helpText) === plain(field.label))
            yield {
              path: `${path}.helpText`,
              message: `Remove the help of ${field.key}, or say what the label does not.`,
            };
    },
  },
  {
    id: "D022",
    what: "actions have fields that are the same for every user",
    severity: "warning",
    *find({ definition }) {
      for (const placed of visibleSteps(definition))
        if (placed.kind === "creates" && inputsOf(placed).length === 0)
          yield {
            path: `${placed.path}.inputFields`,
            message: `Give ${placed.step.key} at least one field that is no function: Zap templates see no others.`,
          };
    },
  },
];

const plain = (text = ""): string =>
  text.toLowerCase().replace(/[^\p{L}\d]+/gu, "");
