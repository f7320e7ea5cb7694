import type { DealBilling } from "../deal/dealBilling";
import { dealNote, isNoted } from "../deal/dealNote";
import type { Context } from "./context";

/** How long a run remembers its notes without asking HubSpot; HubSpot itself is asked after that. */
const MEMORY_SECONDS = 7 * 86_400;

/**
 * Puts what a deal owes on its timeline, once for each event: the note carries the event's id, and a note with that id
 * is not made again. Without an event, the same words are not said twice. Up to 3 calls, none while the run remembers it.
 */
export async function noteOnDeal(
  { hubspot, cache, now, digest }: Context,
  dealId: string,
  billing: DealBilling,
  eventId: string | undefined,
): Promise<void> {
  const note = dealNote(billing, eventId);
  const key = `note-${digest(`${dealId}|${note.sign}`)}`;
  if (await cache.get(key)) return;
  const links = await hubspot.associated("deals", "notes", [dealId]);
  const ids = (links.get(dealId) ?? []).map(({ id }) => id);
  const notes = await hubspot.read("notes", ids, ["hs_note_body"], {
    missing: "skip",
  });
  if (!isNoted(notes, note))
    await hubspot.createDealNote(dealId, note.html, now);
  await cache.set(key, true, MEMORY_SECONDS);
}
