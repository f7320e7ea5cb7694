import { Hono } from "hono";
import type { Context } from "hono";
import { allocate, deleteAllocation } from "./allocationSave";
import { saveBatch } from "./batch";
import type { Books, XeroEnv } from "./books";
import { ALLOCATION } from "./creditData";
import { COLLECTIONS } from "./credits";
import { answerBare } from "./envelope";
import {
  notFound,
  RulesBroken,
  validationErrors,
  validationException,
} from "./errors";
import { findCredit } from "./payable";
import { EMPTY_INVOICE } from "./paymentViews";
import { readElements } from "./postData";
import type { Allocation, Credit, CreditKind } from "./settlementTypes";
import { rollBack } from "./table";
import type { Transaction } from "./table";
import { wireDate } from "./wireDates";

/** Taking the credits of one kind off invoices, and giving them back. */
export function allocations(kind: CreditKind): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();
  const path = `/${COLLECTIONS[kind]}/:key/Allocations`;

  routes.put(path, async (c) => {
    const credit = find(c, kind);
    const books = c.get("books");
    return saveBatch(c, {
      collection: "Allocations",
      documents: readElements(ALLOCATION, "Allocations", await c.req.text()),
      save: (posted, transaction) =>
        allocate(books, credit.ID, posted, transaction),
      show: (allocation) => show(books, allocation),
      echo: (posted) => ({
        ...posted,
        ...(posted.Date && { Date: wireDate(posted.Date) }),
        [kind]: mention(credit),
      }),
    });
  });

  routes.delete(`${path}/:allocationId`, (c) => {
    const credit = find(c, kind);
    const allocation = c
      .get("books")
      .allocations.get(c.req.param("allocationId") ?? "");
    if (!allocation || allocation.IsDeleted) throw notFound();
    if (allocation.CreditID !== credit.ID) throw notFound();
    const { AllocationID, Amount, Date, InvoiceID, IsDeleted } = remove(
      c,
      allocation,
    );
    return answerBare(c, "Allocation", {
      AllocationID,
      Amount,
      Date,
      Invoice: { InvoiceID },
      IsDeleted,
    });
  });

  return routes;
}

function find(c: Context<XeroEnv>, kind: CreditKind): Credit {
  const credit = findCredit(c.get("books"), kind, c.req.param("key") ?? "");
  if (!credit) throw notFound();
  return credit;
}

function remove(c: Context<XeroEnv>, allocation: Allocation): Allocation {
  const transaction: Transaction = { undo: [] };
  try {
    const removed = deleteAllocation(c.get("books"), allocation, transaction);
    c.get("committed")();
    return removed;
  } catch (error) {
    rollBack(transaction);
    if (!(error instanceof RulesBroken)) throw error;
    const { AllocationID } = allocation;
    throw validationException([
      { AllocationID, ValidationErrors: validationErrors(error.messages) },
    ]);
  }
}

function show(books: Books, allocation: Allocation): object {
  const { AllocationID, Amount, Date, InvoiceID, CreditID } = allocation;
  const credit = books.credits.get(CreditID)!;
  return {
    AllocationID,
    Amount,
    Date,
    Invoice: { InvoiceID, ...EMPTY_INVOICE, ValidationErrors: [] },
    [credit.Kind]: mention(credit),
    ValidationErrors: [],
  };
}

function mention({ Kind, ID }: Credit): object {
  return { [`${Kind}ID`]: ID, ID, LineItems: [] };
}
