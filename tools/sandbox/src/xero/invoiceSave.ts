import type { Saved } from "./batch";
import type { Books } from "./books";
import type { PostedContact } from "./contactData";
import {
  createContact,
  findPostedContact,
  NO_CONTACT_IDENTIFIER,
  upsertContact,
} from "./contactSave";
import { RulesBroken } from "./errors";
import { exchangeRate } from "./exchangeRates";
import type { PostedInvoice } from "./invoiceData";
import { resolveLine } from "./invoiceLines";
import type { ResolvedLine } from "./invoiceLines";
import { amountDue, totals } from "./invoiceMoney";
import {
  brokenLockDateRules,
  brokenStatusRules,
  isMoneyChanged,
  isSettled,
} from "./invoiceStatus";
import { readChoices } from "./invoiceChoices";
import type { Transaction } from "./table";
import type { Contact, Invoice, InvoiceType, LineItem } from "./types";
import {
  calendarDateOf,
  wireDate,
  wireDateString,
  wireInstant,
} from "./wireDates";

/** Writes one posted invoice over `before`, or as a new one, if every rule holds. */
export function saveInvoice(
  books: Books,
  posted: PostedInvoice,
  before: Invoice | undefined,
  places: number,
  transaction: Transaction,
): Saved<Invoice> {
  const { type, status, lineAmountTypes } = readChoices(posted, before);
  const messages = brokenStatusRules(before, status);
  const date =
    posted.Date ?? (before && calendarDateOf(before.Date)) ?? books.today();
  messages.push(
    ...brokenLockDateRules(books.organisation, before, date, status),
  );
  if (before && messages.length > 0) throw new RulesBroken(messages);
  if (before && (status === "VOIDED" || status === "DELETED"))
    return close(books, before, status, transaction);

  const who = resolveContact(books, posted.Contact, before, transaction);
  messages.push(...who.messages);
  const lines = resolveLines(books, posted, before, {
    type,
    status,
    lineAmountTypes,
    contact: who.contact,
    places,
  });
  const byLine = new Map<number, string[]>();
  lines.forEach((line, place) => {
    if (line.messages.length > 0) byLine.set(place, line.messages);
    messages.push(...line.messages);
  });

  const number = posted.InvoiceNumber || before?.InvoiceNumber;
  if (number && type === "ACCREC" && isTaken(books, number, before))
    messages.push("Invoice # must be unique.");
  const due =
    posted.DueDate ?? (before?.DueDate && calendarDateOf(before.DueDate));
  const isApproved = status === "AUTHORISED" || status === "PAID";
  if (isApproved && !due)
    messages.push("The document DueDate field must be specified.");
  if (status !== "DRAFT" && lines.length === 0)
    messages.push("One or more line items must be specified");
  const currency =
    posted.CurrencyCode ??
    before?.CurrencyCode ??
    who.contact?.DefaultCurrency ??
    books.organisation.BaseCurrency;
  if (!books.currencies.get(currency))
    messages.push(`Organisation is not subscribed to currency ${currency}`);
  if (messages.length > 0 || !who.contact)
    throw new RulesBroken(messages, byLine);

  const lineItems = lines.map(({ line }) => line);
  const money = totals(lineItems, lineAmountTypes);
  const paid = before?.AmountPaid ?? 0;
  const credited = before?.AmountCredited ?? 0;
  const owed = amountDue(money.Total, paid, credited);
  // An approved document with nothing to pay is paid.
  const isPaid = isApproved && owed === 0;
  const invoice: Invoice = {
    Payments: [],
    CreditNotes: [],
    Prepayments: [],
    Overpayments: [],
    ...before,
    Type: type,
    InvoiceID: before?.InvoiceID ?? books.newId(),
    InvoiceNumber:
      number ?? (type === "ACCREC" ? books.takeInvoiceNumber(transaction) : ""),
    Reference: posted.Reference ?? before?.Reference ?? "",
    Contact: { ContactID: who.contact.ContactID },
    AmountDue: owed,
    AmountPaid: paid,
    AmountCredited: credited,
    SentToContact:
      isApproved && (posted.SentToContact ?? before?.SentToContact ?? false),
    CurrencyCode: currency,
    CurrencyRate: rateOf(books, currency, posted, before),
    IsDiscounted: lines.some(({ discounted }) => discounted),
    Date: wireDate(date),
    DateString: wireDateString(date),
    ...(due
      ? { DueDate: wireDate(due), DueDateString: wireDateString(due) }
      : {}),
    ...(posted.ExpectedPaymentDate
      ? { ExpectedPaymentDate: wireDate(posted.ExpectedPaymentDate) }
      : {}),
    BrandingThemeID: brandingTheme(books, type, posted, before),
    Url: posted.Url ?? before?.Url,
    Status: isPaid ? "PAID" : isApproved ? "AUTHORISED" : status,
    FullyPaidOnDate: isPaid
      ? (before?.FullyPaidOnDate ?? wireDate(date))
      : undefined,
    LineAmountTypes: lineAmountTypes,
    LineItems: lineItems,
    ...money,
    UpdatedDateUTC: wireInstant(books.now()),
  };
  if (before && isSettled(before) && isMoneyChanged(before, invoice))
    throw new RulesBroken([
      "This document cannot be edited as it has a payment or credit note allocated to it.",
    ]);
  books.invoices.put(invoice, transaction);
  markContact(books, who.contact, type, transaction);
  return {
    row: invoice,
    warnings: lines.flatMap(({ warnings }) => warnings),
  };
}

