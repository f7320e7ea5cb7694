import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import {
  createBatchPayment,
  deleteBatchPayment,
  paymentsIn,
} from "./batchPaymentSave";
import type { Books, XeroEnv } from "./books";
import { answer } from "./envelope";
import { notFound, RulesBroken, validationErrors } from "./errors";
import { ZERO_GUID } from "./ids";
import { select } from "./listing";
import { omit } from "./omit";
import { currencyOf } from "./paymentAccounts";
import { BATCH_PAYMENT, BATCH_PAYMENTS } from "./paymentData";
import type { PostedBatchPayment } from "./paymentData";
import { echoPayment } from "./payments";
import { EMPTY_INVOICE } from "./paymentViews";
import { readElements } from "./postData";
import type { BatchPayment, Payment } from "./settlementTypes";

export function batchPayments(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/BatchPayments", (c) => {
    const books = c.get("books");
    const shown = books.batchPayments.all().map((batch) => show(books, batch));
    return answer(c, "BatchPayments", select(c, shown, BATCH_PAYMENTS));
  });

  routes.get("/BatchPayments/:id", (c) => {
    const batch = c.get("books").batchPayments.get(c.req.param("id"));
    if (!batch) throw notFound();
    return answer(c, "BatchPayments", [show(c.get("books"), batch)]);
  });

  routes.put("/BatchPayments", async (c) =>
    save(
      c,
      (await readBatches(c)).map((posted) => omit(posted, "BatchPaymentID")),
    ),
  );

  routes.post("/BatchPayments", async (c) =>
    save(
      c,
      (await readBatches(c)).map((posted) => ({
        ...posted,
        BatchPaymentID: posted.BatchPaymentID ?? ZERO_GUID,
      })),
    ),
  );

  routes.post("/BatchPayments/:id", async (c) => {
    const BatchPaymentID = c.req.param("id");
    if (!c.get("books").batchPayments.get(BatchPaymentID)) throw notFound();
    const [posted] = await readBatches(c);
    return save(c, [{ ...posted, BatchPaymentID }]);
  });

  return routes;
}

async function readBatches(c: Context<XeroEnv>): Promise<PostedBatchPayment[]> {
  return readElements(BATCH_PAYMENT, "BatchPayments", await c.req.text());
}

/** Without an id a batch is made; with one it is deleted, which is all that can be done to it. */
function save(c: Context<XeroEnv>, documents: PostedBatchPayment[]): Response {
  const books = c.get("books");
  return saveBatch(c, {
    collection: "BatchPayments",
    documents,
    save: (posted, transaction) => {
      if (!posted.BatchPaymentID)
        return createBatchPayment(books, posted, transaction);
      const batch = books.batchPayments.get(posted.BatchPaymentID);
      if (!batch)
        throw new RulesBroken([
          "The document with the supplied id was not found for this endpoint.",
        ]);
      return deleteBatchPayment(books, batch, posted, transaction);
    },
    show: (batch) => show(books, batch),
    echo: (posted, broken) => ({
      BatchPaymentID: ZERO_GUID,
      ...posted,
      Payments: (posted.Payments ?? []).map((payment, place) => ({
        ...echoPayment(payment),
        ValidationErrors: validationErrors(broken.lines.get(place) ?? []),
      })),
    }),
  });
}

function show(books: Books, batch: BatchPayment) {
  const { AccountID } = batch;
  const account = books.accounts.get(AccountID);
  return {
    Account: {
      AccountID,
      CurrencyCode: account && currencyOf(books, account),
    },
    ...omit(batch, "AccountID"),
    Payments: paymentsIn(books, batch).map((payment) =>
      showPayment(books, payment),
    ),
  };
}

function showPayment(books: Books, payment: Payment): object {
  const { PaymentID, Document, Reference, Amount, BankAmount } = payment;
  const document =
    books.invoices.get(Document.ID) ?? books.credits.get(Document.ID);
  return {
    Invoice: {
      InvoiceID: Document.ID,
      CurrencyCode: document?.CurrencyCode,
      ...EMPTY_INVOICE,
    },
    PaymentID,
    Reference,
    Amount,
    BankAmount,
  };
}
