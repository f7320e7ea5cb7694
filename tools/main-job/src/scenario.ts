import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  runScenario,
  type ScenarioApp,
  type ScenarioRun,
} from "@hubspot-xero/make-runner/run/scenario/runScenario";
import type { Blueprint } from "@hubspot-xero/make-runner/run/scenario/blueprint";
import type { TriggerState } from "@hubspot-xero/make-runner/run/trigger";
import type { Make } from "./make";

const BLUEPRINTS = join(__dirname, "../../../make-app/blueprints");

/** What a person chooses after importing a blueprint, by module. */
export type Choices = Readonly<Record<string, Record<string, unknown>>>;

/** A scenario that somebody imported, set up and turned on. */
export interface Scenario {
  /** One execution; what the triggers have seen stays with the scenario. */
  run(): Promise<ScenarioRun>;
}

/**
 * Imports a blueprint that `npm run build` made.
 * @param others the other apps in it, by their names
 */
export function importScenario(
  { app, connections }: Make,
  id: string,
  choices: Choices,
  now: () => Date,
  others: Readonly<Record<string, ScenarioApp>> = {},
): Scenario {
  const file = join(BLUEPRINTS, `${id}.blueprint.json`);
  const blueprint = JSON.parse(readFileSync(file, "utf8")) as Blueprint;
  const [appId = ""] =
    /(?<=^app#)[^:]+/.exec(blueprint.flow[0]?.module ?? "") ?? [];
  const filled = { ...blueprint, flow: fill(blueprint.flow, choices) };
  let states: Record<string, TriggerState> = {};
  return {
    run: async () => {
      const result = await runScenario(filled, {
        apps: {
          ...others,
          [appId]: {
            app,
            connections: {
              hubspotServiceKey: connections.hubspot,
              xeroOauth: connections.xero,
            },
          },
        },
        states,
        now,
        timezone: "Europe/London",
      });
      states = result.states;
      return result;
    },
  };
}

/** A trigger's choices are static, those of other modules are mapped. */
function fill(
  flow: Blueprint["flow"],
  choices: Choices,
  isRoute = false,
): Blueprint["flow"] {
  return flow.map((node) => {
    const chosen = choices[node.module.split(":")[1] ?? ""] ?? {};
    const isTrigger = !isRoute && node === flow[0];
    if (node.routes)
      return {
        ...node,
        routes: node.routes.map((route) => ({
          flow: fill(route.flow, choices, true),
        })),
      };
    return {
      ...node,
      parameters: { ...node.parameters, ...(isTrigger && chosen) },
      mapper: { ...node.mapper, ...(!isTrigger && chosen) },
    };
  });
}
