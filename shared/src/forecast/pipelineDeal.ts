import { choosePayer } from "../customer/choosePayer";
import { dateInZone, type CalendarDate } from "../date/calendarDate";
import type { Deal } from "../deal/deal";
import { checkSchedule } from "../deal/paymentDates";
import { ConnectorError } from "../error/connectorError";
import type { HubspotAccount, HubspotObject } from "../hubspot/wire";
import type { ForecastLine, OpenDeal } from "./receipt";

/** An open deal as HubSpot has it, before it is known in which currency cash is forecast. */
export interface PipelineDeal extends Omit<OpenDeal, "rate"> {
  /** ISO 4217. */
  currency: string;
  /** The only currency that HubSpot converts to. */
  companyCurrency: string;
  /** What one unit of the deal's currency is worth in the company's, where HubSpot tells. */
  exchangeRate?: number | undefined;
  /** Why the deal counts with its amount instead of its lines: a sentence. */
  note?: string | undefined;
}

/** Deals in the forecast's currency. */
export interface OpenPipeline {
  deals: OpenDeal[];
  /** What is not in the figures as it stands, and why: sentences. */
  notes: string[];
}

/**
 * An open deal with what a forecast needs of it; one without a close date is taken as though it closed today. Undefined
 * for one that closes too late.
 * @param lines gives the deal's lines; what it refuses leaves the deal with its amount
 */
export function pipelineDeal(
  { properties }: HubspotObject,
  deal: Deal,
  contactId: string | undefined,
  lines: () => readonly ForecastLine[],
  { companyCurrency, timeZone }: HubspotAccount,
  { today, until }: { today: CalendarDate; until: CalendarDate },
): PipelineDeal | undefined {
  const closeDate = deal.closeDate
    ? dateInZone(deal.closeDate, timeZone)
    : today;
  if (closeDate >= until) return undefined;
  const exchangeRate = Number(properties["hs_exchange_rate"]);
  return {
    id: deal.id,
    name: deal.name,
    amount: deal.amount,
    currency: deal.currency,
    companyCurrency,
    ...(exchangeRate > 0 && { exchangeRate }),
    probability: probability(properties["hs_deal_stage_probability"]),
    closeDate,
    contactId,
    ...readableLines(lines, deal.name, today),
  };
}

/** From 0 to 1; a stage without one promises nothing. */
function probability(ofStage: string | null | undefined): number {
  return Math.min(Math.max(Number(ofStage) || 0, 0), 1);
}

/** Who pays; undefined where that is a question for a person. */
export function knownPayer(
  deal: Deal,
): ReturnType<typeof choosePayer> | undefined {
  try {
    return choosePayer(deal);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return undefined;
  }
}

/** The Xero contact that is stored on the record of whoever pays. */
export function payerContactId(
  payer: ReturnType<typeof knownPayer>,
  records: Record<"companies" | "contacts", ReadonlyMap<string, HubspotObject>>,
): string | undefined {
  if (!payer) return undefined;
  const { companies, contacts } = records;
  const wire = (payer.type === "company" ? companies : contacts).get(payer.id);
  return wire?.properties["xero_contact_id"]?.trim() || undefined;
}

/** The deals in one currency; those that HubSpot does not convert to it are left out, with a note on each currency. */
export function inCurrency(
  pipeline: readonly PipelineDeal[],
  currency: string,
): OpenPipeline {
  const deals: OpenDeal[] = [];
  const notes: string[] = [];
  const foreign = new Map<string, PipelineDeal[]>();
  for (const deal of pipeline) {
    const rate = rateTo(currency, deal);
    if (rate === undefined) {
      const left = foreign.get(deal.currency) ?? [];
      foreign.set(deal.currency, [...left, deal]);
      continue;
    }
    if (deal.note) notes.push(deal.note);
    deals.push({ ...deal, rate });
  }
  const left = [...foreign.values()].map((those) => leftOut(those, currency));
  return { deals, notes: [...notes, ...left] };
}

function leftOut(deals: readonly PipelineDeal[], wanted: string): string {
  const { name, currency, companyCurrency } = deals[0]!;
  const reason = `HubSpot converts to ${companyCurrency}, not to ${wanted}.`;
  return deals.length === 1
    ? `Deal "${name}" is in ${currency} and left out: ${reason}`
    : `${deals.length} deals in ${currency} are left out, "${name}" among them: ${reason}`;
}

/** What is said where more deals are open than are counted. */
export function cutNote(total: number, counted: number): string[] {
  return total > counted
    ? [`Of ${total} open deals the ${counted} that close first are counted.`]
    : [];
}

function rateTo(
  currency: string,
  { currency: own, companyCurrency, exchangeRate }: PipelineDeal,
): number | undefined {
  if (own === currency) return 1;
  return companyCurrency === currency ? exchangeRate : undefined;
}

/** What cannot be read of one deal holds up no forecast. */
function readableLines(
  read: () => readonly ForecastLine[],
  dealName: string,
  today: CalendarDate,
): Pick<PipelineDeal, "lines" | "note"> {
  try {
    const lines = read();
    for (const line of lines)
      if (line.recurring) checkSchedule(line, dealName, today);
    return { lines };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const note = `${error.message} Until then the deal counts with its amount.`;
    return { lines: [], note };
  }
}
