import { brokenByLockDate, heldByLockDate } from "./lockDates";
import type { Invoice, InvoiceStatus, LineItem, Organisation } from "./types";
import { calendarDateOf } from "./wireDates";

/** The statuses that may follow each one, of invoices as of credit notes. */
export const NEXT: Record<InvoiceStatus, readonly InvoiceStatus[]> = {
  DRAFT: ["DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"],
  SUBMITTED: ["SUBMITTED", "DRAFT", "AUTHORISED", "DELETED"],
  AUTHORISED: ["AUTHORISED", "VOIDED"],
  PAID: ["PAID", "AUTHORISED", "VOIDED"],
  VOIDED: [],
  DELETED: [],
};

export const FIRST: readonly InvoiceStatus[] = [
  "DRAFT",
  "SUBMITTED",
  "AUTHORISED",
];

export const SETTLED =
  "This document cannot be edited as it has a payment or credit note allocated to it.";

export function brokenStatusRules(
  before: Invoice | undefined,
  next: InvoiceStatus,
): string[] {
  if (!before)
    return FIRST.includes(next)
      ? []
      : ["Invoice not of valid status for creation"];
  if (!NEXT[before.Status].includes(next))
    return ["Invoice not of valid status for modification"];
  if (next === "VOIDED" && isSettled(before))
    return [
      "The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.",
    ];
  return [];
}

/** Paid or credited, wholly or in part. */
export function isSettled(invoice: Invoice): boolean {
  return invoice.AmountPaid !== 0 || invoice.AmountCredited !== 0;
}

type Moneyed = Pick<
  Invoice,
  "Date" | "CurrencyCode" | "CurrencyRate" | "LineAmountTypes" | "LineItems"
>;

/** Money, dates and currency of a settled document stand; texts, accounts and tracking may still change. */
export function isMoneyChanged(before: Moneyed, after: Moneyed): boolean {
  return (
    before.Date !== after.Date ||
    before.CurrencyCode !== after.CurrencyCode ||
    before.CurrencyRate !== after.CurrencyRate ||
    before.LineAmountTypes !== after.LineAmountTypes ||
    before.LineItems.length !== after.LineItems.length ||
    before.LineItems.some((line, place) =>
      isLineMoneyChanged(line, after.LineItems[place]!),
    )
  );
}

function isLineMoneyChanged(before: LineItem, after: LineItem): boolean {
  return (
    before.Quantity !== after.Quantity ||
    before.UnitAmount !== after.UnitAmount ||
    before.LineAmount !== after.LineAmount ||
    before.TaxType !== after.TaxType ||
    before.TaxAmount !== after.TaxAmount
  );
}

/** Drafts post nothing to the ledger, so lock dates do not hold them. */
export function brokenLockDateRules(
  organisation: Organisation,
  before: { Status: InvoiceStatus; Date: string } | undefined,
  date: string,
  status: InvoiceStatus,
): string[] {
  if (status === "DRAFT" || status === "DELETED") return [];
  const wasPosted =
    before && before.Status !== "DRAFT" && before.Status !== "SUBMITTED";
  const held = wasPosted
    ? heldByLockDate(organisation, calendarDateOf(before.Date))
    : [];
  return held.length > 0 ? held : brokenByLockDate(organisation, date);
}
