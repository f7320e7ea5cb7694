import type { Instant } from "../date/calendarDate";
import {
  isApprovedNote,
  readCreditNote,
  type CreditNote,
} from "../creditNote/creditNote";
import { dealIdOf } from "../deal/billingKey";
import type { StoredInvoice } from "../invoice/readInvoice";
import { toNumber } from "../money/decimal";
import type { Cache } from "../transport/cache";
import type { XeroClient } from "../xero/client";
import type { XeroCreditNote } from "../xero/wire";
import { pollChanges } from "./changedSince";
import { describeOnce } from "./describeOnce";
import { readInvoices } from "./invoiceSnapshots";

/** Xero's largest page: a backlog then comes in one poll, and an idle poll is as small. */
const PAGE_SIZE = 1000;

type PollContext = { xero: XeroClient; cache: Cache; now: Instant };

/**
 * Sales credit notes that were approved since the last poll, newest first, with the invoices and deals they were set
 * against by then. One request when nothing happened, one more when one was set against invoices.
 */
export function listCreditNotes(
  context: PollContext,
  { populate = false } = {},
) {
  const { xero } = context;
  return pollChanges(context, {
    name: `credit-notes-${xero.tenantId}`,
    pageSize: PAGE_SIZE,
    populate,
    list: (since, page) =>
      xero.changedCreditNotes({ since, page, pageSize: PAGE_SIZE }),
    describe: async (wires) =>
      populate ? noteOnly(wires) : describe(context, wires),
  });
}

/** The newest credit notes of all time, for an editor's sample. */
export async function sampleCreditNotes(context: PollContext, limit: number) {
  const newest = await context.xero.newestCreditNotes(limit);
  return describe(context, newest.reverse());
}

/** The approved ones by their ids, the later reading of each. */
function approved(wires: readonly XeroCreditNote[]): Map<string, CreditNote> {
  return new Map(
    wires.filter(isApprovedNote).map((wire) => {
      const note = readCreditNote(wire);
      return [note.id, note];
    }),
  );
}

/** Only the ids matter of what was there before. */
function noteOnly(wires: readonly XeroCreditNote[]) {
  return [...approved(wires).values()]
    .map((note) => creditNoteOutput(note, new Map()))
    .reverse();
}

function describe(context: PollContext, wires: readonly XeroCreditNote[]) {
  const name = `credit-notes-${context.xero.tenantId}`;
  return describeOnce(context.cache, name, approved(wires), async (fresh) => {
    const notes = [...fresh.values()];
    const ids = notes.flatMap(({ allocations }) =>
      allocations.map(({ invoiceId }) => invoiceId),
    );
    const invoices = await readInvoices(context, ids);
    return notes.map((note) => creditNoteOutput(note, invoices));
  });
}

/** A credit note as triggers and actions hand it out: amounts are numbers in its currency, dates `YYYY-MM-DD`. */
export function creditNoteOutput(
  note: CreditNote,
  invoices: ReadonlyMap<string, StoredInvoice>,
) {
  return {
    id: note.id,
    creditNoteId: note.id,
    creditNoteNumber: note.number,
    status: note.status,
    total: toNumber(note.total),
    remaining: toNumber(note.remaining),
    currency: note.currency,
    date: note.date,
    reference: note.reference,
    customerName: note.customerName,
    contactId: note.contactId,
    allocations: note.allocations.map((allocation) => ({
      invoiceId: allocation.invoiceId,
      invoiceNumber: allocation.invoiceNumber,
      amount: toNumber(allocation.amount),
      date: allocation.date,
      dealId: dealIdOf(invoices.get(allocation.invoiceId)?.reference),
    })),
    lineItems: note.lines.map((line) => ({
      description: line.description,
      lineAmount: toNumber(line.lineAmount),
      taxAmount: toNumber(line.taxAmount),
    })),
    updatedAt: note.updatedAt,
  };
}