/** VOIDED and DELETED only end the document; nothing else that is posted along counts. */
function close(
  books: Books,
  before: Invoice,
  status: "VOIDED" | "DELETED",
  transaction: Transaction,
): Saved<Invoice> {
  const row: Invoice = {
    ...before,
    Status: status,
    AmountDue: 0,
    UpdatedDateUTC: wireInstant(books.now()),
  };
  books.invoices.put(row, transaction);
  return { row };
}

/**
 * The contact of a document. Fields beyond the identifying one change the contact itself;
 * a name that is not known makes a new contact.
 */
function resolveContact(
  books: Books,
  posted: PostedContact | undefined,
  before: Invoice | undefined,
  transaction: Transaction,
): { contact?: Contact; messages: string[] } {
  if (!posted)
    return before
      ? {
          contact: books.contacts.get(before.Contact.ContactID),
          messages: [],
        }
      : {
          messages: [
            "A Contact must be specified for this type of transaction",
          ],
        };
  if (!posted.ContactID && !posted.Name && !posted.ContactNumber)
    return { messages: [NO_CONTACT_IDENTIFIER] };
  try {
    const found = findPostedContact(books, posted);
    if (!found)
      return {
        contact: createContact(books, posted, transaction).row,
        messages: [],
      };
    if (found.ContactStatus !== "ACTIVE")
      return {
        messages: [
          "The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.",
        ],
      };
    const { ContactID, Name, ...extra } = posted;
    const isChange = (ContactID && Name) || Object.keys(extra).length > 0;
    return {
      contact: isChange ? upsertContact(books, posted, transaction).row : found,
      messages: [],
    };
  } catch (error) {
    if (error instanceof RulesBroken) return { messages: error.messages };
    throw error;
  }
}

/** Posted lines replace all lines; one with the LineItemID of a stored line is that line, changed. */
function resolveLines(
  books: Books,
  posted: PostedInvoice,
  before: Invoice | undefined,
  context: Parameters<typeof resolveLine>[3],
): ResolvedLine[] {
  const stored = new Map<string, LineItem>(
    before?.LineItems.map((line) => [line.LineItemID, line]),
  );
  const lines =
    posted.LineItems ??
    (before?.LineItems ?? []).map(({ LineItemID, TaxAmount }) => ({
      LineItemID,
      // Untouched lines keep a tax that was set by hand.
      ...(before?.LineAmountTypes === context.lineAmountTypes
        ? { TaxAmount }
        : {}),
    }));
  return lines.map((line) =>
    resolveLine(books, line, stored.get(line.LineItemID ?? ""), context),
  );
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

function rateOf(
  books: Books,
  currency: string,
  posted: PostedInvoice,
  before: Invoice | undefined,
): number {
  const base = books.organisation.BaseCurrency;
  if (currency === base) return 1;
  if (posted.CurrencyRate !== undefined) return posted.CurrencyRate;
  return before?.CurrencyCode === currency
    ? before.CurrencyRate
    : exchangeRate(currency, base);
}

function brandingTheme(
  books: Books,
  type: InvoiceType,
  posted: PostedInvoice,
  before: Invoice | undefined,
): string | undefined {
  if (type === "ACCPAY") return undefined;
  const first = books.brandingThemes
    .all()
    .toSorted((a, b) => a.SortOrder - b.SortOrder)[0];
  return (
    posted.BrandingThemeID ?? before?.BrandingThemeID ?? first?.BrandingThemeID
  );
}

/** The first sales document makes a customer; it leaves the contact's UpdatedDateUTC alone. */
function markContact(
  books: Books,
  contact: Contact,
  type: InvoiceType,
  transaction: Transaction,
): void {
  const flag = type === "ACCREC" ? "IsCustomer" : "IsSupplier";
  if (!contact[flag])
    books.contacts.put({ ...contact, [flag]: true }, transaction);
}
