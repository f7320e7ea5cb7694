import type { Flow } from "@hubspot-xero/faults/flow";
import { setUpAgency } from "@hubspot-xero/faults/matrix";
import { openStage, type Kept, type Stage } from "@hubspot-xero/faults/stage";
import { zapierFlows } from "@hubspot-xero/faults/zapierFlows";
import type { Definition, Kind } from "../app/definition";
import { kinds } from "../app/steps";
import { isRecord } from "../app/values";
import { fillRecords } from "./fullRecords";
import type { LiveRecord, LiveRuns, LiveStep } from "./liveRuns";

/** Runs every operation once against a local HubSpot and Xero, as the fault matrix does when nothing is broken. */
export async function runLive(definition: Definition): Promise<LiveRuns> {
  const live: LiveRuns = { triggers: {}, creates: {}, searches: {} };
  const setUp = await setUpAgency();
  for (const [key, flow] of Object.entries(zapierFlows)) {
    const kind = kinds.find((one) => definition[one]?.[key]);
    if (kind) live[kind][key] = await runFlow(flow, kind, setUp);
  }
  return live;
}

async function runFlow(flow: Flow, kind: Kind, setUp: Kept): Promise<LiveStep> {
  const stage = await openStage("zapier", flow.bare ? undefined : setUp);
  try {
    await flow.prepare?.(stage);
    if (!flow.bare) fillRecords(stage);
    stage.reconnect();
    const results = recordsOf(await flow.start(stage)());
    if (kind !== "triggers") return { results };
    const samples = recordsOf(await flow.start(inEditor(stage))());
    return { results, samples };
  } finally {
    await stage.close();
  }
}

/** The stage of a poll that loads records to map from. */
const inEditor = (stage: Stage): Stage => ({
  ...stage,
  zapier: {
    ...stage.zapier,
    run: (kind, key, input) =>
      stage.zapier.run(kind, key, {
        ...input,
        meta: { isLoadingSample: true },
      }),
  },
});

/** Actions hand out one record, the others a list. */
const recordsOf = (handedOut: unknown): LiveRecord[] =>
  [handedOut].flat().filter(isRecord);
