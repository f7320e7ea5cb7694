/**
 * The write-ahead mark on a deal: written before the invoice is created, so
 * that after a crash the next run knows what to look for in Xero.
 * - `begun`: the invoice may or may not exist in Xero
 * - `refused`: Xero answered that it made nothing
 * - `done`: the invoice exists, and the deal shows it
 */
export interface SyncMark {
  state: "begun" | "refused" | "done";
  /** Counts up after each settled attempt; part of Xero's Idempotency-Key. */
  attempt: number;
  /** The batch in which the attempt is made, while it is `begun`: all its deals share one Idempotency-Key. */
  batch?: string;
  /** What may be billed once: the deal, or one entry into a stage. */
  billingKey: string;
  /** The Reference that the invoice carries in Xero. */
  reference: string;
}

const FORM = /^(begun|refused|done)\|(\d+)(?:@([^|]+))?\|([^|]+)\|(.+)$/s;

/** Undefined for an empty or foreign text. */
export function readSyncMark(text: string | undefined): SyncMark | undefined {
  const [, state, attempt, batch, billingKey, reference] =
    FORM.exec(text ?? "") ?? [];
  if (!state || !billingKey || !reference) return undefined;
  return {
    state: state as SyncMark["state"],
    attempt: Number(attempt),
    ...(batch && { batch }),
    billingKey,
    reference,
  };
}

/** `begun|1|HS-701|HS-701`; in a batch `begun|1@<batch>|HS-701|HS-701`. */
export function writeSyncMark(mark: SyncMark): string {
  const { state, attempt, batch, billingKey, reference } = mark;
  const isOfBatch = state === "begun" && batch;
  return [
    state,
    isOfBatch ? `${attempt}@${batch}` : attempt,
    billingKey,
    reference,
  ].join("|");
}

/**
 * Xero's Idempotency-Key of an attempt, without the body: two runs of one attempt can never make two invoices. A deal
 * of a batch that has not settled is only ever invoiced under the key of that batch.
 */
export function attemptKey(tenantId: string, mark: SyncMark): string {
  return mark.batch
    ? `hubspot-invoices|${tenantId}|${mark.batch}`
    : `hubspot-invoice|${tenantId}|${mark.billingKey}|${mark.attempt}`;
}

/**
 * The properties that settle a mark on the deal of an invoice that was just made, or found again. A request for the
 * invoice is served by it, and cleared, so that it can be made again.
 */
export function settledMark(mark: string): Record<string, string> {
  return { xero_sync_mark: mark, xero_invoice_request: "" };
}

/**
 * The attempt that a run makes now. A `begun` one is taken up again under its
 * own number, so that Xero answers a quick repeat from its cache; a settled one
 * is followed by the next number, so that a cached refusal is not answered again.
 */
export function nextAttempt(mark: SyncMark | undefined): number {
  if (!mark) return 1;
  return mark.state === "begun" ? mark.attempt : mark.attempt + 1;
}
