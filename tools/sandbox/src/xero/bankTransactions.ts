import { Hono } from "hono";
import { createBankTransaction } from "./bankTransactionSave";
import { saveBatch } from "./batch";
import type { Books, XeroEnv } from "./books";
import { writtenContact } from "./contactViews";
import { BANK_TRANSACTION } from "./creditData";
import { answer } from "./envelope";
import { notFound, validationErrors } from "./errors";
import { ZERO_GUID } from "./ids";
import { writtenLine } from "./invoiceViews";
import { readElements } from "./postData";
import type { BankTransaction } from "./settlementTypes";
import { unitDecimals } from "./unitDecimals";
import { wireDate, wireDateString } from "./wireDates";

/** Bank transactions, as far as overpayments and prepayments begin there. */
export function bankTransactions(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/BankTransactions/:id", (c) => {
    const books = c.get("books");
    const row = books.bankTransactions.get(c.req.param("id"));
    if (!row) throw notFound();
    return answer(c, "BankTransactions", [
      {
        ...show(books, row, unitDecimals(c)),
        HasAttachments: false,
        Attachments: [],
      },
    ]);
  });

  routes.put("/BankTransactions", async (c) => {
    const books = c.get("books");
    const places = unitDecimals(c);
    return saveBatch(c, {
      collection: "BankTransactions",
      documents: readElements(
        BANK_TRANSACTION,
        "BankTransactions",
        await c.req.text(),
      ),
      save: (posted, transaction) =>
        createBankTransaction(books, posted, places, transaction),
      show: (row) => show(books, row, places),
      echo: ({ Date, ...posted }, broken) => ({
        BankTransactionID: ZERO_GUID,
        ...posted,
        ...(Date && { Date: wireDate(Date), DateString: wireDateString(Date) }),
        LineItems: (posted.LineItems ?? []).map((line, place) => ({
          ...line,
          ValidationErrors: validationErrors(broken.lines.get(place) ?? []),
        })),
      }),
    });
  });

  return routes;
}

function show(books: Books, row: BankTransaction, places: number): object {
  const { BankTransactionID, CreditID, IsReconciled, UpdatedDateUTC } = row;
  const credit = books.credits.get(CreditID);
  const account = books.accounts.get(row.AccountID);
  const contact = credit && books.contacts.get(credit.Contact.ContactID);
  if (!contact || !account) throw new Error(`${CreditID} is not stored whole`);
  const { AccountID, Code, Name } = account;
  const { Kind, Type, CurrencyCode, CurrencyRate, DateString, Date } = credit;
  const { LineAmountTypes, SubTotal, TotalTax, Total } = credit;
  return {
    BankTransactionID,
    BankAccount: { AccountID, Code, Name },
    Type,
    IsReconciled,
    [`${Kind}ID`]: CreditID,
    CurrencyRate,
    Contact: writtenContact(contact),
    DateString,
    Date,
    Status: "AUTHORISED",
    LineAmountTypes,
    LineItems: credit.LineItems.map((line) => writtenLine(line, places)),
    SubTotal,
    TotalTax,
    Total,
    UpdatedDateUTC,
    CurrencyCode,
  };
}
