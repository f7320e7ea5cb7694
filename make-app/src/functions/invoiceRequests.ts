import { dateInZone } from "@hubspot-xero/shared/date/calendarDate";
import { readDeal } from "@hubspot-xero/shared/deal/deal";
import {
  INVOICE_REQUEST,
  invoiceRequestSearch,
  readInvoiceRequest,
} from "@hubspot-xero/shared/deal/invoiceRequest";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { plainDealOutput } from "@hubspot-xero/shared/flows/stageEntryOutput";
import { DEAL_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import { attempt } from "./attempt";
import { searchWindow } from "./searchWindow";

/** As many deals as HubSpot finds at once: all requests that stand are compared before Make moves on behind any. */
const PAGE = 200;
/** As many deals as HubSpot reads at once with the history of a property. */
const BATCH = 50;
/** In how many requests the deals of a page are read. */
export const REQUEST_READS = PAGE / BATCH;

/**
 * The search for deals that ask for an invoice. A request changes its deal, so deals that changed before the last event
 * have none that is new; the longest unchanged come first, so that a mass request is worked off from its beginning.
 * @param lastDate when the newest request was made that Make has handed out; all of them where absent
 */
export function requestQuery(lastDate?: Date | string) {
  const { since } = searchWindow(lastDate, undefined);
  return {
    ...invoiceRequestSearch("ASCENDING", since),
    properties: ["dealname", "hs_lastmodifieddate"],
    limit: PAGE,
  };
}

/** What is read of the deals that the search found, batch by batch; nothing where nobody asks. */
export function requestedDeals(found: readonly HubspotObject[] | undefined) {
  return attempt(() => {
    const inputs = given(found).map(({ id }) => ({ id }));
    const count = Math.ceil(inputs.length / BATCH);
    return {
      bodies: Array.from({ length: count }, (_, batch) => ({
        inputs: inputs.slice(batch * BATCH, (batch + 1) * BATCH),
        properties: DEAL_PROPERTIES,
        propertiesWithHistory: [INVOICE_REQUEST],
      })),
    };
  });
}

/**
 * The requests that stand on deals read with the property's history, the newest first.
 * @param now the newest requests wait until all before them can be seen
 * @param earlier the deals of the batches before this one
 */
export function invoiceRequests(
  deals: readonly HubspotObject[] | undefined,
  account: HubspotAccount,
  now: Date | string,
  earlier: readonly HubspotObject[] = [],
) {
  return attempt(() => {
    const { until = "" } = searchWindow(undefined, now);
    // Each deal once, whether or not the earlier ones hold this batch already.
    const all = new Map(
      [...earlier, ...given(deals)].map((wire) => [wire.id, wire]),
    );
    const events = [...all.values()].flatMap((wire) => {
      const request = readInvoiceRequest(wire);
      if (!request || request.requestedAt > until) return [];
      const deal = readDeal(wire, account);
      const closeDate =
        deal.closeDate && dateInZone(deal.closeDate, account.timeZone);
      return { ...plainDealOutput({ deal, closeDate }), ...request };
    });
    return {
      events: events.sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)),
    };
  });
}

function given(
  found: readonly HubspotObject[] | undefined,
): readonly HubspotObject[] {
  if (Array.isArray(found)) return found as readonly HubspotObject[];
  throw new ConnectorError(
    "server",
    "HubSpot's answer about deals holds no list. Run this scenario again.",
  );
}
