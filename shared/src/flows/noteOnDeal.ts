import type { DealBilling } from "../deal/dealBilling";
import { compare, format, ZERO } from "../money/decimal";
import { textOfHtml, toHtml } from "../text/html";
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
  const body = noteBody(billing, eventId);
  const sign = textOfHtml(eventId ? eventLine(eventId) : body);
  const key = `note-${digest(`${dealId}|${sign}`)}`;
  if (await cache.get(key)) return;
  const links = await hubspot.associated("deals", "notes", [dealId]);
  const ids = (links.get(dealId) ?? []).map(({ id }) => id);
  const notes = await hubspot.read("notes", ids, ["hs_note_body"], {
    missing: "skip",
  });
  // The blank behind it: the event of a reversal begins with that of its payment.
  const isThere = notes.some(({ properties }) =>
    `${textOfHtml(properties["hs_note_body"] ?? "")} `.includes(`${sign} `),
  );
  if (!isThere) await hubspot.createDealNote(dealId, body, now);
  await cache.set(key, true, MEMORY_SECONDS);
}

const eventLine = (eventId: string) =>
  `<p>${toHtml(`Xero event ${eventId}`)}</p>`;

function noteBody(billing: DealBilling, eventId: string | undefined): string {
  const { leading, state, total, amountPaid, amountCredited, amountDue } =
    billing;
  const currency = leading.currency ?? "";
  const isOpen = compare(amountDue, ZERO) > 0;
  const figures = [
    `${format(amountPaid)} of ${format(total)} ${currency} paid`,
    `${format(amountCredited)} credited`,
    `${format(amountDue)} due${isOpen && leading.dueDate ? ` by ${leading.dueDate}` : ""}`,
  ].join(", ");
  const name = `Xero invoice ${leading.number ?? leading.id}`;
  const said = `<p><a href="${toHtml(leading.url)}">${toHtml(name)}</a> is ${state}: ${toHtml(figures)}.</p>`;
  return eventId ? said + eventLine(eventId) : said;
}
