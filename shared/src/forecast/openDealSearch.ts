import { addDays, type CalendarDate } from "../date/calendarDate";
import { readBilling, type DealBilling } from "../deal/deal";
import type { HubspotObject } from "../hubspot/wire";

/** What a forecast reads of an open deal beside what billing does. */
export const FORECAST_PROPERTIES = [
  "hs_deal_stage_probability",
  "hs_exchange_rate",
] as const;

/** As many as HubSpot finds at once. */
export const SEARCH_PAGE = 200;
/** What fits into a step's 30 seconds on Zapier, or a module's 40 on Make. */
export const MOST_DEALS = 500;

/**
 * The search for open deals that close before a day, those that close first coming first; deals without a close date
 * are among them, and some that close on the day itself.
 * @param start how many were found before
 */
export function openDealSearch(
  {
    pipelineId,
    until,
    most = MOST_DEALS,
  }: { pipelineId?: string | undefined; until: CalendarDate; most?: number },
  properties: readonly string[],
  start = 0,
) {
  const is = (propertyName: string, operator: string, value?: string) => ({
    propertyName,
    operator,
    ...(value && { value }),
  });
  const open = [
    is("hs_is_closed", "EQ", "false"),
    ...(pipelineId ? [is("pipeline", "EQ", pipelineId)] : []),
  ];
  // West of Greenwich a month ends later than in UTC, in which HubSpot compares.
  const before = String(Date.parse(addDays(until, 1)));
  return {
    filterGroups: [
      { filters: [...open, is("closedate", "LT", before)] },
      { filters: [...open, is("closedate", "NOT_HAS_PROPERTY")] },
    ],
    sorts: [{ propertyName: "closedate", direction: "ASCENDING" as const }],
    properties,
    limit: Math.min(SEARCH_PAGE, most - start),
    ...(start > 0 && { after: String(start) }),
  };
}

/** A deal that is edited during the search may come on two pages. */
export function eachOnce(found: readonly HubspotObject[]): HubspotObject[] {
  return [...new Map(found.map((wire) => [wire.id, wire])).values()];
}

/** What Xero bills of a deal already is among its invoices and the repeating ones. */
export function isBilled({ invoiceId, repeatingIds }: DealBilling): boolean {
  return Boolean(invoiceId ?? repeatingIds?.length);
}

/** The found deals of which Xero bills nothing yet, each once. */
export function unbilled(
  found: readonly HubspotObject[] | undefined,
): HubspotObject[] {
  return eachOnce(found ?? []).filter(
    ({ properties }) => !isBilled(readBilling(properties)),
  );
}
