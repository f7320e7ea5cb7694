import type {
  FilterStep,
  ForeignStep,
  Step,
  Template,
} from "../../../zapier-app/templates/template";
import type { World } from "./world";
import { passes } from "./zapFilter";
import {
  foreignFields,
  inputOf,
  requireOpen,
  type Choices,
  type Outputs,
} from "./zapInput";
import { valueAt, type Data } from "./zapValues";

/** Stands in for the other apps: gets what a step sends, as text. */
export type ForeignApps = (
  step: ForeignStep,
  fields: Record<string, string>,
) => void;

export interface ZapRun {
  /** What each step gave, by its number. */
  outputs: Outputs;
  /** The filter that let the run go no further, or the search that found nothing. */
  endedAt?: number;
}

/** A Zap that somebody set up from a template. */
export interface Zap {
  /** What is there when it is turned on never fires. */
  turnOn(): Promise<void>;
  /** Polls once and runs every new event, the oldest first. */
  poll(): Promise<ZapRun[]>;
  /** One run, as of a trigger that another app fires. */
  run(event: Data): Promise<ZapRun>;
}

/**
 * Sets a template up on a world's Zapier. Fields are mapped, cast to their types and left out where empty, as Zapier's
 * servers do before a step runs; what a step throws ends the poll.
 */
export function setUpZap(
  world: World,
  { steps }: Template,
  choices: Choices,
  foreign: ForeignApps,
): Zap {
  requireOpen(steps, choices);
  const [trigger, ...later] = steps;
  const seen = new Set<unknown>();

  async function fresh(meta: Data): Promise<Data[]> {
    if (trigger?.kind !== "trigger") return [];
    const events = await world.zapier.run<Data[]>("triggers", trigger.key, {
      authData: world.authData,
      inputData: inputOf(trigger, choices[1], {}),
      meta,
    });
    const unseen = events.filter(({ id }) => !seen.has(id));
    for (const { id } of unseen) seen.add(id);
    return unseen.reverse();
  }

  async function run(event: Data): Promise<ZapRun> {
    const outputs: Outputs = { 1: event };
    for (const [index, step] of later.entries()) {
      const place = index + 2;
      const output = await runStep(step, choices[place], outputs);
      if (!output) return { outputs, endedAt: place };
      outputs[place] = output;
    }
    return { outputs };
  }

  async function runStep(
    step: Step,
    chosen: Data | undefined,
    outputs: Outputs,
  ): Promise<Data | undefined> {
    if (step.kind === "filter") return goesOn(step, outputs) ? {} : undefined;
    if (step.kind === "foreign") {
      foreign(step, foreignFields(step, chosen, outputs));
      return {};
    }
    const { authData, zapier } = world;
    const inputData = inputOf(step, chosen, outputs);
    if (step.kind === "action")
      return zapier.run<Data>("creates", step.key, { authData, inputData });
    const [found] = await zapier.run<Data[]>("searches", step.key, {
      authData,
      inputData,
    });
    return found;
  }

  return {
    turnOn: async () => void (await fresh({ isPopulatingDedupe: true })),
    poll: async () => {
      const runs: ZapRun[] = [];
      for (const event of await fresh({})) runs.push(await run(event));
      return runs;
    },
    run,
  };
}

function goesOn({ conditions }: FilterStep, outputs: Outputs) {
  return conditions.every(({ step, field, rule, value }) =>
    passes(rule, valueAt(outputs[step] ?? {}, field), value),
  );
}
