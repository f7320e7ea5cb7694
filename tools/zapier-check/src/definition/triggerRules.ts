import type { Definition, Step } from "../app/definition";
import { outputsOf, visibleSteps, type PlacedStep } from "../app/steps";
import { valuesByKey } from "../app/values";
import type { Rule } from "../finding";

/** Polls and hooks. */
export const triggerRules: Rule[] = [
  {
    id: "D006",
    what: "a hook has a list to test it with",
    severity: "publishing task",
    *find({ definition }) {
      for (const { step, path } of triggersOf(definition))
        if (step.operation.type === "hook" && !step.operation.performList)
          yield {
            path: `${path}.operation.performList`,
            message: `Give ${step.key} a performList that returns records as the hook does.`,
          };
    },
  },
  {
    id: "D010",
    what: "the sample of a poll has the id that Zapier tells records apart by",
    severity: "publishing task",
    *find({ definition }) {
      for (const placed of triggersOf(definition)) {
        const { step, path } = placed;
        const { type = "polling", sample } = step.operation;
        if (type === "hook" || !sample) continue;
        for (const key of missingPrimaries(placed, sample))
          yield {
            path: `${path}.sample`,
            message: `Add ${key} to the sample: Zapier tells records apart by it.`,
          };
      }
    },
  },
  {
    id: "D016",
    what: "an app is more than one static hook",
    severity: "publishing task",
    *find({ definition }) {
      const [only, ...others] = visibleSteps(definition);
      if (only && others.length === 0 && isStaticHook(only.step))
        yield {
          path: only.path,
          message: `Add further operations: ${only.step.key} alone is what Webhooks by Zapier does.`,
        };
    },
  },
  {
    id: "D017",
    what: "hooks subscribe by themselves",
    severity: "publishing task",
    *find({ definition }) {
      for (const { step, path } of triggersOf(definition))
        if (isStaticHook(step))
          yield {
            path: `${path}.operation`,
            message: `Give ${step.key} performSubscribe and performUnsubscribe, or make it a poll.`,
          };
    },
  },
  {
    id: "D021",
    what: 'descriptions of triggers start with "Triggers when " and end with a full stop',
    severity: "publishing task",
    *find({ definition }) {
      for (const { step, path } of triggersOf(definition))
        if (!/^Triggers when .+\.$/s.test(step.display.description))
          yield {
            path: `${path}.display.description`,
            message: `Write the description of ${step.key} as "Triggers when ... ." with a full stop.`,
          };
    },
  },
];

/** The keys by which Zapier tells the records of a poll apart, as far as a record lacks them. */
export function missingPrimaries(
  placed: PlacedStep,
  record: Record<string, unknown>,
): string[] {
  const values = valuesByKey(record);
  const primary = outputsOf(placed).filter((field) => field.primary);
  const keys = primary.length > 0 ? primary.map(({ key }) => key) : ["id"];
  return keys.filter((key) => (values.get(key)?.[0] ?? "") === "");
}

export const triggersOf = (definition: Definition): PlacedStep[] =>
  visibleSteps(definition).filter(({ kind }) => kind === "triggers");

const isStaticHook = ({ operation }: Step): boolean =>
  operation.type === "hook" &&
  !(operation.performSubscribe && operation.performUnsubscribe);
