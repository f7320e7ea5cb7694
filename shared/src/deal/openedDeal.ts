import {
  billingKey,
  invoiceReference,
  isStageEntryKey,
  partOf,
  type DealPart,
  type OncePer,
} from "./billingKey";
import { ConnectorError } from "../error/connectorError";
import type { Deal } from "./deal";
import { nextAttempt, type SyncMark } from "./syncMark";

/** A deal, and what earlier runs left on it. */
export interface OpenedDeal {
  deal: Deal;
  /** What is billed once. */
  key: string;
  /** What of the deal is billed; absent for the whole. */
  part?: DealPart;
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
  options: {
    oncePer: OncePer;
    stageEntryId?: string;
    part?: DealPart;
    reference?: string;
    /** The batch in which a new attempt is made, where it is known before the deal is marked. */
    batch?: string;
  },
): OpenedDeal {
  const { oncePer, stageEntryId, part } = options;
  const key = billingKey(deal, oncePer, stageEntryId, part);
  const { invoiceId, mark: found } = deal.billing;
  const mark = found?.billingKey === key ? found : undefined;
  const isOfAnother = isAnothers(deal, mark, options);
  if (!isOfAnother && !mark) checkNothingElse(deal, part);
  const reference = mark?.reference ?? invoiceReference(options.reference, key);
  const batch = mark?.state === "begun" ? mark.batch : options.batch;
  return {
    deal,
    key,
    ...(part && { part }),
    mark,
    reference,
    invoiced: invoiceId !== undefined && !isOfAnother,
    mayExist: mark !== undefined || mayBeOlder(found, isOfAnother, part),
    begun: {
      state: "begun",
      attempt: nextAttempt(mark),
      ...(batch && { batch }),
      billingKey: key,
      reference,
    },
  };
}

/**
 * Whether the invoice on the deal is not the one that is to be made: that of another stage entry, by its mark, or the
 * deposit, of which the balance takes something off.
 */
function isAnothers(
  { billing }: Deal,
  mark: SyncMark | undefined,
  { oncePer, part }: { oncePer: OncePer; part?: DealPart },
): boolean {
  const { mark: found } = billing;
  if (part === "balance")
    return mark
      ? mark.state !== "done"
      : partOf(found?.billingKey) === "deposit";
  if (oncePer !== "stage_entry" || !found) return false;
  return mark ? mark.state !== "done" : isStageEntryKey(found.billingKey);
}

/** What the deal's one mark has forgotten since: an earlier stage entry's invoice, or the deposit behind a balance. */
function mayBeOlder(
  found: SyncMark | undefined,
  isOfAnother: boolean,
  part?: DealPart,
): boolean {
  if (!part) return found !== undefined && isOfAnother;
  return part === "deposit" && partOf(found?.billingKey) === "balance";
}

/** A part and the whole of a deal exclude each other: what an earlier step has begun must be known before the other is. */
function checkNothingElse({ name, billing }: Deal, part?: DealPart): void {
  const { invoiceId, mark } = billing;
  if (invoiceId || !mark) return;
  const begun = partOf(mark.billingKey);
  // A balance that Xero refused has its deposit there all the same.
  if (mark.state === "refused" && begun !== "balance") return;
  if (begun === part || (begun && part)) return;
  if (!begun && isStageEntryKey(mark.billingKey) && !part) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${name}" was to be billed ${begun ? `its ${begun}` : "otherwise"} before (${mark.reference}), and that invoice may stand in Xero without being on the deal. Run that step again, or make sure that Xero has no such invoice and clear "Xero sync mark" on the deal.`,
  );
}
