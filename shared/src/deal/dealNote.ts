import { moneyText, plainAmount } from "../money/currency";
import { compare, ZERO } from "../money/decimal";
import { textOfHtml, toHtml } from "../text/html";
import { truncate } from "../text/text";
import type { DealBilling } from "./dealBilling";

/** Far longer than an event ID of the connector: whatever is mapped, the note fits into HubSpot's 65,536 characters. */
const LONGEST_EVENT_ID = 255;

/** What a deal's timeline says about its billing. */
export interface DealNote {
  html: string;
  /** The text by which the note is known again. */
  sign: string;
}

/** The note of an event carries its id and is known by it; a note without one is known by its words. */
export function dealNote(
  billing: DealBilling,
  eventId: string | undefined,
): DealNote {
  const { leading, state, total, amountPaid, amountCredited, amountDue } =
    billing;
  const currency = leading.currency ?? "";
  const isOpen = compare(amountDue, ZERO) > 0;
  const figures = [
    `${plainAmount(amountPaid, currency)} of ${moneyText(total, currency)} paid`,
    `${plainAmount(amountCredited, currency)} credited`,
    `${plainAmount(amountDue, currency)} due${isOpen && leading.dueDate ? ` by ${leading.dueDate}` : ""}`,
  ].join(", ");
  const name = `Xero invoice ${leading.number ?? leading.id}`;
  const said = `<p><a href="${toHtml(leading.url)}">${toHtml(name)}</a> is ${state}: ${toHtml(figures)}.</p>`;
  const event =
    eventId &&
    `<p>${toHtml(`Xero event ${truncate(eventId, LONGEST_EVENT_ID)}`)}</p>`;
  return event
    ? { html: said + event, sign: textOfHtml(event) }
    : { html: said, sign: textOfHtml(said) };
}

/** Whether one of the notes on a deal is this one. */
export function isNoted(
  notes: readonly { properties: { hs_note_body?: string | null } }[],
  { sign }: Pick<DealNote, "sign">,
): boolean {
  // The blank behind it: the event of a reversal begins with that of its payment.
  return notes.some(({ properties }) =>
    `${textOfHtml(properties.hs_note_body ?? "")} `.includes(`${sign} `),
  );
}
