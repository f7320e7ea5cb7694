import type { Zapier } from "@hubspot-xero/main-job/zapier";
import { measureFlows } from "./flows";
import { HAPPENINGS } from "./happenings";
import { measureDay, type Intervals } from "./measureDay";
import { flowTable, pollingTables, type TriggerDay } from "./tables";

/** Between two polls: what the plans of both platforms offer. */
export const MINUTES = [1, 2, 15];

/** What every trigger of both apps costs in a day. */
export async function measureTriggers(
  zapier: Zapier,
  intervals: Intervals = { idle: MINUTES, busy: MINUTES },
): Promise<TriggerDay[]> {
  const days: TriggerDay[] = [];
  for (const platform of ["zapier", "make"] as const)
    for (const happening of HAPPENINGS) {
      if (!happening[platform]) continue;
      const { what, vendor } = happening;
      const day = await measureDay(zapier, platform, happening, intervals);
      days.push({ platform, what, vendor, day });
    }
  return days;
}

/** All tables of docs/limits-and-costs.md, as Markdown. */
export async function pollingReport(zapier: Zapier): Promise<string> {
  const flows = flowTable(await measureFlows(zapier));
  const days = await measureTriggers(zapier);
  return ["### One event", "", flows, "", pollingTables(days, MINUTES)].join(
    "\n",
  );
}
