import type { Books } from "./books";
import { isDiscounted } from "./invoiceMoney";
import { FIRST, isMoneyChanged, NEXT, SETTLED } from "./invoiceStatus";
import { allocationsOf, paymentsOf } from "./settlement";
import type { Credit, CreditStatus } from "./settlementTypes";

/** The texts are an invoice's; of credit notes only SETTLED was seen. */
export function brokenStatusRules(
  books: Books,
  before: Credit | undefined,
  next: CreditStatus,
): string[] {
  if (!before)
    return FIRST.includes(next)
      ? []
      : ["Credit Note not of valid status for creation"];
  if (!NEXT[before.Status].includes(next))
    return ["Credit Note not of valid status for modification"];
  return next === "VOIDED" && isUsed(books, before) ? [SETTLED] : [];
}

export function brokenNoteRules(
  books: Books,
  note: Credit,
  before: Credit | undefined,
): string[] {
  const messages: string[] = [];
  if (isNumberTaken(books, note))
    messages.push("Credit Note # must be unique.");
  if (note.Status !== "DRAFT" && note.LineItems.length === 0)
    messages.push("One or more line items must be specified");
  // Xero's text for this was not seen.
  if (note.LineItems.some(isDiscounted))
    messages.push("Credit notes do not support discounts.");
  if (!books.currencies.get(note.CurrencyCode))
    messages.push(
      `Organisation is not subscribed to currency ${note.CurrencyCode}`,
    );
  if (before && isUsed(books, before) && isChanged(before, note))
    messages.push(SETTLED);
  return messages;
}

/** Taken off an invoice or paid back, wholly or in part. */
export function isUsed(books: Books, note: Credit): boolean {
  return (
    paymentsOf(books, note).length > 0 ||
    allocationsOf(books, "CreditID", note.ID).length > 0
  );
}

function isChanged(before: Credit, after: Credit): boolean {
  return (
    isMoneyChanged(before, after) ||
    before.Contact.ContactID !== after.Contact.ContactID
  );
}

function isNumberTaken(books: Books, note: Credit): boolean {
  return (
    note.Type === "ACCRECCREDIT" &&
    note.Number !== "" &&
    books.credits
      .all()
      .some(
        (other) =>
          other.Type === "ACCRECCREDIT" &&
          other.Status !== "DELETED" &&
          other.ID !== note.ID &&
          other.Number.toLowerCase() === note.Number.toLowerCase(),
      )
  );
}
