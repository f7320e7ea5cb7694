import { misfits, unreadableDates } from "../app/fits";
import { outputsOf, visibleSteps } from "../app/steps";
import { valuesByKey } from "../app/values";
import type { Rule } from "../finding";

/** The records that users map from before anything ran. */
export const sampleRules: Rule[] = [
  {
    id: "D012",
    what: "every operation has a sample",
    severity: "error",
    *find({ definition }) {
      for (const { step, path } of visibleSteps(definition))
        if (Object.keys(step.operation.sample ?? {}).length === 0)
          yield {
            path: `${path}.sample`,
            message: `Give ${step.key} a sample: one record as it really comes.`,
          };
    },
  },
  {
    id: "D023",
    what: "dates of samples are ISO 8601, with the zone where there is a time",
    severity: "publishing task",
    *find({ definition }) {
      for (const placed of visibleSteps(definition))
        for (const { key, value } of unreadableDates(
          placed.step.operation.sample ?? {},
          outputsOf(placed),
        ))
          yield {
            path: `${placed.path}.sample.${key}`,
            message: `Write ${JSON.stringify(value)} as 2026-11-23 or 2026-11-23T10:00:00Z.`,
          };
    },
  },
  {
    id: "D024",
    what: "samples hold what the output fields say",
    severity: "publishing task",
    *find({ definition }) {
      for (const placed of visibleSteps(definition)) {
        const { sample } = placed.step.operation;
        if (!sample) continue;
        for (const { key, fix } of misfits(sample, outputsOf(placed)))
          yield {
            path: `${placed.path}.sample.${key}`,
            message: `In the sample, ${fix}.`,
          };
      }
    },
  },
  {
    id: "sample-undeclared",
    what: "every key of a sample is an output field",
    severity: "publishing task",
    *find({ definition }) {
      for (const placed of visibleSteps(definition)) {
        const declared = outputsOf(placed).map(({ key }) => key);
        const { sample = {} } = placed.step.operation;
        for (const key of valuesByKey(sample).keys())
          if (!declared.includes(key))
            yield {
              path: `${placed.path}.sample.${key}`,
              message: `Add the output field ${key}, or take it out of the sample: users would see it without a label.`,
            };
      }
    },
  },
];
