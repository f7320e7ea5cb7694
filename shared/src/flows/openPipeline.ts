import { billingSchedule } from "../deal/billingSchedule";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import { addDays, dateInZone, type CalendarDate } from "../date/calendarDate";
import { ConnectorError } from "../error/connectorError";
import type { OpenDeal } from "../forecast/receipt";
import type { HubspotAccount, HubspotObject } from "../hubspot/wire";
import { hubspotAccount, type Context } from "./context";
import {
  linesOf,
  payerOf,
  readDealRecords,
  readDeals,
  type DealRecords,
} from "./readDeals";

export interface OpenPipeline {
  deals: OpenDeal[];
  /** What is not in the figures as it stands, and why: sentences. */
  notes: string[];
}

interface Wanted {
  pipelineId?: string | undefined;
  /** ISO 4217; amounts in other currencies come with their rate to it. */
  currency: string;
  today: CalendarDate;
  /** Deals that close on this day or later are of no interest. */
  until: CalendarDate;
}

const CHUNK = 100;
/** What fits into a step's 30 seconds: three searches, and seven calls for each hundred deals. */
const MOST_DEALS = 500;
const SEARCHED = [
  "dealname",
  "closedate",
  "hs_deal_stage_probability",
  "hs_exchange_rate",
] as const;

/**
 * The open deals that close before a day and have no invoice yet, with their lines, the stage's probability and the
 * payer's Xero contact. A deal without a close date is taken as though it closed today.
 */
export async function readOpenPipeline(
  context: Pick<Context, "hubspot" | "cache">,
  wanted: Wanted,
): Promise<OpenPipeline> {
  const account = await hubspotAccount(context);
  const { found, total, isCut } = await searchOpenDeals(context, wanted);
  const pipeline: OpenPipeline = { deals: [], notes: [] };
  if (isCut)
    pipeline.notes.push(
      `Of ${total} open deals the ${found.length} that close first are counted.`,
    );
  const foreign = new Map<string, string[]>();
  for (let start = 0; start < found.length; start += CHUNK) {
    const chunk = found.slice(start, start + CHUNK);
    const deals = await readDeals(
      context,
      chunk.map(({ id }) => id),
    );
    const records = await readDealRecords(context.hubspot, [...deals.values()]);
    for (const wire of chunk) {
      const deal = deals.get(wire.id);
      if (!deal || isInvoiced(deal)) continue;
      const rate = rateTo(wanted.currency, wire, deal, account);
      if (rate !== undefined)
        addDeal(pipeline, wire, deal, rate, records, account, wanted);
      else
        foreign.set(deal.currency, [
          ...(foreign.get(deal.currency) ?? []),
          deal.name,
        ]);
    }
  }
  for (const [currency, names] of foreign)
    pipeline.notes.push(
      leftOut(names, currency, account.companyCurrency, wanted.currency),
    );
  return pipeline;
}

/** What Xero bills of it already is among the invoices and the repeating ones. */
function isInvoiced({ billing }: Deal): boolean {
  return Boolean(billing.invoiceId ?? billing.repeatingIds?.length);
}

function leftOut(
  names: readonly string[],
  theirs: string,
  company: string,
  wanted: string,
): string {
  const [first, ...others] = names;
  const reason = `HubSpot converts to ${company}, not to ${wanted}.`;
  return others.length === 0
    ? `Deal "${first}" is in ${theirs} and left out: ${reason}`
    : `${names.length} deals in ${theirs} are left out, "${first}" among them: ${reason}`;
}

async function searchOpenDeals(
  { hubspot }: Pick<Context, "hubspot">,
  { pipelineId, until }: Wanted,
): Promise<{ found: HubspotObject[]; total: number; isCut: boolean }> {
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
  const found = new Map<string, HubspotObject>();
  for (let after = 0; ;) {
    const { results, total, paging } = await hubspot.search("deals", {
      filterGroups: [
        {
          filters: [...open, is("closedate", "LT", before)],
        },
        { filters: [...open, is("closedate", "NOT_HAS_PROPERTY")] },
      ],
      sorts: [{ propertyName: "closedate", direction: "ASCENDING" }],
      properties: SEARCHED,
      limit: Math.min(200, MOST_DEALS - after),
      after: after > 0 ? String(after) : undefined,
    });
    // A deal that is edited meanwhile may come on two pages.
    for (const wire of results) found.set(wire.id, wire);
    after += results.length;
    if (!paging?.next || results.length === 0 || after >= MOST_DEALS)
      return { found: [...found.values()], total, isCut: total > after };
  }
}

function addDeal(
  { deals, notes }: OpenPipeline,
  wire: HubspotObject,
  deal: Deal,
  rate: number,
  records: DealRecords,
  account: HubspotAccount,
  { today, until }: Wanted,
): void {
  const closeDate = deal.closeDate
    ? dateInZone(deal.closeDate, account.timeZone)
    : today;
  if (closeDate >= until) return;
  const contactId = quietly(() => payerOf(deal, records))?.xeroContactId;
  const lines = quietly(
    () => billable(linesOf(deal, records), deal.name, today),
    ({ message }) =>
      notes.push(`${message} Until then the deal counts with its amount.`),
  );
  deals.push({
    id: deal.id,
    name: deal.name,
    amount: deal.amount,
    rate,
    probability: probability(wire),
    closeDate,
    contactId,
    lines: lines ?? [],
  });
}

/** From 0 to 1; a stage without one promises nothing. */
function probability({ properties }: HubspotObject): number {
  const stage = Number(properties["hs_deal_stage_probability"]) || 0;
  return Math.min(Math.max(stage, 0), 1);
}

/** HubSpot's `hs_exchange_rate` converts to the company currency only. */
function rateTo(
  currency: string,
  { properties }: HubspotObject,
  deal: Deal,
  { companyCurrency }: HubspotAccount,
): number | undefined {
  if (deal.currency === currency) return 1;
  const rate = Number(properties["hs_exchange_rate"]);
  return companyCurrency === currency && rate > 0 ? rate : undefined;
}

/** The lines, each of whose schedules can be read. */
function billable(
  lines: LineItem[],
  dealName: string,
  today: CalendarDate,
): LineItem[] {
  for (const line of lines)
    if (line.recurring) billingSchedule(line, dealName, today);
  return lines;
}

/** What cannot be read of one deal holds up no forecast. */
function quietly<T>(
  read: () => T,
  tell: (error: ConnectorError) => void = () => undefined,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    tell(error);
    return undefined;
  }
}
