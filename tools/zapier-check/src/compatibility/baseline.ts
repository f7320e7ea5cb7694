import type { Definition, Kind } from "../app/definition";
import {
  authFieldsOf,
  inputsOf,
  kinds,
  outputsOf,
  visibleSteps,
  type PlacedStep,
} from "../app/steps";
import { valuesByKey } from "../app/values";

/** The keys that Zaps, templates and connections of a version rest on. */
export interface Baseline {
  version: string;
  authentication: { type: string; fields: string[] };
  operations: Record<Kind, Record<string, BaselineStep>>;
  searchOrCreates: string[];
}

export interface BaselineStep {
  /** Of triggers. */
  type?: string;
  required: string[];
  optional: string[];
  /** Keys of the sample and of the output fields. */
  output: string[];
}

export function baselineOf(definition: Definition): Baseline {
  return {
    version: definition.version,
    authentication: {
      type: definition.authentication?.type ?? "none",
      fields: authFieldsOf(definition).map(({ field }) => field.key),
    },
    operations: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        Object.fromEntries(
          visibleSteps(definition)
            .filter((placed) => placed.kind === kind)
            .map((placed) => [placed.step.key, baselineStep(placed)]),
        ),
      ]),
    ) as Baseline["operations"],
    searchOrCreates: Object.keys(definition.searchOrCreates ?? {}),
  };
}

function baselineStep(placed: PlacedStep): BaselineStep {
  const { kind, step } = placed;
  const keysOf = (isRequired: boolean) =>
    inputsOf(placed).flatMap(({ field }) =>
      Boolean(field.required) === isRequired ? field.key : [],
    );
  const { type = "polling", sample = {} } = step.operation;
  return {
    ...(kind === "triggers" && { type }),
    required: keysOf(true),
    optional: keysOf(false),
    output: [
      ...new Set([
        ...outputsOf(placed).map(({ key }) => key),
        ...valuesByKey(sample).keys(),
      ]),
    ],
  };
}
