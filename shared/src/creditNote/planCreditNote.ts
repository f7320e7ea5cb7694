import { allocationTo, mostAllocable } from "../allocation/allocate";
import type { NewAllocation } from "../allocation/credit";
import type { CalendarDate } from "../date/calendarDate";
import { validation } from "../error/connectorError";
import { decimalField } from "../input/decimalField";
import { flag, requiredText, text, type Input } from "../input/input";
import type { StoredInvoice } from "../invoice/readInvoice";
import { moneyText, plainAmount } from "../money/currency";
import { compare, ZERO, type Decimal } from "../money/decimal";
import { plainQuotes, truncate } from "../text/text";
import type { XeroCreditNote } from "../xero/wire";
import { creditLines } from "./creditLines";
import type { CreditNote } from "./creditNote";
import { earlierNote } from "./earlierNote";

/** What a step wants credited. */
export interface CreditStep {
  /** An id or a number. */
  invoiceId: string;
  /** Tax included; left out, all that is still due. */
  amount?: Decimal;
  description?: string;
  reference?: string;
  /** Set against the invoice, rather than left open. */
  isAllocated: boolean;
}

/** @throws ConnectorError `validation` for fields that cannot be used */
export function readCreditStep(input: Input): CreditStep {
  return {
    invoiceId: requiredText(input, "invoiceId", "Invoice"),
    amount: decimalField(input, "amount", "Amount", 2),
    description: text(input, "description"),
    reference: text(input, "reference"),
    isAllocated:
      text(input, "allocate") === undefined || flag(input, "allocate"),
  };
}

/** The reference by which a credit note of the step is found again. */
export function creditReference(
  { reference }: CreditStep,
  invoice: StoredInvoice,
): string {
  return truncate(
    plainQuotes(reference ?? `Credit for ${nameOf(invoice)}`),
    255,
  );
}

export interface CreditPlan {
  /** Made by an earlier run. */
  existing?: CreditNote;
  /** What is to be credited, or was. */
  amount: Decimal;
}

/**
 * Whether there is anything left to be made.
 * @param found the contact's living credit notes of the step's reference
 * @throws ConnectorError `validation` when the invoice cannot be credited by the amount
 */
export function planCredit(
  step: CreditStep,
  invoice: StoredInvoice,
  found: readonly CreditNote[],
): CreditPlan {
  const amount = step.amount ?? invoice.amountDue;
  const existing = earlierNote(found, invoice, step);
  // Of a run that is repeated, the amount may be credited already.
  if (!existing) checkDue(invoice, amount);
  return { existing, amount };
}

/** The credit note that is to be made. */
export function creditDocument(
  step: CreditStep,
  invoice: StoredInvoice,
  amount: Decimal,
  today: CalendarDate,
): XeroCreditNote {
  return {
    Type: "ACCRECCREDIT",
    Status: "AUTHORISED",
    Contact: { ContactID: invoice.contactId },
    Date: today,
    CurrencyCode: invoice.currency,
    Reference: creditReference(step, invoice),
    ...creditLines(invoice, amount, step.description),
  };
}

/** What remains of a credit note, set against the invoice as far as that is due; undefined where nothing is. */
export function allocationOf(
  note: CreditNote,
  invoice: StoredInvoice,
  date: CalendarDate,
): NewAllocation | undefined {
  const amount = mostAllocable(note, invoice);
  return amount === ZERO ? undefined : allocationTo(invoice, amount, date);
}

const nameOf = ({ number, id }: StoredInvoice) => number ?? id;

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
    `${name} cannot be credited by ${plainAmount(amount, invoice.currency)}: ${moneyText(invoice.amountDue, invoice.currency)} of it is due. Use an amount above zero and up to that.`,
  );
}
