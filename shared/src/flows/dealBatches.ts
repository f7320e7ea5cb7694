import { attemptKey, writeSyncMark, type SyncMark } from "../deal/syncMark";
import { MOST_DOCUMENTS } from "../xero/batchCalls";
import type { Context } from "./context";
import type { DealLedger } from "./dealLedger";
import type { PayableDeal } from "./findContacts";
import { forDeal } from "./forDeal";

/** A deal that carries the mark of the attempt that follows. */
export interface MarkedDeal extends PayableDeal {
  mark: SyncMark;
}

/** Deals whose invoices are created in one call. */
export interface DealBatch {
  /** Xero's Idempotency-Key. */
  key: string;
  deals: MarkedDeal[];
}

/**
 * Puts deals into batches. An attempt that an earlier run left unsettled is taken up under the key that it began with:
 * as long as Xero may still be at work on it, that key keeps a second invoice out. The others are batched by their
 * ids, so that two runs over the same deals send the same keys.
 */
export function dealBatches(
  { xero, digest }: Pick<Context, "xero" | "digest">,
  payable: readonly PayableDeal[],
): DealBatch[] {
  const begun = (deal: PayableDeal) => deal.opened.mark?.state === "begun";
  const unsettled = payable
    .filter(begun)
    .map((deal) => ({ ...deal, mark: deal.opened.begun }));
  const fresh = payable
    .filter((deal) => !begun(deal))
    .sort((a, b) => (a.deal.id < b.deal.id ? -1 : 1));
  const marked = [...unsettled];
  for (let start = 0; start < fresh.length; start += MOST_DOCUMENTS) {
    const deals = fresh.slice(start, start + MOST_DOCUMENTS);
    const batch = digest(
      deals
        .map(({ opened }) => `${opened.key} ${opened.begun.attempt}`)
        .join(","),
    );
    marked.push(
      ...deals.map((deal) => ({
        ...deal,
        mark: { ...deal.opened.begun, batch },
      })),
    );
  }
  const batches = new Map<string, MarkedDeal[]>();
  for (const deal of marked) {
    const key = attemptKey(xero.tenantId, deal.mark);
    batches.set(key, [...(batches.get(key) ?? []), deal]);
  }
  return [...batches].map(([key, deals]) => ({ key, deals }));
}

/** Leaves the marks on the deals, before anything is written to Xero; a deal that takes none is not invoiced. */
export async function markDeals(
  { hubspot }: Pick<Context, "hubspot">,
  batches: readonly DealBatch[],
  ledger: DealLedger,
): Promise<DealBatch[]> {
  const deals = batches.flatMap((batch) => batch.deals);
  if (deals.length === 0) return [];
  const refused = await hubspot.updateMany(
    "deals",
    deals.map(({ deal, mark }) => ({
      id: deal.id,
      properties: { xero_sync_mark: writeSyncMark(mark) },
      record: `deal "${deal.name}"`,
    })),
  );
  for (const { deal } of deals) {
    const error = refused.get(deal.id);
    if (error) ledger.fail({ id: deal.id, deal }, forDeal(error, deal));
  }
  return batches.map((batch) => ({
    ...batch,
    deals: batch.deals.filter(({ deal }) => !refused.has(deal.id)),
  }));
}
