import { creditLines } from "../creditNote/creditLines";
import { readCreditNote, type CreditNote } from "../creditNote/creditNote";
import { earlierNote } from "../creditNote/earlierNote";
import type { CalendarDate } from "../date/calendarDate";
import { validation } from "../error/connectorError";
import { flag, requiredText, text, type Input } from "../input/input";
import type { StoredInvoice } from "../invoice/readInvoice";
import {
  compare,
  format,
  parseDecimal,
  subtract,
  toNumber,
  ZERO,
  type Decimal,
} from "../money/decimal";
import { plainQuotes, truncate } from "../text/text";
import { todayOf, type Context } from "./context";
import { creditNoteOutput } from "./listCreditNotes";
import { salesInvoice } from "./salesInvoice";
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
 * calls. A credit note of the same contact, reference and total is taken up instead of a second one, so a run that
 * broke between the calls is finished by the next.
 * @throws ConnectorError `notFound` when there is no such sales invoice; `validation` when it is not approved, less is
 * due than is to be credited, or the period is locked
 */
export async function createCreditNote(
  context: Context,
  input: Input,
): Promise<CreatedCreditNote> {
  const invoiceId = requiredText(input, "invoiceId", "Invoice");
  const invoice = await salesInvoice(context, invoiceId);
  const given = creditAmount(input);
  const reference = truncate(
    plainQuotes(text(input, "reference") ?? `Credit for ${nameOf(invoice)}`),
    255,
  );
  const found = await context.xero.findCreditNotes(
    reference,
    invoice.contactId ?? "",
  );
  const existing = earlierNote(found.map(readCreditNote), invoice, given);
  const amount = given ?? invoice.amountDue;
  // Of a run that is repeated, the amount may be credited already.
  if (!existing) checkDue(invoice, amount);
  const today = await todayOf(context);
  const note =
    existing ??
    (await writeCreditNote(
      context,
      {
        Type: "ACCRECCREDIT",
        Status: "AUTHORISED",
        Contact: { ContactID: invoice.contactId },
        Date: today,
        CurrencyCode: invoice.currency,
        Reference: reference,
        ...creditLines(invoice, amount, text(input, "description")),
      },
      `the credit note for ${nameOf(invoice)}`,
    ));
  const isAllocated =
    text(input, "allocate") === undefined || flag(input, "allocate");
  return {
    outcome: existing ? "already_credited" : "created",
    creditNote: isAllocated
      ? await allocate(context, note, invoice, today)
      : note,
    invoice,
    difference: existing ? ZERO : subtract(note.total, amount),
  };
}

const nameOf = ({ number, id }: StoredInvoice) => number ?? id;

/** The amount that the step names, tax included. */
function creditAmount(input: Input): Decimal | undefined {
  const given = text(input, "amount");
  try {
    return given === undefined ? undefined : parseDecimal(given, 2);
  } catch (cause) {
    throw validation(`Amount is not usable: ${(cause as Error).message}`);
  }
}

function checkDue(invoice: StoredInvoice, amount: Decimal): void {
  const name = `Invoice ${nameOf(invoice)}`;
  if (invoice.status !== "AUTHORISED") {
    throw validation(
      `${name} is ${invoice.status.toLowerCase()}, so nothing of it can be credited. Only approved invoices with an amount due can; give back money that was paid in Xero.`,
    );
  }
  if (compare(amount, ZERO) > 0 && compare(amount, invoice.amountDue) <= 0)
    return;
  throw validation(
    `${name} cannot be credited by ${format(amount)}: ${format(invoice.amountDue)} ${invoice.currency} of it is due. Use an amount above zero and up to that.`,
  );
}

/** Sets what remains of the credit note against the invoice, as far as that is due. */
async function allocate(
  { xero }: Context,
  creditNote: CreditNote,
  invoice: StoredInvoice,
  date: CalendarDate,
): Promise<CreditNote> {
  const amount =
    compare(creditNote.remaining, invoice.amountDue) < 0
      ? creditNote.remaining
      : invoice.amountDue;
  if (amount === ZERO) return creditNote;
  await xero.allocateCreditNote(
    creditNote.id,
    {
      Invoice: { InvoiceID: invoice.id },
      Amount: toNumber(amount),
      Date: date,
    },
    `credit note ${creditNote.number} on ${nameOf(invoice)}`,
  );
  const allocation = {
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    amount,
    date,
  };
  return {
    ...creditNote,
    remaining: subtract(creditNote.remaining, amount),
    allocations: [...creditNote.allocations, allocation],
  };
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
