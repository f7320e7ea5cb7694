import { Hono } from "hono";
import type { Context } from "hono";
import type { XeroEnv } from "./books";
import { CREDIT_NOTES, OVERPAYMENTS, PREPAYMENTS } from "./creditData";
import { listedCredit, pagedLines, singleCredit } from "./creditViews";
import { answer } from "./envelope";
import { notFound } from "./errors";
import { listParameter, paginate, select } from "./listing";
import type { Queryable } from "./listing";
import { findCredit } from "./payable";
import type { Credit, CreditKind } from "./settlementTypes";
import { unitDecimals } from "./unitDecimals";

/** The collection of each kind of credit, in the spelling of its URLs. */
export const COLLECTIONS: Record<CreditKind, string> = {
  CreditNote: "CreditNotes",
  Overpayment: "Overpayments",
  Prepayment: "Prepayments",
};

const QUERYABLES: Record<CreditKind, Queryable> = {
  CreditNote: CREDIT_NOTES,
  Overpayment: OVERPAYMENTS,
  Prepayment: PREPAYMENTS,
};

/** Reading the credits of one kind. */
export function credits(kind: CreditKind): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();
  const collection = COLLECTIONS[kind];

  routes.get(`/${collection}`, (c) => {
    const books = c.get("books");
    const matches = parameterFilter(c);
    const listed = books.credits
      .all()
      .filter((credit) => credit.Kind === kind && matches(credit))
      .map((credit) => listedCredit(books, credit));
    const { rows, pagination } = paginate(
      c,
      select(c, listed, QUERYABLES[kind]),
    );
    const places = unitDecimals(c);
    const shown = pagination
      ? rows.map((row) => ({
          ...row,
          LineItems: pagedLines(books.credits.get(row.ID)!, places),
        }))
      : rows;
    return answer(c, collection, shown, pagination);
  });

  routes.get(`/${collection}/:key`, (c) => {
    const books = c.get("books");
    const credit = findCredit(books, kind, c.req.param("key"));
    if (!credit) throw notFound();
    return answer(c, collection, [
      singleCredit(books, credit, unitDecimals(c)),
    ]);
  });

  return routes;
}

/** The filters that have parameters of their own; a prepayment's reference is its number. */
function parameterFilter(c: Context): (credit: Credit) => boolean {
  const references = listParameter(c, "References");
  const numbers = listParameter(c, "InvoiceNumbers");
  return ({ Kind, Number, Reference }) => {
    if (Kind === "CreditNote") return true;
    const shown = Kind === "Prepayment" ? Number : Reference;
    return (
      (!references || references.has(shown.toLowerCase())) &&
      (!numbers || numbers.has(Number.toLowerCase()))
    );
  };
}
