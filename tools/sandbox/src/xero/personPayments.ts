import { allocate, deleteAllocation } from "./allocationSave";
import { createBankTransaction } from "./bankTransactionSave";
import { createBatchPayment, deleteBatchPayment } from "./batchPaymentSave";
import type { Books } from "./books";
import type { PostedBankTransaction, PostedCreditNote } from "./creditData";
import { saveCreditNote } from "./creditNoteSave";
import type { PostedPayment } from "./paymentData";
import { createPayment, deletePayment } from "./paymentSave";
import type {
  Allocation,
  BatchPayment,
  Credit,
  Payment,
} from "./settlementTypes";
import type { Transaction } from "./table";

/** When and where money moved: today and the first bank account unless told. */
export interface Movement {
  date?: string;
  accountCode?: string;
  /** Of a payment on one document. */
  reference?: string;
}

/** What people do with money in Xero's own pages. */
export interface PaymentPerson {
  pay(invoiceId: string, amount: number, on?: Movement): Payment;
  /** Pays a credit note, overpayment or prepayment back. */
  refund(creditId: string, amount: number, on?: Movement): Payment;
  deletePayment(paymentId: string): Payment;
  payBatch(
    parts: { invoiceId: string; amount: number }[],
    on?: Movement,
  ): BatchPayment;
  deleteBatch(batchPaymentId: string): BatchPayment;
  overpay(contactId: string, amount: number, on?: Movement): Credit;
  /** Paid in advance for what will be booked on `lineAccountCode`, the first revenue account unless told. */
  prepay(
    contactId: string,
    amount: number,
    on?: Movement & { lineAccountCode?: string },
  ): Credit;
  createCreditNote(note: PostedCreditNote): Credit;
  editCreditNote(creditId: string, changes: PostedCreditNote): Credit;
  allocate(
    creditId: string,
    invoiceId: string,
    amount: number,
    on?: { date?: string },
  ): Allocation;
  deleteAllocation(allocationId: string): Allocation;
}

export type Commit = <Row>(write: (transaction: Transaction) => Row) => Row;

export function createPaymentPerson(
  books: Books,
  commit: Commit,
): PaymentPerson {
  const movement = ({ date, accountCode }: Movement = {}) => ({
    Date: date,
    Account: { Code: accountCode ?? firstAccount(books, "BANK") },
  });
  const pay = (posted: PostedPayment): Payment =>
    commit((transaction) => createPayment(books, posted, transaction).row);
  const receive = (posted: PostedBankTransaction, on?: Movement): Credit => {
    const { Date, Account } = movement(on);
    return commit((transaction) => {
      const { row } = createBankTransaction(
        books,
        { Date, BankAccount: Account, ...posted },
        4,
        transaction,
      );
      return stored(books.credits.get(row.CreditID));
    });
  };

  return {
    pay: (InvoiceID, Amount, on) =>
      pay({
        Invoice: { InvoiceID },
        Amount,
        Reference: on?.reference,
        ...movement(on),
      }),
    refund: (creditId, Amount, on) => {
      const { Kind, ID } = stored(books.credits.get(creditId));
      return pay({ [Kind]: { [`${Kind}ID`]: ID }, Amount, ...movement(on) });
    },
    deletePayment: (paymentId) => {
      const payment = stored(books.payments.get(paymentId));
      return commit(
        (transaction) =>
          deletePayment(books, payment, { Status: "DELETED" }, transaction).row,
      );
    },
    payBatch: (parts, on) => {
      const Payments = parts.map(({ invoiceId, amount }) => ({
        Invoice: { InvoiceID: invoiceId },
        Amount: amount,
      }));
      return commit(
        (transaction) =>
          createBatchPayment(books, { ...movement(on), Payments }, transaction)
            .row,
      );
    },
    deleteBatch: (batchPaymentId) => {
      const batch = stored(books.batchPayments.get(batchPaymentId));
      return commit(
        (transaction) =>
          deleteBatchPayment(books, batch, { Status: "DELETED" }, transaction)
            .row,
      );
    },
    overpay: (ContactID, UnitAmount, on) =>
      receive(
        {
          Type: "RECEIVE-OVERPAYMENT",
          Contact: { ContactID },
          LineItems: [{ Description: "Overpayment", UnitAmount }],
        },
        on,
      ),
    prepay: (ContactID, UnitAmount, on = {}) =>
      receive(
        {
          Type: "RECEIVE-PREPAYMENT",
          Contact: { ContactID },
          LineItems: [
            {
              Description: "Prepayment",
              UnitAmount,
              AccountCode:
                on.lineAccountCode ?? firstAccount(books, "REVENUE", "SALES"),
            },
          ],
        },
        on,
      ),
    createCreditNote: (note) =>
      commit(
        (transaction) =>
          saveCreditNote(books, note, undefined, 4, transaction).row,
      ),
    editCreditNote: (creditId, changes) => {
      const before = stored(books.credits.get(creditId));
      return commit(
        (transaction) =>
          saveCreditNote(books, changes, before, 4, transaction).row,
      );
    },
    allocate: (creditId, InvoiceID, Amount, { date } = {}) => {
      const posted = { Invoice: { InvoiceID }, Amount, Date: date };
      return commit(
        (transaction) =>
          allocate(
            books,
            stored(books.credits.get(creditId)).ID,
            posted,
            transaction,
          ).row,
      );
    },
    deleteAllocation: (allocationId) => {
      const allocation = stored(books.allocations.get(allocationId));
      return commit((transaction) =>
        deleteAllocation(books, allocation, transaction),
      );
    },
  };
}

function firstAccount(books: Books, ...types: string[]): string {
  const account = books.accounts
    .all()
    .find(({ Status, Type }) => Status === "ACTIVE" && types.includes(Type));
  return stored(account).Code;
}

export function stored<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("Nothing is stored under this id");
  return row;
}
