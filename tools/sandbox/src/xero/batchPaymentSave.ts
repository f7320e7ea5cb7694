import type { Saved } from "./batch";
import type { Books } from "./books";
import { decimal, sum, toNumber } from "../decimal";
import { RulesBroken } from "./errors";
import { brokenByLockDate, heldByLockDate } from "./lockDates";
import { bankAccount } from "./paymentAccounts";
import type { PostedBatchPayment, PostedPayment } from "./paymentData";
import { createPayment, takeBack } from "./paymentSave";
import type { BatchPayment, Payment } from "./settlementTypes";
import type { Transaction } from "./table";
import {
  calendarDateOf,
  wireDate,
  wireDateString,
  wireInstant,
} from "./wireDates";

/** Makes all the payments of a batch from one bank account on one day, or none. */
export function createBatchPayment(
  books: Books,
  posted: PostedBatchPayment,
  transaction: Transaction,
): Saved<BatchPayment> {
  const date = posted.Date ?? books.today();
  const { account, messages } = bankAccount(books, posted.Account);
  const broken = [
    ...messages,
    ...(posted.Payments?.length
      ? []
      : // Xero's text for an empty batch was not seen.
        ["A batch payment must have at least one payment."]),
    ...brokenByLockDate(books.organisation, date),
  ];
  if (broken.length > 0 || !account) throw new RulesBroken(broken);

  const BatchPaymentID = books.newId();
  const payments = createAll(books, posted, date, BatchPaymentID, transaction);
  const row: BatchPayment = {
    BatchPaymentID,
    AccountID: account.AccountID,
    Reference: posted.Reference,
    Particulars: posted.Particulars,
    Code: posted.Code,
    Details: posted.Details,
    Narrative: posted.Narrative,
    Date: wireDate(date),
    DateString: wireDateString(date),
    Type: payments[0]!.PaymentType.startsWith("ACCREC")
      ? "RECBATCH"
      : "PAYBATCH",
    Status: "AUTHORISED",
    TotalAmount: toNumber(
      sum(payments.map(({ BankAmount }) => decimal(BankAmount))),
    ),
    IsReconciled: false,
    UpdatedDateUTC: wireInstant(books.now()),
  };
  books.batchPayments.put(row, transaction);
  return { row };
}

/** What is wrong with each payment is told of the payment and of the batch. */
function createAll(
  books: Books,
  batch: PostedBatchPayment,
  date: string,
  BatchPaymentID: string,
  transaction: Transaction,
): Payment[] {
  const broken = new Map<number, string[]>();
  const payments = (batch.Payments ?? []).flatMap((posted, place) => {
    try {
      const inBatch: PostedPayment = {
        ...posted,
        Account: batch.Account,
        Date: date,
      };
      return [createPayment(books, inBatch, transaction, BatchPaymentID).row];
    } catch (error) {
      if (!(error instanceof RulesBroken)) throw error;
      broken.set(place, error.messages);
      return [];
    }
  });
  if (broken.size > 0)
    throw new RulesBroken([...broken.values()].flat(), broken);
  // Xero's text for a batch of both kinds was not seen.
  if (new Set(payments.map(({ PaymentType }) => PaymentType)).size > 1)
    throw new RulesBroken([
      "A batch payment can only pay sales invoices or only bills.",
    ]);
  return payments;
}

/** A batch goes as a whole, and its payments with it. */
export function deleteBatchPayment(
  books: Books,
  batch: BatchPayment,
  posted: PostedBatchPayment,
  transaction: Transaction,
): Saved<BatchPayment> {
  const broken = [
    ...(posted.Status?.toUpperCase() === "DELETED"
      ? []
      : ["Only Status accepted for updates"]),
    ...(batch.Status === "DELETED"
      ? ["Batch payment not of valid status for modification"]
      : []),
    ...heldByLockDate(books.organisation, calendarDateOf(batch.Date)),
  ];
  if (broken.length > 0) throw new RulesBroken(broken);
  for (const payment of paymentsIn(books, batch))
    takeBack(books, payment, transaction);
  const row: BatchPayment = {
    ...batch,
    Status: "DELETED",
    UpdatedDateUTC: wireInstant(books.now()),
  };
  books.batchPayments.put(row, transaction);
  return { row };
}

/** A deleted batch has no payments left. */
export function paymentsIn(
  books: Books,
  { BatchPaymentID }: BatchPayment,
): Payment[] {
  return books.payments
    .all()
    .filter(
      (payment) =>
        payment.Status === "AUTHORISED" &&
        payment.BatchPaymentID === BatchPaymentID,
    );
}
