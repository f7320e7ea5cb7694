import type { CalendarDate } from "../date/calendarDate";
import type { StoredInvoice } from "../invoice/readInvoice";
import {
  add,
  compare,
  subtract,
  toNumber,
  ZERO,
  type Decimal,
} from "../money/decimal";
import type { Allocation, Credit, NewAllocation } from "./credit";

/** The most that Xero lets be set against an invoice: the lesser of what remains of the credit and what is due. */
export function mostAllocable(
  { remaining }: Pick<Credit, "remaining">,
  { amountDue }: Pick<StoredInvoice, "amountDue">,
): Decimal {
  return compare(remaining, amountDue) < 0 ? remaining : amountDue;
}

/** An amount of a credit, to be set against an invoice on a day. */
export function allocationTo(
  { id, number }: Pick<StoredInvoice, "id" | "number">,
  amount: Decimal,
  date: CalendarDate,
): NewAllocation {
  return { invoiceId: id, invoiceNumber: number, amount, date };
}

/** The allocation as Xero takes it. */
export function writeAllocation({ invoiceId, amount, date }: NewAllocation) {
  return {
    Invoice: { InvoiceID: invoiceId },
    Amount: toNumber(amount),
    Date: date,
  };
}

/** The credit once a part of it was set against an invoice. */
export function withAllocation<C extends Credit>(
  credit: C,
  allocation: Allocation,
): C {
  const remaining = subtract(credit.remaining, allocation.amount);
  return {
    ...credit,
    status: remaining === ZERO ? "PAID" : credit.status,
    remaining,
    allocations: [...credit.allocations, allocation],
  };
}

/** The invoice once an amount of credit was set against it. */
export function withCredit(
  invoice: StoredInvoice,
  amount: Decimal,
): StoredInvoice {
  const amountDue = subtract(invoice.amountDue, amount);
  return {
    ...invoice,
    status: amountDue === ZERO ? "PAID" : invoice.status,
    amountDue,
    amountCredited: add(invoice.amountCredited, amount),
  };
}
