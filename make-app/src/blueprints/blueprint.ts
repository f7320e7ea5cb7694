import type { ImlValue } from "../make/communication";

/** One module of a scenario, as a person would set it up, or a router where its ways part. */
export type Step = ModuleStep | RouterStep;

/** A bundle takes every route whose first step's filter lets it pass. */
interface RouterStep {
  routes: readonly (readonly ModuleStep[])[];
}

export interface ModuleStep {
  /** A module of this app, or of another one with its name before it: `builtin:...`, `slack:...`. */
  module: string;
  /** Of another app's module. */
  version?: number;
  /** Static parameters, of triggers and of Make's own tools. */
  parameters?: Readonly<Record<string, ImlValue>>;
  /** What is mapped; a step is seen by those after it under its place, from 1, routers and the steps of earlier routes counted. */
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
  const modules = steps.flatMap(modulesOf);
  return {
    name,
    flow: flowOf(steps, { appId, count: countOf(steps), place: 1, x: 0, y: 0 }),
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
        dlq: modules.some(({ keepsFailures }) => keepsFailures),
        freshVariables: false,
      },
      designer: { orphans: [] },
    },
  };
}

/** The modules of a step, those of its routes included. */
export const modulesOf = (step: Step): readonly ModuleStep[] =>
  "routes" in step ? step.routes.flat() : [step];

/** How many places steps take. */
const countOf = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, step) => sum + 1 + ("routes" in step ? modulesOf(step).length : 0),
    0,
  );

interface At {
  appId: string;
  /** Of all places of the scenario: the ids of error handlers come behind. */
  count: number;
  place: number;
  x: number;
  y: number;
}

interface Node {
  id: number;
  module: string;
  version: number;
  parameters?: object;
  filter?: object;
  mapper: object | null;
  metadata: object;
  routes?: { flow: Node[] }[];
  onerror?: Node[];
}

/** Steps in a row, from a place on. */
function flowOf(steps: readonly Step[], at: At): Node[] {
  return steps.map((step, index) => {
    const here = {
      ...at,
      place: at.place + countOf(steps.slice(0, index)),
      x: at.x + index * DISTANCE,
    };
    return "routes" in step ? routerOf(step, here) : nodeOf(step, here);
  });
}

function routerOf({ routes }: RouterStep, at: At): Node {
  const { place, x, y } = at;
  return {
    id: place,
    module: "builtin:BasicRouter",
    version: 1,
    mapper: null,
    metadata: { designer: { x, y } },
    routes: routes.map((route, index) => ({
      flow: flowOf(route, {
        ...at,
        place: place + 1 + countOf(routes.slice(0, index).flat()),
        x: x + DISTANCE,
        y: y + index * DISTANCE,
      }),
    })),
  };
}

function nodeOf(step: ModuleStep, { appId, count, place, x, y }: At): Node {
  const { module, parameters = {}, mapper = {}, filter } = step;
  const handler = step.keepsFailures
    ? // A limit or an outage passes; a deal that cannot be billed stays for a person.
      { module: "builtin:Break", mapper: RETRY }
    : step.ignoresFailures && { module: "builtin:Ignore", mapper: {} };
  return {
    id: place,
    module: module.includes(":") ? module : `app#${appId}:${module}`,
    version: step.version ?? 1,
    parameters,
    ...(filter && { filter }),
    mapper,
    metadata: { designer: { x, y } },
    ...(handler && {
      onerror: [
        {
          id: count + place,
          version: 1,
          parameters: {},
          ...handler,
          metadata: { designer: { x: x + DISTANCE, y: y + DISTANCE / 2 } },
        },
      ],
    }),
  };
}
