import type { Saved } from "./batch";
import type { Books } from "./books";
import { resolveDocumentContact } from "./documentContact";
import { RulesBroken } from "./errors";
import { readChoices } from "./invoiceChoices";
import type { PostedInvoice } from "./invoiceData";
import { brokenHeaderRules, resolveHeader } from "./invoiceHeader";
import type { InvoiceHeader } from "./invoiceHeader";
import { resolveLine } from "./invoiceLines";
import type { ResolvedLine } from "./invoiceLines";
import { amountDue, isDiscounted, totals } from "./invoiceMoney";
import {
  brokenLockDateRules,
  brokenStatusRules,
  isMoneyChanged,
  isSettled,
  SETTLED,
} from "./invoiceStatus";
import type { LineContext } from "./lineAccounts";
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
  const choices = readChoices(posted, before);
  const { status } = choices;
  const date =
    posted.Date ?? (before && calendarDateOf(before.Date)) ?? books.today();
  const barred = [
    ...brokenStatusRules(before, status),
    ...brokenLockDateRules(books.organisation, before, date, status),
  ];
  if (before && barred.length > 0) throw new RulesBroken(barred);
  if (before && (status === "VOIDED" || status === "DELETED"))
    return close(books, before, status, transaction);

  const { contact, messages } = resolveDocumentContact(
    books,
    posted.Contact,
    before?.Contact,
    transaction,
  );
  const header = resolveHeader(books, posted, before, contact, choices, date);
  const lines = resolveLines(books, posted, before, {
    ...choices,
    contact,
    places,
  });
  const broken = [
    ...barred,
    ...messages,
    ...lines.flatMap((line) => line.messages),
    ...brokenHeaderRules(books, header, before, lines.length),
  ];
  if (broken.length > 0 || !contact)
    throw new RulesBroken(
      broken,
      new Map(lines.map((line, place) => [place, line.messages])),
    );

  const invoice = assemble(books, posted, before, header, contact, lines);
  if (before && isSettled(before) && isHeld(before, invoice))
    throw new RulesBroken([SETTLED]);
  const row = {
    ...invoice,
    InvoiceNumber: invoice.InvoiceNumber || number(books, invoice, transaction),
  };
  books.invoices.put(row, transaction);
  markContact(books, contact, row.Type, transaction);
  return { row, warnings: lines.flatMap(({ warnings }) => warnings) };
}

/** The contact stands too once there is a credit: it is the contact's own. */
function isHeld(before: Invoice, after: Invoice): boolean {
  return (
    isMoneyChanged(before, after) ||
    (before.AmountCredited !== 0 &&
      before.Contact.ContactID !== after.Contact.ContactID)
  );
}

function assemble(
  books: Books,
  posted: PostedInvoice,
  before: Invoice | undefined,
  header: InvoiceHeader,
  contact: Contact,
  lines: readonly ResolvedLine[],
): Invoice {
  const lineItems = lines.map(({ line }) => line);
  const money = totals(lineItems, header.lineAmountTypes);
  const paid = before?.AmountPaid ?? 0;
  const credited = before?.AmountCredited ?? 0;
  const owed = amountDue(money.Total, paid, credited);
  // An approved document with nothing to pay is paid.
  const isPaid = header.isApproved && owed === 0;
  const { date, due } = header;
  return {
    Payments: [],
    CreditNotes: [],
    Prepayments: [],
    Overpayments: [],
    ...before,
    Type: header.type,
    InvoiceID: before?.InvoiceID ?? books.newId(),
    InvoiceNumber: header.number,
    Reference: posted.Reference ?? before?.Reference ?? "",
    Contact: { ContactID: contact.ContactID },
    AmountDue: owed,
    AmountPaid: paid,
    AmountCredited: credited,
    SentToContact:
      header.isApproved &&
      (posted.SentToContact ?? before?.SentToContact ?? false),
    CurrencyCode: header.currency,
    CurrencyRate: header.currencyRate,
    IsDiscounted: lineItems.some(isDiscounted),
    Date: wireDate(date),
    DateString: wireDateString(date),
    ...(due && { DueDate: wireDate(due), DueDateString: wireDateString(due) }),
    ...(posted.ExpectedPaymentDate && {
      ExpectedPaymentDate: wireDate(posted.ExpectedPaymentDate),
    }),
    BrandingThemeID: header.brandingThemeId,
    Url: posted.Url ?? before?.Url,
    Status: isPaid ? "PAID" : header.isApproved ? "AUTHORISED" : header.status,
    FullyPaidOnDate: isPaid
      ? (before?.FullyPaidOnDate ?? wireDate(date))
      : undefined,
    LineAmountTypes: header.lineAmountTypes,
    LineItems: lineItems,
    ...money,
    UpdatedDateUTC: wireInstant(books.now()),
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

/** Posted lines replace all lines; one with the LineItemID of a stored line is that line, changed. */
export function resolveLines(
  books: Books,
  posted: Pick<PostedInvoice, "LineItems">,
  before: Pick<Invoice, "LineItems" | "LineAmountTypes"> | undefined,
  context: LineContext,
): ResolvedLine[] {
  const stored = new Map<string, LineItem>(
    before?.LineItems.map((line) => [line.LineItemID, line]),
  );
  const isTaxKept = before?.LineAmountTypes === context.lineAmountTypes;
  const untouched = (before?.LineItems ?? []).map(
    ({ LineItemID, TaxAmount }) =>
      isTaxKept ? { LineItemID, TaxAmount } : { LineItemID },
  );
  return (posted.LineItems ?? untouched).map((line) =>
    resolveLine(books, line, stored.get(line.LineItemID ?? ""), context),
  );
}

/** Sales invoices are numbered when first saved, drafts too; bills keep no number. */
function number(
  books: Books,
  { Type }: Invoice,
  transaction: Transaction,
): string {
  return Type === "ACCREC" ? books.takeInvoiceNumber(transaction) : "";
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
