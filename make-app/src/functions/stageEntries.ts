import { dateInZone } from "@hubspot-xero/shared/date/calendarDate";
import { readDeal } from "@hubspot-xero/shared/deal/deal";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { stageEntry } from "@hubspot-xero/shared/flows/stageEntry";
import { plainDealOutput } from "@hubspot-xero/shared/flows/stageEntryOutput";
import {
  entryProperty,
  stageEntrySearch,
} from "@hubspot-xero/shared/flows/stageEntrySearch";
import { DEAL_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import { attempt } from "./attempt";
import { searchWindow } from "./searchWindow";
import { readStage } from "./stageValue";

/** As many as HubSpot gives at once. */
const PAGE = 200;

/**
 * The search for deals that entered a stage.
 * @param lastDate when the newest entry was that Make has handed out; all entries where absent
 */
export function stageEntryQuery(
  stage: string,
  lastDate?: Date | string,
  now?: Date | string,
) {
  const property = propertyOf(stage);
  const { since, until } = searchWindow(lastDate, now);
  return {
    ...stageEntrySearch(property, [...DEAL_PROPERTIES, property], since, until),
    limit: PAGE,
  };
}

/** The entries that the search found, as the trigger hands them out. */
export function stageEntries(
  stage: string,
  found: readonly HubspotObject[] | undefined,
  account: HubspotAccount,
) {
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about deals holds no list. Run this scenario again.",
      );
    const { stageId } = readStage(stage);
    const property = propertyOf(stage);
    const entries = found.flatMap((wire) => {
      const enteredAt = wire.properties[property];
      if (!enteredAt) return [];
      const entry = stageEntry(wire.id, stageId, enteredAt);
      const deal = readDeal(wire, account);
      const closeDate =
        deal.closeDate && dateInZone(deal.closeDate, account.timeZone);
      return { ...plainDealOutput({ deal, closeDate }), ...entry };
    });
    return { entries };
  });
}

function propertyOf(stage: string): string {
  const { stageId, suffix } = readStage(stage);
  return entryProperty(suffix ? `${stageId}_${suffix}` : stageId);
}
