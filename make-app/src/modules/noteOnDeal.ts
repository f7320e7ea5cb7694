import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import type { RequestDirective } from "../make/communication";

/** HubSpot's notes have no scope of their own. */
export const NOTE_SCOPES = ["crm.objects.contacts.write"];

/** How many pages of links to notes are read of a deal. */
const LINK_PAGES = 2;
/** How many hundreds of notes are read, the newest first; an older one is taken for none. */
const NOTE_BATCHES = 3;

const isWanted = "parameters.addNote && !!temp.dealId && !!temp.note";
const output = "{{temp.written.output}}";

const readLinks = (page: number): RequestDirective => ({
  temp: { record: "notes of deals" },
  condition: `{{${isWanted}${page > 1 ? " && !!temp.moreLinks" : ""}}}`,
  url: `/crm/associations/${VERSION}/deals/notes/batch/read`,
  method: "POST",
  body: {
    inputs: [
      {
        id: "{{temp.dealId}}",
        ...(page > 1 && { after: "{{temp.moreLinks}}" }),
      },
    ],
  },
  response: {
    temp: {
      links:
        "{{merge(ifempty(temp.links, emptyarray), ifempty(body.results[1].to, emptyarray))}}",
      moreLinks: "{{ifempty(body.results[1].paging.next.after, '')}}",
    },
    output,
  },
});

const readNotes = (batch: number): RequestDirective => ({
  temp: { record: "notes", noteBatches: "{{noteBatches(temp.links)}}" },
  condition: `{{${isWanted} && !temp.isNoted && length(temp.noteBatches[${batch}]) > 0}}`,
  url: `/crm/objects/${VERSION}/notes/batch/read`,
  method: "POST",
  body: {
    inputs: `{{temp.noteBatches[${batch}]}}`,
    properties: ["hs_note_body"],
  },
  response: {
    temp: { isNoted: "{{isNoted(body.results, temp.note)}}" },
    output,
  },
});

const leaveNote: RequestDirective = {
  temp: { record: "the note on deal {{temp.dealId}}" },
  condition: `{{${isWanted} && !temp.isNoted}}`,
  url: `/crm/objects/${VERSION}/notes`,
  method: "POST",
  body: "{{noteBody(temp.dealId, temp.note, now)}}",
  response: { output },
};

/**
 * Leaves `temp.note` on the deal `temp.dealId` where the user wants it and no note on the deal says the same already.
 * Each request hands out what the deal's update did.
 */
export function noteOnDeal(): RequestDirective[] {
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...numbers(LINK_PAGES).map(readLinks),
    ...numbers(NOTE_BATCHES).map(readNotes),
    leaveNote,
  ];
}
