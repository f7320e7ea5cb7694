import type { Instant } from "../date/calendarDate";
import type { HubspotClient } from "../hubspot/client";
import { stageEntry, type StageEntry } from "./stageEntry";

/** HubSpot reads at most 50 records with history at once. */
const PAGE = 50;

/**
 * Entries into a stage where HubSpot keeps no entry stamp for it: deals that are in the stage and changed lately,
 * each with the instant from its stage history. Newest first; deals that left the stage already are not seen.
 */
export async function stageEntriesByHistory(
  hubspot: HubspotClient,
  stageId: string,
  { since, limit }: { since?: Instant; limit: number },
): Promise<StageEntry[]> {
  const inStage = {
    propertyName: "dealstage",
    operator: "EQ",
    value: stageId,
  };
  const changed = since && {
    propertyName: "hs_lastmodifieddate",
    operator: "GTE",
    value: String(Date.parse(since)),
  };
  const page = await hubspot.search("deals", {
    filterGroups: [{ filters: changed ? [inStage, changed] : [inStage] }],
    sorts: [{ propertyName: "hs_lastmodifieddate", direction: "DESCENDING" }],
    properties: ["dealstage"],
    limit: Math.min(PAGE, limit),
  });
  const deals = await hubspot.read(
    "deals",
    page.results.map(({ id }) => id),
    ["dealstage"],
    { history: ["dealstage"], missing: "skip" },
  );
  return deals
    .flatMap((deal) => {
      const [latest] = deal.propertiesWithHistory?.["dealstage"] ?? [];
      return latest?.value === stageId && (!since || latest.timestamp >= since)
        ? stageEntry(deal.id, stageId, latest.timestamp)
        : [];
    })
    .sort((a, b) => (a.enteredAt < b.enteredAt ? 1 : -1));
}
