import type { Field } from "@hubspot-xero/shared/catalog/field";
import { fill } from "../../../zapier-app/templates/mapping";
import { operationOf } from "../../../zapier-app/templates/operations";
import type {
  Fields,
  FilterStep,
  ForeignStep,
  OwnStep,
  Step,
  Template,
} from "../../../zapier-app/templates/template";
import type { World } from "./world";
import { cast, valueAt, words, type Data } from "./zapValues";
import { passes } from "./zapFilter";

/** What a person chose in the editor, by step. */
export type Choices = Readonly<Record<number, Data>>;

/** Stands in for the other apps: gets what a step sends, as text. */
export type ForeignApps = (
  step: ForeignStep,
  fields: Record<string, string>,
) => void;

export interface ZapRun {
  /** What each step gave, by its number. */
  outputs: Record<number, Data>;
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
    const outputs: Record<number, Data> = { 1: event };
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
    outputs: Record<number, Data>,
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

/** @throws Error for a choice that the template does not leave to a person */
function requireOpen(steps: readonly Step[], choices: Choices): void {
  for (const [place, chosen] of Object.entries(choices)) {
    const step = steps[Number(place) - 1];
    const fields: Fields = step && step.kind !== "filter" ? step.fields : {};
    const taken = Object.keys(chosen).find(
      (key) => typeof fields[key] !== "object",
    );
    if (taken) throw new Error(`Step ${place} leaves no choice of "${taken}".`);
  }
}

/** A step's input: what was chosen, what is mapped, and what the editor presets. */
function inputOf(
  step: OwnStep,
  chosen: Data = {},
  outputs: Record<number, Data>,
): Data {
  const { fields, label } = operationOf(step);
  const entries = (fields as readonly Field[]).flatMap((field) => {
    const value = enteredInto(step.fields, field, chosen, outputs);
    if (value !== undefined) return [[field.key, value] as const];
    if (field.required)
      throw new Error(`"${label}" got nothing for "${field.label}".`);
    return [];
  });
  return Object.fromEntries(entries);
}

function enteredInto(
  fields: Fields,
  field: Field,
  chosen: Data,
  outputs: Record<number, Data>,
): unknown {
  const value = fields[field.key];
  if (value === undefined) return cast(field, field.default);
  return typeof value === "string"
    ? cast(field, filled(value, outputs))
    : chosen[field.key];
}

/** The text that Zapier makes of a mapping: line items one after the other, with commas. */
const filled = (text: string, outputs: Record<number, Data>) =>
  fill(text, ({ step, path }) => words(valueAt(outputs[step] ?? {}, path)));

function goesOn({ conditions }: FilterStep, outputs: Record<number, Data>) {
  return conditions.every(({ step, field, rule, value }) =>
    passes(rule, valueAt(outputs[step] ?? {}, field), value),
  );
}

function foreignFields(
  { event, fields }: ForeignStep,
  chosen: Data = {},
  outputs: Record<number, Data>,
): Record<string, string> {
  const entries = Object.keys(event.fields).flatMap((key) => {
    const value = fields[key];
    const text =
      typeof value === "string" ? filled(value, outputs) : words(chosen[key]);
    return text ? [[key, text] as const] : [];
  });
  const missing = event.required.find(
    (key) => !entries.some(([name]) => name === key),
  );
  if (missing)
    throw new Error(`"${event.label}" got nothing for "${missing}".`);
  return Object.fromEntries(entries);
}
