import type { DealBilling } from "@hubspot-xero/shared/deal/dealBilling";
import {
  dealNote as noteOf,
  isNoted as isAmong,
  type DealNote,
} from "@hubspot-xero/shared/deal/dealNote";
import { writeNote } from "@hubspot-xero/shared/hubspot/note";
import { text } from "@hubspot-xero/shared/input/input";

/** What one request reads at once. */
const BATCH = 100;

/** What a deal's timeline is to say, and how that is known again; nothing where the deal got no invoice. */
export function dealNote(
  { billing }: { billing?: DealBilling },
  eventId?: unknown,
): DealNote | undefined {
  return billing && noteOf(billing, text({ eventId }, "eventId"));
}

/** The notes of a deal in batches, as HubSpot reads them: the newest first, because events repeat soon. */
export function noteBatches(
  links: readonly { toObjectId: string | number }[] = [],
): { id: string }[][] {
  const ids = [...new Set(links.map(({ toObjectId }) => String(toObjectId)))]
    .sort((a, b) => b.length - a.length || (a < b ? 1 : -1))
    .map((id) => ({ id }));
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) =>
    ids.slice(n * BATCH, (n + 1) * BATCH),
  );
}

/** Whether the note is among those that were read. */
export function isNoted(
  notes: Parameters<typeof isAmong>[0] | undefined,
  note: DealNote,
): boolean {
  return isAmong(notes ?? [], note);
}

/** The request body that leaves the note. */
export function noteBody(
  dealId: string,
  { html }: DealNote,
  now: Date | string,
) {
  return writeNote(dealId, html, new Date(now).toISOString());
}
