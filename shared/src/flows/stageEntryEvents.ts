import type { Instant } from "../date/calendarDate";
import type { HubspotClient } from "../hubspot/client";
import { remember, type Cache } from "../transport/cache";
import { readBillableDeals, type BillableDeal } from "./billableDeals";
import type { StageEntry } from "./stageEntry";

/** A deal's entry into a stage, with what an invoice needs. */
export interface StageEntryEvent extends BillableDeal {
  id: string;
  enteredAt: Instant;
  stageId: string;
  stageName: string;
}

/** Describes stage entries in seven calls for up to a hundred deals. */
export async function describeStageEntries(
  context: { hubspot: HubspotClient; cache: Cache },
  stageId: string,
  entries: readonly StageEntry[],
): Promise<StageEntryEvent[]> {
  if (entries.length === 0) return [];
  const [deals, stageName] = await Promise.all([
    readBillableDeals(
      context,
      entries.map(({ dealId }) => dealId),
    ),
    findStageName(context, stageId),
  ]);
  return entries.flatMap(({ id, dealId, enteredAt }) => {
    const billable = deals.get(dealId);
    return billable ? { id, enteredAt, stageId, stageName, ...billable } : [];
  });
}

async function findStageName(
  { hubspot, cache }: { hubspot: HubspotClient; cache: Cache },
  stageId: string,
): Promise<string> {
  const names = await remember(cache, "deal-stage-names", 3600, async () =>
    Object.fromEntries(
      (await hubspot.pipelines()).flatMap(({ stages }) =>
        stages.map(({ id, label }) => [id, label]),
      ),
    ),
  );
  return (Object.hasOwn(names, stageId) && names[stageId]) || stageId;
}
