import { overpaidLines, prepaidLines } from "./advanceLines";
import type { Saved } from "./batch";
import type { Books } from "./books";
import type { PostedBankTransaction } from "./creditData";
import { resolveDocumentContact } from "./documentContact";
import { RulesBroken } from "./errors";
import { choose, LINE_AMOUNT_TYPES } from "./invoiceChoices";
import { rateOf } from "./invoiceHeader";
import type { ResolvedLine } from "./invoiceLines";
import { totals } from "./invoiceMoney";
import { brokenByLockDate } from "./lockDates";
import { bankAccount, currencyOf } from "./paymentAccounts";
import { brokenCurrencyRules } from "./paymentMoney";
import type { BankTransaction, Credit, CreditType } from "./settlementTypes";
import type { Transaction } from "./table";
import type { Account, Contact, LineAmountTypes } from "./types";
import { wireDate, wireDateString, wireInstant } from "./wireDates";

type AdvanceType = "RECEIVE-OVERPAYMENT" | "RECEIVE-PREPAYMENT";

/** Takes in money that pays no invoice yet: an overpayment or a prepayment. */
export function createBankTransaction(
  books: Books,
  posted: PostedBankTransaction,
  places: number,
  transaction: Transaction,
): Saved<BankTransaction> {
  const type = readType(posted);
  const { account, messages } = bankAccount(books, posted.BankAccount);
  const { contact, messages: contactMessages } = resolveDocumentContact(
    books,
    posted.Contact,
    undefined,
    transaction,
  );
  const lineAmountTypes = lineAmountTypesOf(type, posted);
  const lines =
    type === "RECEIVE-OVERPAYMENT"
      ? overpaidLines(books, posted, places)
      : prepaidLines(books, posted, contact, lineAmountTypes, places);
  const credit = assemble(books, posted, type, {
    account,
    contact,
    lines,
    lineAmountTypes,
  });
  const broken = [
    ...messages,
    ...contactMessages,
    ...lines.flatMap((line) => line.messages),
    ...brokenAdvanceRules(books, credit, account),
    ...brokenByLockDate(books.organisation, posted.Date ?? books.today()),
  ];
  if (broken.length > 0 || !account)
    throw new RulesBroken(
      broken,
      new Map(lines.map((line, place) => [place, line.messages])),
    );

  const Number =
    type === "RECEIVE-PREPAYMENT" ? books.takeInvoiceNumber(transaction) : "";
  const row: BankTransaction = {
    BankTransactionID: books.newId(),
    CreditID: credit.ID,
    AccountID: account.AccountID,
    IsReconciled: posted.IsReconciled ?? false,
    UpdatedDateUTC: credit.UpdatedDateUTC,
  };
  books.credits.put({ ...credit, Number }, transaction);
  books.bankTransactions.put(row, transaction);
  return { row, warnings: lines.flatMap(({ warnings }) => warnings) };
}

function readType(posted: PostedBankTransaction): AdvanceType {
  const type = posted.Type?.toUpperCase();
  if (type === "RECEIVE-OVERPAYMENT" || type === "RECEIVE-PREPAYMENT")
    return type;
  throw new RulesBroken([
    "The sandbox only serves the types RECEIVE-OVERPAYMENT and RECEIVE-PREPAYMENT.",
  ]);
}

/** Overpayments bear no tax. Other bank transactions include it unless told, as recorded ones do. */
function lineAmountTypesOf(
  type: CreditType,
  posted: PostedBankTransaction,
): LineAmountTypes {
  if (type === "RECEIVE-OVERPAYMENT") return "NoTax";
  return (
    choose(LINE_AMOUNT_TYPES, "LineAmountTypes", posted.LineAmountTypes) ??
    "Inclusive"
  );
}

interface Resolved {
  account: Account | undefined;
  contact: Contact | undefined;
  lines: readonly ResolvedLine[];
  lineAmountTypes: LineAmountTypes;
}

function assemble(
  books: Books,
  posted: PostedBankTransaction,
  type: AdvanceType,
  { account, contact, lines, lineAmountTypes }: Resolved,
): Credit {
  const LineItems = lines.map(({ line }) => line);
  const money = totals(LineItems, lineAmountTypes);
  const date = posted.Date ?? books.today();
  const CurrencyCode =
    posted.CurrencyCode ??
    (account ? currencyOf(books, account) : books.organisation.BaseCurrency);
  return {
    Kind: type === "RECEIVE-OVERPAYMENT" ? "Overpayment" : "Prepayment",
    ID: books.newId(),
    Type: type,
    Number: "",
    Reference: posted.Reference ?? "",
    Contact: { ContactID: contact?.ContactID ?? "" },
    Date: wireDate(date),
    DateString: wireDateString(date),
    Status: "AUTHORISED",
    LineAmountTypes: lineAmountTypes,
    LineItems,
    ...money,
    RemainingCredit: money.Total,
    CurrencyCode,
    CurrencyRate: rateOf(books, CurrencyCode, posted),
    UpdatedDateUTC: wireInstant(books.now()),
  };
}

/** Of these texts only the one on the currency was seen. */
function brokenAdvanceRules(
  books: Books,
  { CurrencyCode, LineItems, Total }: Credit,
  account: Account | undefined,
): string[] {
  const messages: string[] = [];
  if (LineItems.length === 0)
    messages.push("One or more line items must be specified");
  else if (Total <= 0) messages.push("The total must be greater than zero");
  if (!books.currencies.get(CurrencyCode))
    messages.push(`Organisation is not subscribed to currency ${CurrencyCode}`);
  if (account)
    messages.push(...brokenCurrencyRules(books, account, { CurrencyCode }));
  return messages;
}
