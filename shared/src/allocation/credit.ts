import type { CalendarDate, Instant } from "../date/calendarDate";
import { readXeroDate, readXeroInstant } from "../date/xeroDate";
import { ConnectorError } from "../error/connectorError";
import { format, type Decimal } from "../money/decimal";
import { readAmount } from "../xero/readAmount";
import type { XeroCredit } from "../xero/wire";

export const CREDIT_TYPES = [
  "credit_note",
  "overpayment",
  "prepayment",
] as const;

export type CreditType = (typeof CREDIT_TYPES)[number];

/** Money that a customer has with us, with what it was set against. Amounts are in its currency. */
export interface Credit {
  type: CreditType;
  id: string;
  /** Of credit notes only. */
  number?: string;
  status: string;
  total: Decimal;
  /** Not yet set against any invoice, nor paid back. */
  remaining: Decimal;
  currency?: string;
  date?: CalendarDate;
  contactId?: string;
  customerName?: string;
  allocations: Allocation[];
  updatedAt?: Instant;
}

/** A part of a credit that was set against an invoice. */
export interface Allocation {
  invoiceId: string;
  invoiceNumber?: string;
  amount: Decimal;
  date?: CalendarDate;
}

/** One that is to be made. */
export type NewAllocation = Allocation & { date: CalendarDate };

/** How Xero marks what is a customer's; the rest is a supplier's. */
const SALES_TYPES: Record<CreditType, string> = {
  credit_note: "ACCRECCREDIT",
  overpayment: "RECEIVE-OVERPAYMENT",
  prepayment: "RECEIVE-PREPAYMENT",
};

/** In these states it cannot be set against anything yet. */
export const NOT_APPROVED: Readonly<Record<string, string>> = {
  DRAFT: "is a draft",
  SUBMITTED: "waits for approval",
};

/** Xero's own type of what a customer has with us. */
export function salesType(type: CreditType): string {
  return SALES_TYPES[type];
}

export function isSalesCredit(
  type: CreditType,
  { Type }: { Type?: string },
): boolean {
  return Type === SALES_TYPES[type];
}

export function readCredit(type: CreditType, wire: XeroCredit): Credit {
  return {
    type,
    id: wire.CreditNoteID ?? wire.OverpaymentID ?? wire.PrepaymentID ?? "",
    number: wire.CreditNoteNumber,
    status: wire.Status ?? "",
    total: readAmount(wire.Total),
    remaining: readAmount(wire.RemainingCredit),
    currency: wire.CurrencyCode,
    date: wire.Date && readXeroDate(wire.Date),
    contactId: wire.Contact?.ContactID,
    customerName: wire.Contact?.Name,
    allocations: readAllocations(wire),
    updatedAt: wire.UpdatedDateUTC && readXeroInstant(wire.UpdatedDateUTC),
  };
}

/** What a credit was set against; what was taken back in Xero is not listed there any more. */
export function readAllocations({
  Allocations = [],
}: Pick<XeroCredit, "Allocations">): Allocation[] {
  return Allocations.flatMap(({ Invoice, ...entry }) =>
    Invoice?.InvoiceID
      ? {
          invoiceId: Invoice.InvoiceID,
          invoiceNumber: Invoice.InvoiceNumber,
          amount: readAmount(entry.Amount),
          date: entry.Date && readXeroDate(entry.Date),
        }
      : [],
  );
}

/**
 * The credit of an id, or of the number of a credit note, in Xero's answer.
 * @param found undefined where Xero knows none
 * @throws ConnectorError `notFound` where there is none, or it is a supplier's; `server` where the answer is about others
 */
export function readSalesCredit(
  type: CreditType,
  found: readonly XeroCredit[] | undefined,
  idOrNumber: string,
): Credit {
  const named = (found ?? []).filter((wire) => isNamed(wire, idOrNumber));
  const wire = named.find((each) => isSalesCredit(type, each));
  if (wire) return readCredit(type, wire);
  if (found && named.length === 0)
    throw new ConnectorError(
      "server",
      `Xero's answer about ${typeName(type)} ${idOrNumber} does not name it. Run this step again: nothing is done twice.`,
      { vendor: "xero" },
    );
  throw new ConnectorError(
    "notFound",
    `Xero has no ${typeName(type)} ${idOrNumber} of a customer. Check the ID, the credit type and the organisation; those of suppliers cannot be used here.`,
    { vendor: "xero" },
  );
}

function isNamed(wire: XeroCredit, idOrNumber: string): boolean {
  const { CreditNoteID, OverpaymentID, PrepaymentID, CreditNoteNumber } = wire;
  const sought = idOrNumber.trim().toLowerCase();
  return [CreditNoteID, OverpaymentID, PrepaymentID, CreditNoteNumber].some(
    (name) => name?.toLowerCase() === sought,
  );
}

/** `credit_note` as people read it. */
export function typeName(type: CreditType): string {
  return type.replace("_", " ");
}

/** The credit as people know it in Xero, where only credit notes have numbers: for messages. */
export function creditName(credit: Credit): string {
  const { type, number, date, total, currency } = credit;
  if (number) return `${typeName(type)} ${number}`;
  const day = date ? ` of ${date}` : "";
  return `the ${typeName(type)}${day} over ${format(total)}${currency ? ` ${currency}` : ""}`;
}
