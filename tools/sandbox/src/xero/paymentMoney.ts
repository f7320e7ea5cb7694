import type { Books } from "./books";
import { compare, decimal, divide, round, toNumber, ZERO } from "../decimal";
import { rateOf } from "./invoiceHeader";
import type { Payable } from "./payable";
import { currencyOf } from "./paymentAccounts";
import type { PostedPayment } from "./paymentData";
import type { Account } from "./types";

export interface PaymentMoney {
  Amount: number;
  BankAmount: number;
  CurrencyRate: number;
}

const CENT = 2;

/** What a payment takes off the document and moves in the bank, with foreign units per base unit as its rate. */
export function paymentMoney(
  books: Books,
  posted: PostedPayment,
  payable: Payable,
  account: Account,
): PaymentMoney {
  const amount = round(decimal(posted.Amount ?? 0), CENT);
  const Amount = toNumber(amount);
  const base = books.organisation.BaseCurrency;
  const rate = rateOf(books, payable.CurrencyCode, posted);
  const isSameMoney =
    payable.CurrencyCode === base ||
    currencyOf(books, account) === payable.CurrencyCode;
  if (isSameMoney) return { Amount, BankAmount: Amount, CurrencyRate: rate };
  if (!posted.BankAmount)
    return {
      Amount,
      BankAmount: toNumber(divide(amount, decimal(rate), CENT)),
      CurrencyRate: rate,
    };
  // What the bank really received says what the rate was.
  const bank = round(decimal(posted.BankAmount), CENT);
  return {
    Amount,
    BankAmount: toNumber(bank),
    CurrencyRate:
      posted.CurrencyRate ??
      (bank.units === 0n ? rate : toNumber(divide(amount, bank, 6))),
  };
}

/** Xero's texts for an amount of nothing and for the wrong bank currency were not seen. */
export function brokenMoneyRules(
  books: Books,
  posted: PostedPayment,
  payable: Payable,
  account: Account | undefined,
): string[] {
  const amount = round(decimal(posted.Amount ?? 0), CENT);
  const messages: string[] = [];
  if (compare(amount, ZERO) <= 0)
    messages.push("The payment amount must be greater than zero");
  const isOpen = payable.Status === "AUTHORISED";
  if (!isOpen)
    messages.push("Payments can only be made against authorised documents");
  // Both texts come together for a document that is not open.
  if (!isOpen || compare(amount, decimal(payable.Outstanding)) > 0)
    messages.push(
      "Payment amount exceeds the amount outstanding on this document",
    );
  if (account) messages.push(...brokenCurrencyRules(books, account, payable));
  if (posted.CurrencyRate !== undefined && posted.CurrencyRate <= 0)
    messages.push("The currency rate must be greater than zero");
  return messages;
}

/** A bank account takes the base currency or the document's own. */
export function brokenCurrencyRules(
  books: Books,
  account: Account,
  { CurrencyCode }: { CurrencyCode: string },
): string[] {
  const bank = currencyOf(books, account);
  return bank === books.organisation.BaseCurrency || bank === CurrencyCode
    ? []
    : [
        `The currency of the bank account (${bank}) must be the base currency or the currency of the document (${CurrencyCode})`,
      ];
}
