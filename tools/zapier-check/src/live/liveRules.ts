import { misfits, unreadableDates } from "../app/fits";
import { outputsOf, visibleSteps, type PlacedStep } from "../app/steps";
import { valuesByKey } from "../app/values";
import { missingPrimaries } from "../definition/triggerRules";
import type { ReviewedApp, Rule } from "../finding";
import type { LiveRecord, LiveStep } from "./liveRuns";

/** What operations really hand out, against what they declare. */
export const liveRules: Rule[] = [
  {
    id: "T001",
    what: "every operation ran once and handed something out",
    severity: "publishing task",
    *find({ definition, live }) {
      for (const { kind, step, path } of visibleSteps(definition))
        if (!live[kind][step.key]?.results.length)
          yield {
            path,
            message: `Run ${step.key} so that it hands out a record: add its flow to tools/faults/src/zapierFlows.ts.`,
          };
    },
  },
  {
    id: "T002",
    what: "what polls hand out has the id that Zapier tells records apart by",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app)) {
        const { type = "polling" } = placed.step.operation;
        if (placed.kind !== "triggers" || type === "hook") continue;
        const missing = run.results.flatMap((record) =>
          missingPrimaries(placed, record),
        );
        for (const key of new Set(missing))
          yield {
            path: outputPath(placed, key),
            message: `Return ${key} with every record: Zapier tells records apart by it.`,
          };
      }
    },
  },
  {
    id: "T003",
    what: "dates that are handed out are ISO 8601, with the zone where there is a time",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app))
        for (const [key, { value }] of byKey(run, (record) =>
          unreadableDates(record, outputsOf(placed)),
        ))
          yield {
            path: outputPath(placed, key),
            message: `Return ${JSON.stringify(value)} as 2026-11-23 or 2026-11-23T10:00:00Z.`,
          };
    },
  },
  {
    id: "T004",
    what: "what the sample shows really comes",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app)) {
        const { sample = {} } = placed.step.operation;
        const coming = keysIn(run.results);
        for (const key of valuesByKey(sample).keys())
          if (!coming.has(key))
            yield {
              path: `${placed.path}.sample.${key}`,
              message: `Take ${key} out of the sample, or return it: no run did.`,
            };
      }
    },
  },
  {
    id: "T005",
    what: "what is handed out is what the output fields say",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app))
        for (const [key, { fix }] of byKey({ results: run.results }, (record) =>
          misfits(record, outputsOf(placed)),
        ))
          yield { path: outputPath(placed, key), message: `In runs, ${fix}.` };
    },
  },
  {
    id: "T006",
    what: "what a hook's list gives to map from comes with the hook as well",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app)) {
        if (placed.step.operation.type !== "hook") continue;
        const coming = keysIn(run.results);
        for (const key of keysIn(run.samples ?? []))
          if (!coming.has(key))
            yield {
              path: outputPath(placed, key),
              message: `Return ${key} from the hook, or take it out of performList.`,
            };
      }
    },
  },
  {
    id: "Z001",
    what: "what a trigger gives to map from is what the output fields say",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app))
        for (const [key, { fix }] of byKey(
          { results: run.samples ?? [] },
          (record) => misfits(record, outputsOf(placed)),
        ))
          yield {
            path: outputPath(placed, key),
            message: `In the records for the editor, ${fix}.`,
          };
    },
  },
  {
    id: "live-undeclared",
    what: "every key that is handed out is an output field",
    severity: "publishing task",
    *find(app) {
      for (const { placed, run } of runsOf(app)) {
        const declared = outputsOf(placed).map(({ key }) => key);
        for (const key of keysIn([...run.results, ...(run.samples ?? [])]))
          if (!declared.includes(key))
            yield {
              path: outputPath(placed, key),
              message: `Add the output field ${key}: it comes without a label.`,
            };
      }
    },
  },
];

interface PlacedRun {
  placed: PlacedStep;
  run: LiveStep;
}

/** The operations that handed something out; that one did not is T001. */
const runsOf = ({ definition, live }: ReviewedApp): PlacedRun[] =>
  visibleSteps(definition).flatMap((placed) => {
    const run = live[placed.kind][placed.step.key];
    return run?.results.length ? { placed, run } : [];
  });

const keysIn = (records: readonly LiveRecord[]): Set<string> =>
  new Set(records.flatMap((record) => [...valuesByKey(record).keys()]));

/** What is found in any record, once for each key. */
const byKey = <Found extends { key: string }>(
  { results, samples = [] }: LiveStep,
  find: (record: LiveRecord) => Found[],
): Map<string, Found> =>
  new Map([...results, ...samples].flatMap(find).map((one) => [one.key, one]));

const outputPath = ({ path }: PlacedStep, key: string) =>
  `${path}.outputFields.${key}`;
