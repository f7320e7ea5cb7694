import type { Saved } from "./batch";
import type { Books } from "./books";
import type { PostedCreditNote } from "./creditData";
import { brokenNoteRules, brokenStatusRules, isUsed } from "./creditNoteRules";
import { resolveDocumentContact } from "./documentContact";
import { RulesBroken } from "./errors";
import { choose, LINE_AMOUNT_TYPES, STATUSES } from "./invoiceChoices";
import { firstTheme, rateOf } from "./invoiceHeader";
import type { ResolvedLine } from "./invoiceLines";
import { totals } from "./invoiceMoney";
import { resolveLines } from "./invoiceSave";
import { brokenLockDateRules } from "./invoiceStatus";
import { sideOf } from "./settlementTypes";
import type { Credit, CreditStatus, CreditType } from "./settlementTypes";
import type { Transaction } from "./table";
import type { Contact, LineAmountTypes } from "./types";
import {
  calendarDateOf,
  wireDate,
  wireDateString,
  wireInstant,
} from "./wireDates";

interface Header {
  type: CreditType;
  status: CreditStatus;
  lineAmountTypes: LineAmountTypes;
  date: string;
}

const TYPES: readonly CreditType[] = ["ACCRECCREDIT", "ACCPAYCREDIT"];

/** Writes one posted credit note over `before`, or as a new one, if every rule holds. */
export function saveCreditNote(
  books: Books,
  posted: PostedCreditNote,
  before: Credit | undefined,
  places: number,
  transaction: Transaction,
): Saved<Credit> {
  const header = readHeader(books, posted, before);
  const { status, type, lineAmountTypes, date } = header;
  const barred = [
    ...brokenStatusRules(books, before, status),
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
  const lines = resolveLines(books, posted, before, {
    type: sideOf(type),
    status,
    lineAmountTypes,
    contact,
    places,
  });
  const note =
    contact && assemble(books, posted, before, header, contact, lines);
  const broken = [
    ...barred,
    ...messages,
    ...lines.flatMap((line) => line.messages),
    ...(note ? brokenNoteRules(books, note, before) : []),
  ];
  if (broken.length > 0 || !note)
    throw new RulesBroken(
      broken,
      new Map(lines.map((line, place) => [place, line.messages])),
    );
  const row = {
    ...note,
    Number:
      note.Number ||
      (type === "ACCRECCREDIT" ? books.takeCreditNoteNumber(transaction) : ""),
  };
  books.credits.put(row, transaction);
  return { row, warnings: lines.flatMap(({ warnings }) => warnings) };
}

function readHeader(
  books: Books,
  posted: PostedCreditNote,
  before: Credit | undefined,
): Header {
  const type = before?.Type ?? choose(TYPES, "Type", posted.Type);
  // Xero's text for a missing type was not seen.
  if (!type) throw new RulesBroken(["The Type field must be specified."]);
  return {
    type,
    status:
      choose(STATUSES, "Status", posted.Status) ?? before?.Status ?? "DRAFT",
    lineAmountTypes:
      choose(LINE_AMOUNT_TYPES, "LineAmountTypes", posted.LineAmountTypes) ??
      before?.LineAmountTypes ??
      "Exclusive",
    date:
      posted.Date ?? (before && calendarDateOf(before.Date)) ?? books.today(),
  };
}

function assemble(
  books: Books,
  posted: PostedCreditNote,
  before: Credit | undefined,
  { type, status, lineAmountTypes, date }: Header,
  contact: Contact,
  lines: readonly ResolvedLine[],
): Credit {
  const lineItems = lines.map(({ line }) => line);
  const money = totals(lineItems, lineAmountTypes);
  const currency =
    posted.CurrencyCode ??
    before?.CurrencyCode ??
    contact.DefaultCurrency ??
    books.organisation.BaseCurrency;
  const isApproved = status === "AUTHORISED" || status === "PAID";
  // The money of a used note cannot change, so what is left of it does not either.
  const remaining =
    before && isUsed(books, before) ? before.RemainingCredit : money.Total;
  const isPaid = isApproved && remaining === 0;
  return {
    Kind: "CreditNote",
    ID: before?.ID ?? books.newId(),
    Type: type,
    Number: posted.CreditNoteNumber || before?.Number || "",
    Reference: posted.Reference ?? before?.Reference ?? "",
    Contact: { ContactID: contact.ContactID },
    Date: wireDate(date),
    DateString: wireDateString(date),
    Status: isPaid ? "PAID" : isApproved ? "AUTHORISED" : status,
    LineAmountTypes: lineAmountTypes,
    LineItems: lineItems,
    ...money,
    RemainingCredit: remaining,
    BrandingThemeID:
      type === "ACCRECCREDIT"
        ? (posted.BrandingThemeID ??
          before?.BrandingThemeID ??
          firstTheme(books))
        : undefined,
    CurrencyCode: currency,
    CurrencyRate: rateOf(books, currency, posted, before),
    FullyPaidOnDate: isPaid
      ? (before?.FullyPaidOnDate ?? wireDate(date))
      : undefined,
    UpdatedDateUTC: wireInstant(books.now()),
  };
}

function close(
  books: Books,
  before: Credit,
  Status: "VOIDED" | "DELETED",
  transaction: Transaction,
): Saved<Credit> {
  const row: Credit = {
    ...before,
    Status,
    RemainingCredit: 0,
    UpdatedDateUTC: wireInstant(books.now()),
  };
  books.credits.put(row, transaction);
  return { row };
}
