import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { inCurrency } from "@hubspot-xero/shared/forecast/pipelineDeal";
import {
  dealReceipts,
  pipelineAmount,
  type Receipt,
} from "@hubspot-xero/shared/forecast/receipt";
import type { XeroOrganisation } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import type { ForecastWanted } from "./forecastWanted";

/** What the open deals bring, in the organisation's currency. */
export interface ForecastDeals {
  currency: string;
  receipts: Receipt[];
  closing: { date: string; amount: number }[];
  /** How many deals are counted. */
  deals: number;
  notes: string[];
}

/** What the deals bring in the currency of the organisation that Xero answered with. */
export function forecastDeals(
  { deals: searched, terms, today, until, notes }: ForecastWanted,
  organisations: readonly XeroOrganisation[] | undefined,
) {
  return attempt((): ForecastDeals => {
    const currency = organisations?.[0]?.BaseCurrency as string | undefined;
    if (!currency)
      throw new ConnectorError(
        "server",
        "Xero's answer about the organisation names no currency. Run this scenario again.",
      );
    const pipeline = inCurrency(searched, currency);
    return {
      currency,
      receipts: pipeline.deals.flatMap((deal) =>
        dealReceipts(deal, terms, today, until),
      ),
      closing: pipeline.deals.map((deal) => ({
        date: deal.closeDate,
        amount: pipelineAmount(deal),
      })),
      deals: pipeline.deals.length,
      notes: [...notes, ...pipeline.notes],
    };
  });
}
