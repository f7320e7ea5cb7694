import type { Vendor } from "@hubspot-xero/sandbox/meter";
import { effects, returns, type Effect } from "./effects";
import { openFaultWorld, type FaultWorld } from "./faultWorld";
import { scenarios, type Scenario } from "./scenarios";
import { compare, tally, type Tally, type Verdict } from "./tally";

export interface Case {
  id: string;
  key: string;
  call: number;
  vendor: Vendor;
  effect: Effect;
  wait: number;
  clean: Tally;
}

/** Runs a scenario undisturbed, checks what it adds, and makes a case of each call, effect and return. */
export async function casesOf(key: string): Promise<Case[]> {
  const scenario = scenarioOf(key);
  const world = await openFaultWorld();
  try {
    const before = tally(world);
    const input = scenario.input(world);
    const { result: error, calls } = await world.sandbox.meter.during(() =>
      world.run(key, input),
    );
    if (error) throw new Error(`${key} fails undisturbed: ${error}`);
    const clean = tally(world);
    for (const [kind, by] of Object.entries(scenario.adds))
      if (clean.counts[kind] !== (before.counts[kind] ?? 0) + by)
        throw new Error(`${key} does not add ${by} ${kind} undisturbed.`);
    return calls.flatMap(({ vendor }, call) =>
      effects
        .filter((effect) => !effect.vendor || effect.vendor === vendor)
        .flatMap((effect) =>
          Object.entries(returns).map(([name, wait]) => ({
            id: `${key}/${call}/${effect.id}/${name}`,
            ...{ key, call, vendor, effect, wait, clean },
          })),
        ),
    );
  } finally {
    await world.sandbox.close();
  }
}

export interface Outcome {
  id: string;
  key: string;
  verdict?: Verdict | "stuck" | "refreshes";
}

/** Breaks one call, repeats the run, and compares the books with the undisturbed ones. */
export async function runCase(one: Case): Promise<Outcome> {
  const world = await openFaultWorld();
  try {
    const input = scenarioOf(one.key).input(world);
    world.sandbox.faults.add({
      after: one.call,
      effect: one.effect.effect,
    });
    const { calls } = await world.sandbox.meter.during(() =>
      world.run(one.key, input),
    );
    if (calls.length <= one.call)
      throw new Error(`${one.id}: the run ended before the call to be broken.`);
    const { refreshes } = world;
    world.sandbox.faults.clear();
    world.sandbox.clock.advance(one.wait);
    world.reconnect();
    const error = await world.run(one.key, input);
    return {
      id: one.id,
      key: one.key,
      verdict:
        compare(one.clean, tally(world)) ??
        (error ? "stuck" : refreshVerdict(one, world, refreshes)),
    };
  } finally {
    await world.sandbox.close();
  }
}

function refreshVerdict(
  { effect, vendor }: Case,
  world: FaultWorld,
  refreshes: number,
): "refreshes" | undefined {
  const expected = effect.id === "401" && vendor === "xero" ? 1 : 0;
  return refreshes === expected && world.refreshes === refreshes
    ? undefined
    : "refreshes";
}

function scenarioOf(key: string): Scenario {
  const scenario = scenarios[key];
  if (!scenario) throw new Error(`There is no scenario for ${key}.`);
  return scenario;
}
