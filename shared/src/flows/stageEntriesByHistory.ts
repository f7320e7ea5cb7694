import type { Instant } from "../date/calendarDate";
import type { HubspotClient } from "../hubspot/client";
import { stageEntry, type StageEntry } from "./stageEntry";

const PAGE = 200;

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
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await hubspot.search("deals", {
      filterGroups: [{ filters: changed ? [inStage, changed] : [inStage] }],
      sorts: [{ propertyName: "hs_lastmodifieddate", direction: "DESCENDING" }],
      properties: ["dealstage"],
      limit: Math.min(PAGE, limit - ids.length),
      after,
    });
    ids.push(...page.results.map(({ id }) => id));
    after = page.paging?.next?.after;
  } while (after && ids.length < limit);
  const deals = await hubspot.read("deals", ids, ["dealstage"], {
    history: ["dealstage"],
    missing: "skip",
  });
  return deals
    .flatMap((deal) => {
      const [latest] = deal.propertiesWithHistory?.["dealstage"] ?? [];
      return latest?.value === stageId && (!since || latest.timestamp >= since)
        ? stageEntry(deal.id, stageId, latest.timestamp)
        : [];
    })
    .sort((a, b) => (a.enteredAt < b.enteredAt ? 1 : -1));
}
