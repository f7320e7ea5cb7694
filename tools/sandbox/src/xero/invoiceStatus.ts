import type { Invoice, InvoiceStatus, LineItem, Organisation } from "./types";
import { calendarDateOf, messageDate } from "./wireDates";

const NEXT: Record<InvoiceStatus, readonly InvoiceStatus[]> = {
  DRAFT: ["DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"],
  SUBMITTED: ["SUBMITTED", "DRAFT", "AUTHORISED", "DELETED"],
  AUTHORISED: ["AUTHORISED", "VOIDED"],
  PAID: ["PAID", "AUTHORISED", "VOIDED"],
  VOIDED: [],
  DELETED: [],
};

const FIRST: readonly InvoiceStatus[] = ["DRAFT", "SUBMITTED", "AUTHORISED"];

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

/** Money, dates and currency of a settled document stand; texts, accounts and tracking may still change. */
export function isMoneyChanged(before: Invoice, after: Invoice): boolean {
  return (
    before.Date !== after.Date ||
    before.CurrencyCode !== after.CurrencyCode ||
    before.CurrencyRate !== after.CurrencyRate ||
    before.LineAmountTypes !== after.LineAmountTypes ||
    before.LineItems.length !== after.LineItems.length ||
    before.LineItems.some((line, place) =>
      isLineMoneyChanged(line, after.LineItems[place]!),
    ) ||
    (before.AmountCredited !== 0 &&
      before.Contact.ContactID !== after.Contact.ContactID)
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
  before: Invoice | undefined,
  date: string,
  status: InvoiceStatus,
): string[] {
  if (status === "DRAFT" || status === "DELETED") return [];
  const locks = [
    ["end of year lock date", organisation.EndOfYearLockDate],
    ["period lock date", organisation.PeriodLockDate],
  ] as const;
  for (const [name, stored] of locks) {
    if (!stored) continue;
    const lock = calendarDateOf(stored);
    const wasPosted =
      before && before.Status !== "DRAFT" && before.Status !== "SUBMITTED";
    if (wasPosted && calendarDateOf(before.Date) <= lock)
      return [
        `The document cannot be edited as it is currently dated before the ${name}`,
      ];
    if (date <= lock)
      return [
        `The document date cannot be before the ${name}, currently set at ${messageDate(lock)}`,
      ];
  }
  return [];
}
