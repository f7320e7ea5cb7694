import type { DealBilling } from "../deal/dealBilling";
import { format } from "../money/decimal";
import { textOfHtml, toHtml } from "../text/html";
import type { Context } from "./context";

/** How long a run remembers its notes without asking HubSpot; HubSpot itself is asked after that. */
const MEMORY_SECONDS = 7 * 86_400;

/**
 * Puts what a deal owes on its timeline, once for each event: the note carries the event's id, and a note with that id
 * is not made again. Without an event, the same words are not said twice. Up to 3 calls, one once it is known.
 */
export async function noteOnDeal(
  { hubspot, cache, now, digest }: Context,
  dealId: string,
  billing: DealBilling,
  eventId: string | undefined,
): Promise<void> {
  const body = noteBody(billing, eventId);
  const sign = eventId ? eventLine(eventId) : textOfHtml(body);
  const key = `note-${digest(`${dealId}|${sign}`)}`;
  if (await cache.get(key)) return;
  const links = await hubspot.associated("deals", "notes", [dealId]);
  const ids = (links.get(dealId) ?? []).map(({ id }) => id);
  const notes = await hubspot.read("notes", ids, ["hs_note_body"], {
    missing: "skip",
  });
  const isThere = notes.some(({ properties }) =>
    textOfHtml(properties["hs_note_body"] ?? "").includes(sign),
  );
  if (!isThere) await hubspot.createDealNote(dealId, body, now);
  await cache.set(key, true, MEMORY_SECONDS);
}

const eventLine = (eventId: string) => `Xero event ${eventId}`;

function noteBody(billing: DealBilling, eventId: string | undefined): string {
  const { leading, state, total, amountPaid, amountCredited } = billing;
  const currency = leading.currency ?? "";
  const figures = [
    `${format(amountPaid)} of ${format(total)} ${currency} paid`,
    `${format(amountCredited)} credited`,
    `${format(billing.amountDue)} due${leading.dueDate ? ` by ${leading.dueDate}` : ""}`,
  ].join(", ");
  const name = `Xero invoice ${leading.number ?? leading.id}`;
  const said = `<p><a href="${toHtml(leading.url)}">${toHtml(name)}</a> is ${state}: ${toHtml(figures)}.</p>`;
  return eventId ? `${said}<p>${toHtml(eventLine(eventId))}</p>` : said;
}
