import type { Books } from "./books";
import type { PostedBankTransaction } from "./creditData";
import type { PostedLine } from "./invoiceData";
import type { ResolvedLine } from "./invoiceLines";
import { priceLine } from "./invoiceMoney";
import { resolveLines } from "./invoiceSave";
import { findAccount } from "./lineAccounts";
import type { Contact, LineAmountTypes } from "./types";

/** The lines of a prepayment are lines as of an invoice. */
export function prepaidLines(
  books: Books,
  posted: PostedBankTransaction,
  contact: Contact | undefined,
  lineAmountTypes: LineAmountTypes,
  places: number,
): ResolvedLine[] {
  return resolveLines(books, posted, undefined, {
    type: "ACCREC",
    status: "AUTHORISED",
    lineAmountTypes,
    contact,
    places,
  });
}

/** What was paid too much lies on the debtors' account, which no other line may name, and bears no tax. */
export function overpaidLines(
  books: Books,
  { LineItems = [] }: PostedBankTransaction,
  places: number,
): ResolvedLine[] {
  return LineItems.map((posted) => overpaidLine(books, posted, places));
}

function overpaidLine(
  books: Books,
  posted: PostedLine,
  places: number,
): ResolvedLine {
  const debtors = books.accounts
    .all()
    .find(({ SystemAccount }) => SystemAccount === "DEBTORS");
  const { AccountCode, AccountID, Description } = posted;
  const named = AccountID
    ? books.accounts.get(AccountID)
    : findAccount(books, AccountCode ?? debtors?.Code);
  const price = priceLine(posted, places);
  return {
    line: {
      LineItemID: books.newId(),
      Description,
      Quantity: price.Quantity ?? 1,
      UnitAmount: price.UnitAmount,
      LineAmount: price.LineAmount,
      AccountCode: debtors?.Code,
      AccountID: debtors?.AccountID,
      TaxType: "NONE",
      TaxAmount: 0,
      Tracking: [],
    },
    messages:
      named === debtors
        ? price.messages
        : [
            ...price.messages,
            `Account code '${AccountCode ?? AccountID}' is not a valid code for this document.`,
          ],
    warnings: [],
  };
}
