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
  /** What may be billed once: the deal, or one entry into a stage. */
  billingKey: string;
  /** The Reference that the invoice carries in Xero. */
  reference: string;
}

const FORM = /^(begun|refused|done)\|(\d+)\|([^|]+)\|(.+)$/s;

/** Undefined for an empty or foreign text. */
export function readSyncMark(text: string | undefined): SyncMark | undefined {
  const [, state, attempt, billingKey, reference] = FORM.exec(text ?? "") ?? [];
  if (!state || !billingKey || !reference) return undefined;
  return {
    state: state as SyncMark["state"],
    attempt: Number(attempt),
    billingKey,
    reference,
  };
}

export function writeSyncMark(mark: SyncMark): string {
  return [mark.state, mark.attempt, mark.billingKey, mark.reference].join("|");
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
