import { readDeal, type Deal } from "@hubspot-xero/shared/deal/deal";
import {
  endedMark,
  writeRepeatingMark,
} from "@hubspot-xero/shared/deal/repeatingMark";
import type { SyncMark } from "@hubspot-xero/shared/deal/syncMark";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import { attempt } from "./attempt";
import { todayIn } from "./todayIn";

/** What the Xero modules must know of a deal with repeating invoices. */
export interface RepeatingDeal {
  deal: Pick<Deal, "id" | "name" | "url" | "currency">;
  /** Of those that were ever made. */
  ids: string[];
  /** That of the deal's invoice. */
  mark?: SyncMark;
}

/** Undefined for a deal that never had any. */
export function repeatingDeal({
  id,
  name,
  url,
  currency,
  billing: { repeatingIds, repeatingMark, mark },
}: Deal): RepeatingDeal | undefined {
  if (!repeatingIds && !repeatingMark) return undefined;
  return {
    deal: { id, name, url, currency },
    ids: repeatingIds ?? [],
    mark,
  };
}

/** What is known of a deal whose repeating invoices are to end, and the mark that it gets where it has none yet. */
export function dealToEnd(
  wire: HubspotObject | undefined,
  account: HubspotAccount,
  timeZone: string,
  now: Date | string,
) {
  return attempt(() => {
    if (!wire?.id || !wire.properties)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about the deal names no deal. Run this scenario again.",
      );
    const deal = readDeal(wire, account);
    const repeating = repeatingDeal(deal);
    const { repeatingMark } = deal.billing;
    const today = todayIn(timeZone, now);
    return {
      mark:
        repeating && repeatingMark?.state !== "ended"
          ? writeRepeatingMark(endedMark(repeatingMark, today))
          : undefined,
      output: {
        dealId: deal.id,
        dealName: deal.name,
        dealUrl: deal.url,
        hasRepeatingInvoices: Boolean(repeating),
        repeating,
      },
    };
  });
}
