import { validation } from "../error/connectorError";
import type { StoredInvoice } from "../invoice/readInvoice";
import { compare, format, sum, ZERO } from "../money/decimal";
import { allocationTo, mostAllocable } from "./allocate";
import type { AllocationStep } from "./allocationStep";
import {
  creditName,
  NOT_APPROVED,
  typeName,
  type Allocation,
  type Credit,
  type NewAllocation,
} from "./credit";

/** What is to be written, what an earlier run has written, or that there is nothing to write. */
export type AllocationPlan =
  | { outcome: "allocated"; allocation: NewAllocation }
  | { outcome: "already_allocated"; allocation: Allocation }
  | { outcome: "nothing_left"; allocation?: undefined };

/**
 * Decides what of a credit goes to an invoice, before anything is written.
 * @throws ConnectorError `validation`, naming both, where Xero would not set one against the other, or not so much of it
 */
export function planAllocation(
  step: AllocationStep,
  credit: Credit,
  invoice: StoredInvoice,
): AllocationPlan {
  const earlier = earlierAllocation(step, credit, invoice);
  if (earlier) return { outcome: "already_allocated", allocation: earlier };
  checkPair(credit, invoice);
  checkApproved(
    creditName(credit),
    credit.status,
    "nothing of it can be set against an invoice",
  );
  checkApproved(
    invoiceName(invoice),
    invoice.status,
    "nothing can be set against it",
  );
  const most = mostAllocable(credit, invoice);
  const amount = step.amount ?? most;
  if (step.amount === undefined && most === ZERO)
    return { outcome: "nothing_left" };
  if (most === ZERO)
    throw validation(
      `${nothingLeft(credit, invoice)} Choose another ${credit.remaining === ZERO ? typeName(credit.type) : "invoice"}.`,
    );
  if (compare(amount, most) > 0)
    throw validation(
      `${format(amount)} ${invoice.currency} cannot be set against ${invoiceName(invoice)}: ${format(credit.remaining)} of ${creditName(credit)} is left, and ${format(invoice.amountDue)} of the invoice is due. Use an amount up to ${format(most)}, or leave it empty.`,
    );
  return {
    outcome: "allocated",
    allocation: allocationTo(invoice, amount, step.date),
  };
}

/**
 * What an earlier run set against the invoice: an allocation of the step's amount, or, where it names none, all of the
 * credit that stands against the invoice. Xero's allocations carry nothing of ours by which to know them. The date does
 * not count, since a repeated run may have another.
 */
function earlierAllocation(
  { amount }: AllocationStep,
  { allocations }: Credit,
  invoice: StoredInvoice,
): Allocation | undefined {
  const own = allocations.filter(({ invoiceId }) => invoiceId === invoice.id);
  if (amount !== undefined)
    return own.find((each) => compare(each.amount, amount) === 0);
  const last = own.at(-1);
  return last && { ...last, amount: sum(own.map((each) => each.amount)) };
}

/** Xero sets credit only against invoices of the same customer, in the same currency. */
function checkPair(credit: Credit, invoice: StoredInvoice): void {
  if (credit.contactId !== invoice.contactId)
    throw validation(
      `${sentence(creditName(credit))} belongs to ${credit.customerName ?? "another customer"}, but ${invoiceName(invoice)} to ${invoice.contactName ?? "another customer"}. Choose a credit and an invoice of the same customer.`,
    );
  if (credit.currency !== invoice.currency)
    throw validation(
      `${sentence(creditName(credit))} is in ${credit.currency}, but ${invoiceName(invoice)} in ${invoice.currency}. Choose a credit and an invoice of the same currency.`,
    );
}

/** @param otherwise what cannot be done as long as it is in another state */
function checkApproved(name: string, status: string, otherwise: string): void {
  if (status === "AUTHORISED" || status === "PAID") return;
  const waits = NOT_APPROVED[status];
  throw validation(
    waits
      ? `${sentence(name)} ${waits}, so ${otherwise}. Approve it in Xero, then run this step again.`
      : `${sentence(name)} is ${status.toLowerCase()}, so ${otherwise}. Choose another.`,
  );
}

/** Which side has nothing left, for people. */
export function nothingLeft(credit: Credit, invoice: StoredInvoice): string {
  return credit.remaining === ZERO
    ? `Nothing of ${creditName(credit)} is left to set against ${invoiceName(invoice)}.`
    : `Nothing of ${invoiceName(invoice)} is due, so all that was left of ${creditName(credit)} stays with it.`;
}

export function invoiceName({ number, id }: StoredInvoice): string {
  return `invoice ${number ?? id}`;
}

/** With a capital, to begin a sentence. */
export function sentence(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
