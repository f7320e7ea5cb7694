import {
  mergedTooOften,
  MOST_MERGES,
} from "@hubspot-xero/shared/flows/findOrCreateContact";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";

/** What an answer gave of a contact that was merged into another; the next answers are judged in its light. */
export interface Followed {
  /** The contact that it was merged into, which is read next. */
  next?: string | undefined;
  /** Merges that were followed. */
  merges?: number;
}

/** Where a contact was merged to; nothing of one that is left. */
export function mergedTo(
  { ContactID = "", MergedToContactID: next }: XeroContact,
  { merges = 0 }: Followed,
): Followed | undefined {
  if (!next) return undefined;
  if (merges === MOST_MERGES) throw mergedTooOften(ContactID);
  return { next, merges: merges + 1 };
}
