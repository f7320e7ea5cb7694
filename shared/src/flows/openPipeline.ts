import type { CalendarDate } from "../date/calendarDate";
import {
  FORECAST_PROPERTIES,
  MOST_DEALS,
  openDealSearch,
} from "../forecast/openDealSearch";
import {
  cutNote,
  inCurrency,
  knownPayer,
  payerContactId,
  pipelineDeal,
  type OpenPipeline,
  type PipelineDeal,
} from "../forecast/pipelineDeal";
import type { HubspotObject } from "../hubspot/wire";
import { hubspotAccount, type Context } from "./context";
import { linesOf, readDealRecords, readDeals } from "./readDeals";

export type { OpenPipeline };

interface Wanted {
  pipelineId?: string | undefined;
  /** ISO 4217; amounts in other currencies come with their rate to it. */
  currency: string;
  today: CalendarDate;
  /** Deals that close on this day or later are of no interest. */
  until: CalendarDate;
}

/** Seven calls read so many, beside the search for them. */
const CHUNK = 100;

/**
 * The open deals that close before a day and have no invoice yet, with their lines, the stage's probability and the
 * payer's Xero contact. A deal without a close date is taken as though it closed today.
 */
export async function readOpenPipeline(
  context: Pick<Context, "hubspot" | "cache">,
  wanted: Wanted,
): Promise<OpenPipeline> {
  const { found, total } = await searchOpenDeals(context, wanted);
  const pipeline: PipelineDeal[] = [];
  for (let start = 0; start < found.length; start += CHUNK) {
    const chunk = found.slice(start, start + CHUNK);
    pipeline.push(...(await readChunk(context, chunk, wanted.today)));
  }
  const { deals, notes } = inCurrency(pipeline, wanted.currency);
  return { deals, notes: [...cutNote(total, found.length), ...notes] };
}

async function searchOpenDeals(
  { hubspot }: Pick<Context, "hubspot">,
  wanted: Wanted,
): Promise<{ found: HubspotObject[]; total: number }> {
  const found: HubspotObject[] = [];
  for (;;) {
    const { results, total, paging } = await hubspot.search(
      "deals",
      openDealSearch(
        wanted,
        ["dealname", "closedate", ...FORECAST_PROPERTIES],
        found.length,
      ),
    );
    found.push(...results);
    if (!paging?.next || found.length >= MOST_DEALS) return { found, total };
  }
}

async function readChunk(
  context: Pick<Context, "hubspot" | "cache">,
  chunk: readonly HubspotObject[],
  today: CalendarDate,
): Promise<PipelineDeal[]> {
  const account = await hubspotAccount(context);
  const ids = chunk.map(({ id }) => id);
  const deals = await readDeals(context, ids);
  const records = await readDealRecords(context.hubspot, [...deals.values()]);
  return chunk.flatMap((wire) => {
    const deal = deals.get(wire.id);
    if (!deal || deal.billing.invoiceId) return [];
    const contactId = payerContactId(knownPayer(deal), records);
    const lines = () => linesOf(deal, records);
    return pipelineDeal(wire, deal, contactId, lines, account, today);
  });
}
