import type { Saved } from "./batch";
import type { Books } from "./books";
import { RulesBroken } from "./errors";
import { brokenByLockDate, heldByLockDate } from "./lockDates";
import { findPayable } from "./payable";
import type { Payable } from "./payable";
import { paymentAccount } from "./paymentAccounts";
import type { PostedPayment } from "./paymentData";
import { brokenMoneyRules, paymentMoney } from "./paymentMoney";
import { recount } from "./settlement";
import type { DocumentKind, Payment } from "./settlementTypes";
import type { Transaction } from "./table";
import type { InvoiceType } from "./types";
import { calendarDateOf, wireDate, wireInstant } from "./wireDates";

const PAYMENT_TYPES: Record<InvoiceType, Record<DocumentKind, string>> = {
  ACCREC: {
    Invoice: "ACCRECPAYMENT",
    CreditNote: "ARCREDITPAYMENT",
    Overpayment: "AROVERPAYMENTPAYMENT",
    Prepayment: "ARPREPAYMENTPAYMENT",
  },
  ACCPAY: {
    Invoice: "ACCPAYPAYMENT",
    CreditNote: "APCREDITPAYMENT",
    Overpayment: "APOVERPAYMENTPAYMENT",
    Prepayment: "APPREPAYMENTPAYMENT",
  },
};

/** Pays a document, or pays a credit back, if every rule holds. */
export function createPayment(
  books: Books,
  posted: PostedPayment,
  transaction: Transaction,
  BatchPaymentID?: string,
): Saved<Payment> {
  const date = posted.Date ?? books.today();
  const { payable, messages } = findPayable(books, posted);
  const { account, messages: accountMessages } = paymentAccount(
    books,
    posted.Account ?? { Code: posted.Code },
  );
  const broken = [
    ...messages,
    ...accountMessages,
    ...(payable ? brokenMoneyRules(books, posted, payable, account) : []),
    ...brokenByLockDate(books.organisation, date),
  ];
  if (broken.length > 0 || !payable || !account) throw new RulesBroken(broken);

  const row: Payment = {
    PaymentID: books.newId(),
    BatchPaymentID,
    Document: { Kind: payable.Kind, ID: payable.ID },
    AccountID: account.AccountID,
    Date: wireDate(date),
    ...paymentMoney(books, posted, payable, account),
    Reference: posted.Reference,
    PaymentType: PAYMENT_TYPES[payable.Side][payable.Kind],
    Status: "AUTHORISED",
    IsReconciled: posted.IsReconciled ?? false,
    UpdatedDateUTC: wireInstant(books.now()),
  };
  books.payments.put(row, transaction);
  recount(books, payable, transaction);
  return { row, warnings: earlyWarnings(payable, date) };
}

/** Payments only ever change from AUTHORISED to DELETED, which opens the document again. */
export function deletePayment(
  books: Books,
  payment: Payment,
  posted: PostedPayment,
  transaction: Transaction,
): Saved<Payment> {
  const broken = [
    ...brokenChangeRules(posted),
    // Xero's texts for the next two were not seen.
    ...(payment.Status === "DELETED"
      ? ["Payment not of valid status for modification"]
      : []),
    ...(payment.BatchPaymentID
      ? ["A payment of a batch can only be deleted with its batch."]
      : []),
    ...heldByLockDate(books.organisation, calendarDateOf(payment.Date)),
  ];
  if (broken.length > 0) throw new RulesBroken(broken);
  return { row: takeBack(books, payment, transaction) };
}

export function takeBack(
  books: Books,
  payment: Payment,
  transaction: Transaction,
): Payment {
  const row: Payment = {
    ...payment,
    Status: "DELETED",
    IsReconciled: false,
    UpdatedDateUTC: wireInstant(books.now()),
  };
  books.payments.put(row, transaction);
  recount(books, payment.Document, transaction);
  return row;
}

function brokenChangeRules(posted: PostedPayment): string[] {
  const others = Object.keys(posted).filter(
    (name) => name !== "Status" && name !== "PaymentID",
  );
  return others.length > 0 || posted.Status?.toUpperCase() !== "DELETED"
    ? ["Only Status accepted for updates"]
    : [];
}

function earlyWarnings({ Kind, Date }: Payable, date: string): string[] {
  return Kind === "Invoice" && date < calendarDateOf(Date)
    ? ["The payment date is prior to the invoice date."]
    : [];
}
