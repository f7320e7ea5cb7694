import type { CalendarDate, Instant } from "../date/calendarDate";
import { readXeroDate, readXeroInstant } from "../date/xeroDate";
import type { Decimal } from "../money/decimal";
import type { XeroCreditNote } from "../xero/wire";
import { readAmount } from "../xero/readAmount";

/** A sales credit note, with what it was set against. Amounts are in its currency. */
export interface CreditNote {
  id: string;
  number?: string;
  status: string;
  total: Decimal;
  /** Not yet set against any invoice, nor paid back. */
  remaining: Decimal;
  currency?: string;
  date?: CalendarDate;
  reference?: string;
  contactId?: string;
  customerName?: string;
  allocations: Allocation[];
  lines: { description?: string; lineAmount: Decimal; taxAmount: Decimal }[];
  updatedAt?: Instant;
}

export interface Allocation {
  invoiceId: string;
  invoiceNumber?: string;
  amount: Decimal;
  date?: CalendarDate;
}

/** True for a credit note to a customer that counts: neither waiting for approval nor voided. */
export function isApprovedNote({ Type, Status }: XeroCreditNote): boolean {
  return (
    Type === "ACCRECCREDIT" && (Status === "AUTHORISED" || Status === "PAID")
  );
}

export function readCreditNote(wire: XeroCreditNote): CreditNote {
  return {
    id: wire.CreditNoteID ?? "",
    number: wire.CreditNoteNumber,
    status: wire.Status ?? "",
    total: readAmount(wire.Total),
    remaining: readAmount(wire.RemainingCredit),
    currency: wire.CurrencyCode,
    date: wire.Date && readXeroDate(wire.Date),
    reference: wire.Reference || undefined,
    contactId: wire.Contact?.ContactID,
    customerName: wire.Contact?.Name,
    allocations: (wire.Allocations ?? []).flatMap(({ Invoice, ...entry }) =>
      Invoice?.InvoiceID
        ? {
            invoiceId: Invoice.InvoiceID,
            invoiceNumber: Invoice.InvoiceNumber,
            amount: readAmount(entry.Amount),
            date: entry.Date && readXeroDate(entry.Date),
          }
        : [],
    ),
    lines: (wire.LineItems ?? []).map((line) => ({
      description: line.Description,
      lineAmount: readAmount(line.LineAmount),
      taxAmount: readAmount(line.TaxAmount),
    })),
    updatedAt: wire.UpdatedDateUTC && readXeroInstant(wire.UpdatedDateUTC),
  };
}
