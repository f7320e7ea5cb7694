import { readOptions } from "@hubspot-xero/shared/flows/forecastRevenue";
import { forecastEnd } from "@hubspot-xero/shared/forecast/forecastMonths";
import {
  FORECAST_PROPERTIES,
  MOST_DEALS,
  openDealSearch,
  SEARCH_PAGE,
  unbilled,
} from "@hubspot-xero/shared/forecast/openDealSearch";
import { DEAL_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";
import { todayIn } from "./todayIn";

/** How many requests find the deals. */
export const SEARCHES = Math.ceil(MOST_DEALS / SEARCH_PAGE);

/** What a search for open deals was about. */
export interface OpenDealsWanted {
  /** Of the HubSpot account. */
  timeZone: string;
  today: string;
  until: string;
  /** As many deals as are read at most. */
  most: number;
  /** The searches, page by page. */
  bodies: ReturnType<typeof openDealSearch>[];
}

/** How the open deals of a forecast are searched; nothing is sent before. */
export function openDealsWanted(
  parameters: Input,
  timeZone: string,
  now: Date | string,
) {
  return attempt((): OpenDealsWanted => {
    const { months } = readOptions(parameters);
    const limit = Number(text(parameters, "limit") ?? MOST_DEALS);
    const today = todayIn(timeZone, now);
    const wanted = {
      pipelineId: text(parameters, "pipelineId"),
      until: forecastEnd(today, months),
      most: Math.min(limit, MOST_DEALS),
    };
    const properties = [...DEAL_PROPERTIES, ...FORECAST_PROPERTIES];
    return {
      ...{ timeZone, today, until: wanted.until, most: wanted.most },
      bodies: Array.from(
        { length: Math.ceil(wanted.most / SEARCH_PAGE) },
        (_, page) => openDealSearch(wanted, properties, page * SEARCH_PAGE),
      ),
    };
  });
}

/** The deals of which Xero bills nothing yet, as HubSpot is asked for what belongs to them. */
export function openDealIds(found: readonly HubspotObject[] | undefined) {
  return unbilled(found).map(({ id }) => ({ id }));
}
