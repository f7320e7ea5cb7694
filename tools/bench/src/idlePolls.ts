import { catalog } from "@hubspot-xero/shared/catalog/catalog";
import type { World } from "@hubspot-xero/main-job/world";
import type { Measured } from "./metric";

/** What a user must choose in a trigger before it can be turned on. */
export const TRIGGER_FIELDS: Readonly<Record<string, Record<string, string>>> =
  {
    deal_entered_stage: { pipeline_id: "default", stage_id: "closedwon" },
    hubspot_customer_updated: { customer_type: "company" },
  };

export interface IdlePoll {
  trigger: string;
  calls: number;
  bytes: number;
}

/** Polls every trigger of the Zapier app twice in books where nothing happens; what the second costs. */
export async function idlePolls(world: World): Promise<IdlePoll[]> {
  const { sandbox, zapier, authData } = world;
  const polls: IdlePoll[] = [];
  for (const { key } of catalog.triggers) {
    const poll = () =>
      zapier.run<unknown[]>("triggers", key, {
        authData,
        inputData: TRIGGER_FIELDS[key] ?? {},
      });
    await poll();
    const { result, calls } = await sandbox.meter.during(poll);
    if (result.length > 0)
      throw new Error(`${key} finds ${result.length} in idle books.`);
    const bytes = calls.reduce((sum, call) => sum + call.responseBytes, 0);
    polls.push({ trigger: key, calls: calls.length, bytes });
  }
  return polls;
}

/** The dearest idle poll of all triggers. */
export function measureIdlePolls(polls: readonly IdlePoll[]): Measured[] {
  const most = (of: "calls" | "bytes") => {
    const value = Math.max(...polls.map((poll) => poll[of]));
    const which = polls.find((poll) => poll[of] === value)?.trigger ?? "";
    return { value, detail: `most of ${polls.length} triggers: ${which}` };
  };
  return [
    { key: "calls.poll.idle", ...most("calls") },
    { key: "bytes.poll.idle", ...most("bytes") },
  ];
}
