import type { ImlValue } from "../make/communication";

/** One module of a scenario, as a person would set it up. */
export interface Step {
  /** A module of this app, or of another one with its name before it: `builtin:...`, `slack:...`. */
  module: string;
  /** Of another app's module. */
  version?: number;
  /** Static parameters, of triggers and of Make's own tools. */
  parameters?: Readonly<Record<string, ImlValue>>;
  /** What is mapped; a step is seen by those after it under its place, from 1. */
  mapper?: Readonly<Record<string, ImlValue>>;
  filter?: { name: string; conditions: readonly Condition[][] };
  /** Keeps a run that fails here, to be tried again and then for a person to look at. */
  keepsFailures?: true;
  /** What fails here is passed over: a message that is not sent holds up no money. */
  ignoresFailures?: true;
}

interface Condition {
  a: string;
  o: string;
  b?: string;
}

export interface Scenario {
  /** The file's name. */
  id: string;
  name: string;
  steps: readonly Step[];
  /** Later events must not overtake a failed one: Make then stops until that is resolved. */
  isInOrder?: true;
}

/** How often a kept run is tried again, and after how many minutes. */
const RETRY = { retry: true, count: "3", interval: "15" };

/** Make draws modules in a row. */
const DISTANCE = 300;

/**
 * An importable blueprint. Connections and lists are for the person who imports it to choose.
 * @param appId the id that Make gave the app when it was created
 */
export function blueprintOf(
  { name, steps, isInOrder }: Scenario,
  appId: string,
) {
  return {
    name,
    flow: steps.map((step, index) => nodeOf(step, index, steps.length, appId)),
    metadata: {
      instant: false,
      version: 1,
      scenario: {
        roundtrips: 1,
        maxErrors: 3,
        autoCommit: true,
        autoCommitTriggerLast: true,
        // https://help.make.com/scenario-settings: on, no run starts while an incomplete execution is unresolved.
        sequential: isInOrder ?? false,
        confidential: false,
        dataloss: false,
        dlq: steps.some(({ keepsFailures }) => keepsFailures),
        freshVariables: false,
      },
      designer: { orphans: [] },
    },
  };
}

function nodeOf(step: Step, index: number, count: number, appId: string) {
  const { module, parameters = {}, mapper = {}, filter } = step;
  const x = index * DISTANCE;
  const handler = step.keepsFailures
    ? // A limit or an outage passes; a deal that cannot be billed stays for a person.
      { module: "builtin:Break", mapper: RETRY }
    : step.ignoresFailures && { module: "builtin:Ignore", mapper: {} };
  return {
    id: index + 1,
    module: module.includes(":") ? module : `app#${appId}:${module}`,
    version: step.version ?? 1,
    parameters,
    ...(filter && { filter }),
    mapper,
    metadata: { designer: { x, y: 0 } },
    ...(handler && {
      onerror: [
        {
          id: count + index + 1,
          version: 1,
          parameters: {},
          ...handler,
          metadata: { designer: { x: x + DISTANCE, y: DISTANCE / 2 } },
        },
      ],
    }),
  };
}
