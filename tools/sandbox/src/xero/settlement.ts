import type { Books } from "./books";
import { decimal, subtract, sum, toNumber } from "../decimal";
import type { Decimal } from "../decimal";
import { amountDue } from "./invoiceMoney";
import type {
  Allocation,
  Credit,
  CreditKind,
  PaidDocument,
  Payment,
} from "./settlementTypes";
import type { Transaction } from "./table";
import { wireInstant } from "./wireDates";

/** The payments of a document that were not deleted. */
export function paymentsOf(books: Books, { Kind, ID }: PaidDocument) {
  return books.payments
    .all()
    .filter(
      ({ Document, Status }) =>
        Status === "AUTHORISED" && Document.Kind === Kind && Document.ID === ID,
    );
}

/** What is taken from a credit, or off an invoice, now. */
export function allocationsOf(
  books: Books,
  side: "CreditID" | "InvoiceID",
  id: string,
): Allocation[] {
  return books.allocations
    .all()
    .filter((allocation) => !allocation.IsDeleted && allocation[side] === id);
}

/** Counts a document's money again after a payment or an allocation came or went. */
export function recount(
  books: Books,
  { Kind, ID }: PaidDocument,
  transaction: Transaction,
): void {
  if (Kind === "Invoice") recountInvoice(books, ID, transaction);
  else recountCredit(books, ID, transaction);
}

function recountInvoice(
  books: Books,
  InvoiceID: string,
  transaction: Transaction,
): void {
  const before = books.invoices.get(InvoiceID);
  if (!before) throw new Error(`Invoice ${InvoiceID} is not stored`);
  const payments = paymentsOf(books, { Kind: "Invoice", ID: InvoiceID });
  const allocations = allocationsOf(books, "InvoiceID", InvoiceID);
  const AmountPaid = toNumber(total(payments));
  const AmountCredited = toNumber(total(allocations));
  const AmountDue = amountDue(before.Total, AmountPaid, AmountCredited);
  books.invoices.put(
    {
      ...before,
      Payments: payments.map(shownPayment),
      CreditNotes: shownCredits(books, "CreditNote", allocations),
      Prepayments: shownCredits(books, "Prepayment", allocations),
      Overpayments: shownCredits(books, "Overpayment", allocations),
      AmountDue,
      AmountPaid,
      AmountCredited,
      ...settled(AmountDue, [...payments, ...allocations]),
      UpdatedDateUTC: wireInstant(books.now()),
    },
    transaction,
  );
}

function recountCredit(
  books: Books,
  ID: string,
  transaction: Transaction,
): void {
  const before = books.credits.get(ID);
  if (!before) throw new Error(`Credit ${ID} is not stored`);
  const used = [
    ...paymentsOf(books, before),
    ...allocationsOf(books, "CreditID", ID),
  ];
  const RemainingCredit = toNumber(
    subtract(decimal(before.Total), total(used)),
  );
  books.credits.put(
    {
      ...before,
      RemainingCredit,
      ...settled(RemainingCredit, used),
      UpdatedDateUTC: wireInstant(books.now()),
    },
    transaction,
  );
}

/** Paid on the day of the last thing that settled it; open again when one is taken back. */
function settled(
  outstanding: number,
  by: readonly { Date: string }[],
): { Status: "AUTHORISED" | "PAID"; FullyPaidOnDate?: string } {
  if (outstanding !== 0)
    return { Status: "AUTHORISED", FullyPaidOnDate: undefined };
  return {
    Status: "PAID",
    FullyPaidOnDate: by
      .map((each) => each.Date)
      .toSorted()
      .at(-1),
  };
}

function total(entries: readonly { Amount: number }[]): Decimal {
  return sum(entries.map(({ Amount }) => decimal(Amount)));
}

/** A payment inside the document that it pays. */
export function shownPayment(payment: Payment): Record<string, unknown> {
  const { PaymentID, BatchPaymentID, Date, Amount, Reference, CurrencyRate } =
    payment;
  return {
    PaymentID,
    BatchPaymentID,
    Date,
    Amount,
    Reference,
    CurrencyRate,
    HasAccount: false,
    HasValidationErrors: false,
  };
}

/** The credits of one kind inside an invoice, with what they took off it. Overpayments and prepayments were not seen there. */
function shownCredits(
  books: Books,
  kind: CreditKind,
  allocations: readonly Allocation[],
): Record<string, unknown>[] {
  const ids = new Set(allocations.map(({ CreditID }) => CreditID));
  return [...ids].flatMap((id) => {
    const credit = books.credits.get(id);
    const parts = allocations.filter(({ CreditID }) => CreditID === id);
    return credit?.Kind === kind ? [shownCredit(credit, parts)] : [];
  });
}

function shownCredit(
  { Kind, ID, Number, DateString, Date, Total }: Credit,
  parts: readonly Allocation[],
): Record<string, unknown> {
  return {
    [`${Kind}ID`]: ID,
    ...(Kind === "CreditNote"
      ? { CreditNoteNumber: Number, HasErrors: false, InvoiceAddresses: [] }
      : {}),
    ID,
    AppliedAmount: toNumber(total(parts)),
    DateString,
    Date,
    LineItems: [],
    Total,
  };
}
