import { readCreditNote, type CreditNote } from "../creditNote/creditNote";
import {
  allocationOf,
  creditDocument,
  creditReference,
  planCredit,
  readCreditStep,
} from "../creditNote/planCreditNote";
import type { CalendarDate } from "../date/calendarDate";
import { requiredText, type Input } from "../input/input";
import type { StoredInvoice } from "../invoice/readInvoice";
import { format, subtract, ZERO, type Decimal } from "../money/decimal";
import { todayOf, type Context } from "./context";
import { creditNoteOutput } from "./listCreditNotes";
import { salesInvoice } from "./salesInvoice";
import { setAgainst } from "./setAgainst";
import { writeCreditNote } from "./writeCreditNote";

export interface CreatedCreditNote {
  outcome: "created" | "already_credited";
  creditNote: CreditNote;
  invoice: StoredInvoice;
  /** Xero's total less the amount that was to be credited. */
  difference: Decimal;
}

/**
 * An approved credit note for an invoice, or a part of it, set against the invoice unless the step says otherwise: two
 * calls. A credit note of the same contact, reference and total is taken up instead of a second one, unless it is set
 * against other invoices, so a run that broke between the calls is finished by the next.
 * @throws ConnectorError `notFound` when there is no such sales invoice; `validation` when it is not approved, less is
 * due than is to be credited, or the period is locked
 */
export async function createCreditNote(
  context: Context,
  input: Input,
): Promise<CreatedCreditNote> {
  const invoice = await salesInvoice(
    context,
    requiredText(input, "invoiceId", "Invoice"),
  );
  const step = readCreditStep(input);
  const found = await context.xero.findCreditNotes(
    creditReference(step, invoice),
    invoice.contactId ?? "",
  );
  const { existing, amount } = planCredit(
    step,
    invoice,
    found.map(readCreditNote),
  );
  const today = await todayOf(context);
  const note =
    existing ??
    (await writeCreditNote(
      context,
      creditDocument(step, invoice, amount, today),
      `the credit note for ${nameOf(invoice)}`,
    ));
  return {
    outcome: existing ? "already_credited" : "created",
    creditNote: step.isAllocated
      ? await allocate(context, note, invoice, today)
      : note,
    invoice,
    difference: existing ? ZERO : subtract(note.total, amount),
  };
}

const nameOf = ({ number, id }: StoredInvoice) => number ?? id;

/** What remains of the credit note, as far as the invoice is due. */
async function allocate(
  context: Context,
  creditNote: CreditNote,
  invoice: StoredInvoice,
  date: CalendarDate,
): Promise<CreditNote> {
  const allocation = allocationOf(creditNote, invoice, date);
  return allocation ? setAgainst(context, creditNote, allocation) : creditNote;
}

/** What the action hands out, with a sentence that tells the story of the run. */
export function createdCreditNoteOutput(result: CreatedCreditNote) {
  const { outcome, creditNote, invoice, difference } = result;
  const story =
    outcome === "created"
      ? `Credit note ${creditNote.number} over ${format(creditNote.total)} ${creditNote.currency} was created for ${nameOf(invoice)}.`
      : `Credit note ${creditNote.number} with this reference and total was there already, so none was made.`;
  const check =
    difference === ZERO
      ? ""
      : ` Check it: its total differs by ${format(difference)} from what was to be credited.`;
  return {
    outcome,
    message: `${story}${check}`,
    ...creditNoteOutput(creditNote, new Map([[invoice.id, invoice]])),
  };
}
