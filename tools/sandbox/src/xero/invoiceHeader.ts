import type { Books } from "./books";
import { exchangeRate } from "./exchangeRates";
import type { InvoiceChoices } from "./invoiceChoices";
import type { PostedInvoice } from "./invoiceData";
import type { Contact, Invoice } from "./types";
import { calendarDateOf } from "./wireDates";

/** What stands above the lines: posted, kept from before, or Xero's default. */
export interface InvoiceHeader extends InvoiceChoices {
  isApproved: boolean;
  /** Empty until Xero numbers it. */
  number: string;
  date: string;
  due?: string;
  currency: string;
  currencyRate: number;
  brandingThemeId?: string;
}

export function resolveHeader(
  books: Books,
  posted: PostedInvoice,
  before: Invoice | undefined,
  contact: Contact | undefined,
  choices: InvoiceChoices,
  date: string,
): InvoiceHeader {
  const currency =
    posted.CurrencyCode ??
    before?.CurrencyCode ??
    contact?.DefaultCurrency ??
    books.organisation.BaseCurrency;
  return {
    ...choices,
    isApproved: choices.status === "AUTHORISED" || choices.status === "PAID",
    number: posted.InvoiceNumber || before?.InvoiceNumber || "",
    date,
    due: posted.DueDate ?? (before?.DueDate && calendarDateOf(before.DueDate)),
    currency,
    currencyRate: rateOf(books, currency, posted, before),
    brandingThemeId:
      choices.type === "ACCREC"
        ? (posted.BrandingThemeID ??
          before?.BrandingThemeID ??
          firstTheme(books))
        : undefined,
  };
}

export function brokenHeaderRules(
  books: Books,
  header: InvoiceHeader,
  before: Invoice | undefined,
  lineCount: number,
): string[] {
  const { brandingThemeId, currency, number, status, type } = header;
  const messages: string[] = [];
  if (number && type === "ACCREC" && isTaken(books, number, before))
    messages.push("Invoice # must be unique.");
  if (header.isApproved && !header.due)
    messages.push("The document DueDate field must be specified.");
  if (status !== "DRAFT" && lineCount === 0)
    messages.push("One or more line items must be specified");
  if (!books.currencies.get(currency))
    messages.push(`Organisation is not subscribed to currency ${currency}`);
  // Xero's text for this was not seen.
  if (brandingThemeId && !books.brandingThemes.get(brandingThemeId))
    messages.push("The branding theme could not be found.");
  return messages;
}

/** Numbers of deleted documents are free again. */
function isTaken(
  books: Books,
  number: string,
  before: Invoice | undefined,
): boolean {
  return books.invoices
    .all()
    .some(
      (other) =>
        other.Type === "ACCREC" &&
        other.Status !== "DELETED" &&
        other.InvoiceID !== before?.InvoiceID &&
        other.InvoiceNumber.toLowerCase() === number.toLowerCase(),
    );
}

/** The posted rate, the one from before, or the day's. */
export function rateOf(
  books: Books,
  currency: string,
  posted: { CurrencyRate?: number },
  before?: { CurrencyCode: string; CurrencyRate: number },
): number {
  const base = books.organisation.BaseCurrency;
  if (currency === base) return 1;
  if (posted.CurrencyRate !== undefined) return posted.CurrencyRate;
  return before?.CurrencyCode === currency
    ? before.CurrencyRate
    : exchangeRate(currency, base);
}

export function firstTheme(books: Books): string | undefined {
  return books.brandingThemes
    .all()
    .toSorted((a, b) => a.SortOrder - b.SortOrder)[0]?.BrandingThemeID;
}
