import {
  isApprovedNote,
  readCreditNote,
} from "@hubspot-xero/shared/creditNote/creditNote";
import { creditNoteOutput } from "@hubspot-xero/shared/flows/listCreditNotes";
import type { XeroCreditNote } from "@hubspot-xero/shared/xero/wire";

/** Approved sales credit notes, with what they were set against by now. */
export function creditNoteEvents(wires: readonly XeroCreditNote[] | undefined) {
  return (wires ?? [])
    .filter((wire) => isApprovedNote(wire) && wire.UpdatedDateUTC)
    .map((wire) => creditNoteOutput(readCreditNote(wire), new Map()));
}
