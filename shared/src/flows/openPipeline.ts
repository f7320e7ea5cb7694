import type { CalendarDate } from "../date/calendarDate";
import {
  eachOnce,
  FORECAST_PROPERTIES,
  isBilled,
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
 * The open deals that close before a day and of which Xero bills nothing yet, with their lines, the stage's probability
 * and the payer's Xero contact. A deal without a close date is taken as though it closed today.
 */
export async function readOpenPipeline(
  context: Pick<Context, "hubspot" | "cache">,
  wanted: Wanted,
): Promise<OpenPipeline> {
  const { found, notes: cut } = await searchOpenDeals(context, wanted);
  const pipeline: PipelineDeal[] = [];
  for (let start = 0; start < found.length; start += CHUNK) {
    const chunk = found.slice(start, start + CHUNK);
    pipeline.push(...(await readChunk(context, chunk, wanted)));
  }
  const { deals, notes } = inCurrency(pipeline, wanted.currency);
  return { deals, notes: [...cut, ...notes] };
}

async function searchOpenDeals(
  { hubspot }: Pick<Context, "hubspot">,
  wanted: Wanted,
): Promise<{ found: HubspotObject[]; notes: string[] }> {
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
    const isLast = !paging?.next || results.length === 0;
    if (isLast || found.length >= MOST_DEALS)
      return { found: eachOnce(found), notes: cutNote(total, found.length) };
  }
}

async function readChunk(
  context: Pick<Context, "hubspot" | "cache">,
  chunk: readonly HubspotObject[],
  wanted: Wanted,
): Promise<PipelineDeal[]> {
  const account = await hubspotAccount(context);
  const ids = chunk.map(({ id }) => id);
  const deals = await readDeals(context, ids);
  const records = await readDealRecords(context.hubspot, [...deals.values()]);
  return chunk.flatMap((wire) => {
    const deal = deals.get(wire.id);
    if (!deal || isBilled(deal.billing)) return [];
    const contactId = payerContactId(knownPayer(deal), records);
    const lines = () => linesOf(deal, records);
    return pipelineDeal(wire, deal, contactId, lines, account, wanted) ?? [];
  });
}
