import type { Connection } from "../connection/connection";
import { MakeError } from "../MakeError";
import { split, type Node } from "./blueprint";
import type { Surroundings } from "./FlowRun";
import type { ScenarioApp } from "./runScenario";

/** Runs a node's module with its static and its mapped parameters. */
export async function executeNode(
  { id, module, parameters }: Node,
  mapped: Record<string, unknown>,
  { apps, states, payloads }: Surroundings,
): Promise<unknown[]> {
  const [appId, name] = split(module);
  const found = apps[appId];
  const component = found?.app.tree.modules.get(name);
  if (!found || !component) throw new Error(`Node ${id} has no app.`);
  const given = { ...ofModule(parameters ?? {}), ...mapped };
  const { connection: type, altConnection, moduleType } = component.metadata;
  const connection = connectionFor(found, [
    parameters?.["__IMTCONN__"],
    type,
    altConnection,
  ]);
  if (type && !connection) {
    throw new MakeError(
      "InvalidConfigurationError",
      `Node ${id}: no connection is given for "${type}".`,
    );
  }
  if (moduleType === "instant_trigger") {
    const bundles: unknown[] = [];
    for (const payload of payloads[id] ?? []) {
      const run = await found.app.runModule(name, given, {
        ...{ connection, payload },
      });
      bundles.push(...run.bundles);
    }
    return bundles;
  }
  const run = await found.app.runModule(name, given, {
    connection,
    state: states[id],
  });
  if (run.state) states[id] = run.state;
  return run.bundles;
}

/** Static parameters without what names connections and webhooks. */
function ofModule(
  parameters: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).filter(
      ([name]) => name !== "hook" && !name.startsWith("__IMT"),
    ),
  );
}

function connectionFor(
  { connections }: ScenarioApp,
  names: unknown[],
): Connection | undefined {
  for (const name of names) {
    const found =
      typeof name === "string" || typeof name === "number"
        ? connections[name]
        : undefined;
    if (found) return found;
  }
  return undefined;
}
