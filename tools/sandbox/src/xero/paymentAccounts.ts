import type { Books } from "./books";
import { findAccount } from "./lineAccounts";
import type { PostedAccount } from "./paymentData";
import type { Account } from "./types";

export interface PaymentAccount {
  account?: Account;
  messages: string[];
}

/** The account money goes to or comes from: a bank account, or one with payments enabled. Xero's texts were not seen. */
export function paymentAccount(
  books: Books,
  posted: PostedAccount | undefined,
): PaymentAccount {
  const account = named(books, posted);
  if (!posted?.AccountID && !posted?.Code)
    return { messages: ["Account code or ID must be specified"] };
  if (account?.Status !== "ACTIVE")
    return { messages: [notValid(posted, "for this document")] };
  if (account.Type !== "BANK" && !account.EnablePaymentsToAccount)
    return { messages: [notValid(posted, "for payments")] };
  return { account, messages: [] };
}

/** Only a bank account takes in overpayments and prepayments. */
export function bankAccount(
  books: Books,
  posted: PostedAccount | undefined,
): PaymentAccount {
  const found = paymentAccount(books, posted);
  return found.account && found.account.Type !== "BANK"
    ? { messages: [notValid(posted, "for bank transactions")] }
    : found;
}

/** Accounts without a currency of their own are in the base currency. */
export function currencyOf(books: Books, account: Account): string {
  return account.CurrencyCode ?? books.organisation.BaseCurrency;
}

function named(
  books: Books,
  posted: PostedAccount | undefined,
): Account | undefined {
  return posted?.AccountID
    ? books.accounts.get(posted.AccountID)
    : findAccount(books, posted?.Code);
}

function notValid(posted: PostedAccount | undefined, use: string): string {
  return `Account code '${posted?.Code ?? posted?.AccountID}' is not a valid code ${use}.`;
}
