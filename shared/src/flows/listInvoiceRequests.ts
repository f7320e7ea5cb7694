import type { Instant } from "../date/calendarDate";
import {
  INVOICE_REQUEST,
  invoiceRequestSearch,
  readInvoiceRequest,
  type InvoiceRequest,
} from "../deal/invoiceRequest";
import type { HubspotClient } from "../hubspot/client";
import type { Cache } from "../transport/cache";
import { readBillableDeals, type BillableDeal } from "./billableDeals";
import { describeOnce } from "./describeOnce";
import { billableDealOutput } from "./stageEntryOutput";

/** HubSpot's largest page of a search. What asks beyond it comes once these are served. */
const PAGE = 200;
/** Deals described at once: what HubSpot reads in one batch. */
const CHUNK = 100;

type PollContext = { hubspot: HubspotClient; cache: Cache; now: Instant };

/**
 * Deals whose invoice is asked for and was not made yet, the newest request first, with payer and lines. One search
 * when nobody asks; one call more while requests stand, and 7 for each hundred new ones.
 */
export async function listInvoiceRequests(context: PollContext) {
  const requests = await findInvoiceRequests(context);
  return describeOnce(
    context.cache,
    "invoice-requests",
    new Map(requests.reverse().map((request) => [request.id, request])),
    async (fresh) => describe(context, [...fresh.values()]),
  );
}

/** Requests that stand now, for an editor's sample. */
export async function sampleInvoiceRequests(
  context: PollContext,
  limit: number,
) {
  return describe(context, await findInvoiceRequests(context, limit));
}

/** Requests that stand now, the newest first. */
export async function findInvoiceRequests(
  { hubspot }: Pick<PollContext, "hubspot">,
  limit = PAGE,
): Promise<InvoiceRequest[]> {
  const { results } = await hubspot.search("deals", {
    ...invoiceRequestSearch("DESCENDING"),
    limit,
  });
  const ids = results.map(({ id }) => id);
  const deals = await hubspot.read("deals", ids, [INVOICE_REQUEST], {
    history: [INVOICE_REQUEST],
    missing: "skip",
  });
  return deals
    .flatMap((deal) => readInvoiceRequest(deal) ?? [])
    .sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
}

async function describe(
  context: PollContext,
  requests: readonly InvoiceRequest[],
) {
  const deals = new Map<string, BillableDeal>();
  for (let start = 0; start < requests.length; start += CHUNK) {
    const chunk = requests.slice(start, start + CHUNK);
    const read = await readBillableDeals(
      context,
      chunk.map(({ dealId }) => dealId),
    );
    for (const [id, billable] of read) deals.set(id, billable);
  }
  return requests.flatMap(({ id, dealId, requestedAt }) => {
    const billable = deals.get(dealId);
    if (!billable) return [];
    const { billingProblem } = billable;
    return {
      id,
      requestedAt,
      ...billableDealOutput(billable),
      billingProblem,
    };
  });
}
