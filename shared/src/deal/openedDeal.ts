import {
  billingKey,
  invoiceReference,
  isStageEntryKey,
  type OncePer,
} from "./billingKey";
import type { Deal } from "./deal";
import { nextAttempt, type SyncMark } from "./syncMark";

/** A deal, and what earlier runs left on it. */
export interface OpenedDeal {
  deal: Deal;
  /** What is billed once. */
  key: string;
  /** The reference that its invoice has or will have. */
  reference: string;
  /** Its invoice is on the deal. */
  invoiced: boolean;
  /** An invoice of this key may stand in Xero without being on the deal. */
  mayExist: boolean;
  /** The mark of an earlier attempt at the same key. */
  mark?: SyncMark;
  /** The mark that the next attempt leaves before it writes to Xero. */
  begun: SyncMark;
}

/**
 * What earlier runs left on a deal. Of a deal that is invoiced for each stage entry, an invoice counts as another
 * entry's only if its mark says so.
 */
export function openedDeal(
  deal: Deal,
  options: { oncePer: OncePer; stageEntryId?: string; reference?: string },
): OpenedDeal {
  const key = billingKey(deal, options.oncePer, options.stageEntryId);
  const { invoiceId, mark: found } = deal.billing;
  const mark = found?.billingKey === key ? found : undefined;
  const isOfAnotherEntry =
    options.oncePer === "stage_entry" &&
    found !== undefined &&
    (mark ? mark.state !== "done" : isStageEntryKey(found.billingKey));
  const reference = mark?.reference ?? invoiceReference(options.reference, key);
  return {
    deal,
    key,
    mark,
    reference,
    invoiced: invoiceId !== undefined && !isOfAnotherEntry,
    mayExist: mark !== undefined || (found !== undefined && isOfAnotherEntry),
    begun: {
      state: "begun",
      attempt: nextAttempt(mark),
      ...(mark?.state === "begun" && mark.batch && { batch: mark.batch }),
      billingKey: key,
      reference,
    },
  };
}
