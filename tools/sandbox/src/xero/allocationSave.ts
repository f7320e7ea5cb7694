import type { Saved } from "./batch";
import type { Books } from "./books";
import type { PostedAllocation } from "./creditData";
import { compare, decimal, round, toNumber, ZERO } from "../decimal";
import type { Decimal } from "../decimal";
import { RulesBroken } from "./errors";
import { byNumber } from "./invoiceFind";
import { brokenByLockDate, heldByLockDate } from "./lockDates";
import { recount } from "./settlement";
import { sideOf } from "./settlementTypes";
import type { Allocation, Credit, CreditKind } from "./settlementTypes";
import type { Transaction } from "./table";
import type { Invoice } from "./types";
import { calendarDateOf, wireDate } from "./wireDates";

/** Takes a part of a credit off an invoice, if every rule holds. */
export function allocate(
  books: Books,
  creditId: string,
  posted: PostedAllocation,
  transaction: Transaction,
): Saved<Allocation> {
  const credit = books.credits.get(creditId);
  if (!credit) throw new Error(`Credit ${creditId} is not stored`);
  const invoice = findInvoice(books, posted);
  const date = posted.Date ?? books.today();
  const amount = round(decimal(posted.Amount ?? 0), 2);
  const broken = [
    ...brokenCreditRules(credit, amount),
    ...(invoice
      ? brokenInvoiceRules(credit, invoice, amount)
      : ["An existing Invoice with the specified ID could not be found"]),
    ...brokenByLockDate(books.organisation, date),
  ];
  if (broken.length > 0 || !invoice) throw new RulesBroken(broken);
  const row: Allocation = {
    AllocationID: books.newId(),
    CreditID: credit.ID,
    InvoiceID: invoice.InvoiceID,
    Amount: toNumber(amount),
    Date: wireDate(date),
    IsDeleted: false,
  };
  write(books, row, transaction);
  return { row };
}

/** Gives the part back to the credit, and opens the invoice again. */
export function deleteAllocation(
  books: Books,
  allocation: Allocation,
  transaction: Transaction,
): Allocation {
  const broken = heldByLockDate(
    books.organisation,
    calendarDateOf(allocation.Date),
  );
  if (broken.length > 0) throw new RulesBroken(broken);
  const row = { ...allocation, IsDeleted: true };
  write(books, row, transaction);
  return row;
}

function write(books: Books, row: Allocation, transaction: Transaction): void {
  const credit = books.credits.get(row.CreditID)!;
  books.allocations.put(row, transaction);
  recount(books, { Kind: "Invoice", ID: row.InvoiceID }, transaction);
  recount(books, credit, transaction);
}

function findInvoice(
  books: Books,
  { Invoice: named }: PostedAllocation,
): Invoice | undefined {
  if (named?.InvoiceID) return books.invoices.get(named.InvoiceID);
  return named?.InvoiceNumber
    ? byNumber(books.invoices.all(), named.InvoiceNumber)
    : undefined;
}

const NAMES: Record<CreditKind, string> = {
  CreditNote: "Credit Note",
  Overpayment: "Overpayment",
  Prepayment: "Prepayment",
};

/** Xero's texts for the amount were not seen in full, nor the one for a credit that is not approved. */
function brokenCreditRules(credit: Credit, amount: Decimal): string[] {
  const name = NAMES[credit.Kind];
  const messages: string[] = [];
  if (compare(amount, ZERO) <= 0)
    messages.push("The allocation amount must be greater than zero");
  if (credit.Status !== "AUTHORISED" && credit.Status !== "PAID")
    messages.push(`${name} must be AUTHORISED to be allocated`);
  else if (compare(amount, decimal(credit.RemainingCredit)) > 0)
    messages.push(
      credit.Kind === "CreditNote"
        ? tooMuch(name)
        : `${name} cannot be allocated as the allocation amount is greater than the amount remaining on the ${name}`,
    );
  return messages;
}

/** Of these texts, those on contact, currency and unapproved invoices were not seen. */
function brokenInvoiceRules(
  credit: Credit,
  invoice: Invoice,
  amount: Decimal,
): string[] {
  const name = NAMES[credit.Kind];
  const messages: string[] = [];
  if (invoice.Status === "PAID")
    messages.push(
      "The invoice you are trying to allocate to has already been paid off",
    );
  else if (invoice.Status !== "AUTHORISED")
    messages.push(`${name} can only be allocated to authorised invoices`);
  if (compare(amount, decimal(invoice.AmountDue)) > 0)
    messages.push(tooMuch(name));
  if (invoice.Type !== sideOf(credit.Type))
    messages.push(`${name} cannot be allocated to an incorrect invoice type`);
  if (invoice.Contact.ContactID !== credit.Contact.ContactID)
    messages.push(`${name} cannot be allocated to another contact's invoice`);
  if (invoice.CurrencyCode !== credit.CurrencyCode)
    messages.push(
      `${name} cannot be allocated to an invoice in another currency`,
    );
  return messages;
}

function tooMuch(name: string): string {
  return `${name} cannot be allocated as amount is greater than amount outstanding`;
}
