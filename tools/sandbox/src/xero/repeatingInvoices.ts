import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { Books, XeroEnv } from "./books";
import { namedContact } from "./contactViews";
import { answer } from "./envelope";
import { notFound, RulesBroken, validationErrors } from "./errors";
import { ZERO_GUID } from "./ids";
import { writtenLine } from "./invoiceViews";
import { select } from "./listing";
import { readElements } from "./postData";
import { billSchedules } from "./repeatingBilling";
import {
  REPEATING_INVOICE,
  REPEATING_INVOICES,
  type PostedRepeatingInvoice,
  type RepeatingInvoice,
} from "./repeatingData";
import {
  createRepeatingInvoice,
  deleteRepeatingInvoice,
} from "./repeatingSave";
import { unitDecimals } from "./unitDecimals";

/** Templates are created and deleted; the API neither pages nor edits them. */
export function repeatingInvoices(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/RepeatingInvoices", (c) => {
    const books = c.get("books");
    const joined = books.repeatingInvoices.all().map((row) => join(books, row));
    const rows = select(c, joined, REPEATING_INVOICES);
    const places = unitDecimals(c);
    return answer(
      c,
      "RepeatingInvoices",
      rows.map((row) => show(row, places)),
    );
  });

  routes.get("/RepeatingInvoices/:id", (c) => {
    const books = c.get("books");
    const row = books.repeatingInvoices.get(c.req.param("id"));
    if (!row) throw notFound();
    return answer(c, "RepeatingInvoices", [
      show(join(books, row), unitDecimals(c)),
    ]);
  });

  routes.put("/RepeatingInvoices", async (c) => save(c, await read(c)));
  routes.post("/RepeatingInvoices", async (c) => save(c, await read(c)));
  routes.post("/RepeatingInvoices/:id", async (c) => {
    const RepeatingInvoiceID = c.req.param("id");
    if (!c.get("books").repeatingInvoices.get(RepeatingInvoiceID))
      throw notFound();
    const [posted = {}] = await read(c);
    return save(c, [{ ...posted, RepeatingInvoiceID }]);
  });

  return routes;
}

async function read(c: Context<XeroEnv>): Promise<PostedRepeatingInvoice[]> {
  return readElements(
    REPEATING_INVOICE,
    "RepeatingInvoices",
    await c.req.text(),
  );
}

function save(
  c: Context<XeroEnv>,
  documents: PostedRepeatingInvoice[],
): Response {
  const books = c.get("books");
  const places = unitDecimals(c);
  const answered = saveBatch(c, {
    collection: "RepeatingInvoices",
    documents,
    save: (posted, transaction) => {
      if (!posted.RepeatingInvoiceID || c.req.method === "PUT")
        return createRepeatingInvoice(books, posted, places, transaction);
      const before = books.repeatingInvoices.get(posted.RepeatingInvoiceID);
      if (!before)
        throw new RulesBroken([
          "The document with the supplied id was not found for this endpoint.",
        ]);
      return deleteRepeatingInvoice(books, posted, before, transaction);
    },
    show: (row) => show(join(books, row), places),
    echo: (posted, broken) => ({
      RepeatingInvoiceID: ZERO_GUID,
      ...posted,
      LineItems: (posted.LineItems ?? []).map((line, place) => ({
        ...line,
        ValidationErrors: validationErrors(broken.lines.get(place) ?? []),
      })),
    }),
  });
  if (billSchedules(books)) c.get("committed")();
  return answered;
}

type Joined = ReturnType<typeof join>;

function join(books: Books, row: RepeatingInvoice) {
  const contact = books.contacts.get(row.Contact.ContactID);
  if (!contact) throw new Error(`${row.RepeatingInvoiceID} has no contact`);
  return { ...row, Contact: contact };
}

function show(row: Joined, places: number): object {
  return {
    ...row,
    ID: row.RepeatingInvoiceID,
    HasAttachments: false,
    Contact: namedContact(row.Contact),
    LineItems: row.LineItems.map((line) => writtenLine(line, places)),
  };
}
