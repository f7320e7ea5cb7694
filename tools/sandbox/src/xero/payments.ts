import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { XeroEnv } from "./books";
import { answer } from "./envelope";
import { notFound, RulesBroken } from "./errors";
import { ZERO_GUID } from "./ids";
import { paginate, select } from "./listing";
import { PAYMENT, PAYMENTS } from "./paymentData";
import type { PostedPayment } from "./paymentData";
import { createPayment, deletePayment } from "./paymentSave";
import { listedPayment, singlePayment, writtenPayment } from "./paymentViews";
import { readElements } from "./postData";
import { wireDate } from "./wireDates";

export function payments(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/Payments", (c) => {
    const books = c.get("books");
    const listed = books.payments
      .all()
      .map((payment) => listedPayment(books, payment));
    const { rows, pagination } = paginate(c, select(c, listed, PAYMENTS));
    return answer(c, "Payments", rows, pagination);
  });

  routes.get("/Payments/:id", (c) => {
    const payment = c.get("books").payments.get(c.req.param("id"));
    if (!payment) throw notFound();
    return answer(c, "Payments", [singlePayment(c.get("books"), payment)]);
  });

  routes.put("/Payments", async (c) => save(c, await readPayments(c)));

  // One at a time; with the id of a payment it deletes that payment.
  routes.post("/Payments", async (c) =>
    save(c, (await readPayments(c)).slice(0, 1)),
  );

  routes.post("/Payments/:id", async (c) => {
    const PaymentID = c.req.param("id");
    if (!c.get("books").payments.get(PaymentID)) throw notFound();
    const [posted] = await readPayments(c);
    return save(c, [{ ...posted, PaymentID }]);
  });

  return routes;
}

async function readPayments(c: Context<XeroEnv>): Promise<PostedPayment[]> {
  return readElements(PAYMENT, "Payments", await c.req.text());
}

function save(c: Context<XeroEnv>, documents: PostedPayment[]): Response {
  const books = c.get("books");
  return saveBatch(c, {
    collection: "Payments",
    documents,
    save: (posted, transaction) => {
      if (!posted.PaymentID) return createPayment(books, posted, transaction);
      const payment = books.payments.get(posted.PaymentID);
      if (!payment)
        throw new RulesBroken([
          "The document with the supplied id was not found for this endpoint.",
        ]);
      return deletePayment(books, payment, posted, transaction);
    },
    show: (payment) => writtenPayment(books, payment),
    echo: echoPayment,
  });
}

/** A refused payment as Xero sends it back, without its errors. */
export function echoPayment(posted: PostedPayment): object {
  return {
    PaymentID: ZERO_GUID,
    ...posted,
    ...(posted.Date && { Date: wireDate(posted.Date) }),
    HasAccount: posted.Account !== undefined,
    HasValidationErrors: true,
  };
}
