import type { Instant } from "../date/calendarDate";

/** HubSpot's own kind of link from a note to a deal. */
const NOTE_TO_DEAL = 214;

/** The request body that puts a note on a deal's timeline. */
export function writeNote(dealId: string, html: string, at: Instant) {
  const types = [
    { associationCategory: "HUBSPOT_DEFINED", associationTypeId: NOTE_TO_DEAL },
  ];
  return {
    properties: { hs_timestamp: at, hs_note_body: html },
    associations: [{ to: { id: dealId }, types }],
  };
}
