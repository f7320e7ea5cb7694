import { openMake } from "@hubspot-xero/main-job/make";
import type { World } from "@hubspot-xero/main-job/world";
import type { TriggerState } from "@hubspot-xero/make-runner/run/trigger";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import { TRIGGER_FIELDS } from "../idlePolls";
import type { Happening } from "./happenings";

export interface Cost {
  calls: number;
  /** Of the bodies of the answers, uncompressed. */
  bytes: number;
}

/** A trigger that is turned on; each poll says what it cost. */
export type Poll = () => Promise<Cost>;

export type Platform = "zapier" | "make";

/** Turns the trigger on, on this platform. */
export async function turnOn(
  world: World,
  platform: Platform,
  happening: Happening,
): Promise<Poll> {
  const run =
    platform === "zapier"
      ? zapierTrigger(world, happening.zapier!)
      : await makeTrigger(world, happening);
  return async () => {
    // Xero's token lasts half an hour.
    world.reconnect();
    const { calls } = await world.sandbox.meter.during(run);
    return costOf(calls.filter(isPoll));
  };
}

function costOf(calls: readonly MeteredCall[]): Cost {
  const bytes = calls.reduce((sum, call) => sum + call.responseBytes, 0);
  return { calls: calls.length, bytes };
}

/** Renewing a token counts against no limit of Xero's. */
const isPoll = ({ path }: MeteredCall) => !path.startsWith("/connect/");

function zapierTrigger(world: World, key: string) {
  const inputData = TRIGGER_FIELDS[key] ?? {};
  return () =>
    world.zapier.run("triggers", key, { authData: world.authData, inputData });
}

async function makeTrigger(
  { sandbox, authData }: World,
  { vendor, make: module = "" }: Happening,
) {
  const { clock } = sandbox;
  const { app, connections } = await openMake(sandbox, () => clock.now());
  const parameters = {
    organisationId: authData["organisation_id"],
    pipelineId: "default",
    stageId: "closedwon",
    customerType: "company",
    customersOnly: false,
    limit: 100,
  };
  let state: TriggerState = { lastDate: clock.now().toISOString() };
  return async () => {
    const run = await app.runModule(module, parameters, {
      connection: connections[vendor],
      state,
    });
    state = run.state ?? state;
  };
}
