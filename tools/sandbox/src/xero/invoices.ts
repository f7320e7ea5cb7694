import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { Books, XeroEnv } from "./books";
import { emailInvoice } from "./emailInvoice";
import { answer } from "./envelope";
import {
  notFound,
  RulesBroken,
  validationErrors,
  validationException,
} from "./errors";
import { guidFrom, ZERO_GUID } from "./ids";
import { INVOICE, INVOICES } from "./invoiceData";
import { byNumber, join } from "./invoiceFind";
import type { JoinedInvoice, PostedInvoice } from "./invoiceData";
import { saveInvoice } from "./invoiceSave";
import {
  listedInvoice,
  pagedInvoice,
  singleInvoice,
  summaryInvoice,
  writtenInvoice,
} from "./invoiceViews";
import { flag, listParameter, paginate, select } from "./listing";
import { readElements } from "./postData";
import type { Invoice } from "./types";
import { unitDecimals } from "./unitDecimals";
import { folded } from "./where";
import { wireDate, wireDateString } from "./wireDates";

export function invoices(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/Invoices", (c) => {
    const books = c.get("books");
    const matches = parameterFilter(c);
    const joined = books.invoices
      .all()
      .filter(matches)
      .map((invoice) => join(books, invoice));
    const { rows, pagination } = paginate(c, select(c, joined, INVOICES));
    const places = unitDecimals(c);
    const show = flag(c, "summaryOnly")
      ? summaryInvoice
      : pagination
        ? (invoice: JoinedInvoice) => pagedInvoice(invoice, places)
        : listedInvoice;
    return answer(c, "Invoices", rows.map(show), pagination);
  });

  routes.get("/Invoices/:key", (c) => {
    const invoice = find(c);
    return answer(c, "Invoices", [
      singleInvoice(join(c.get("books"), invoice), unitDecimals(c)),
    ]);
  });

  routes.put("/Invoices", async (c) =>
    save(c, await readInvoices(c), () => undefined),
  );

  routes.post("/Invoices", async (c) =>
    save(c, await readInvoices(c), (posted) =>
      findPosted(c.get("books"), posted),
    ),
  );

  routes.post("/Invoices/:key", async (c) => {
    const invoice = find(c);
    return save(c, await readInvoices(c), () =>
      c.get("books").invoices.get(invoice.InvoiceID),
    );
  });

  routes.post("/Invoices/:key/Email", (c) => {
    const invoice = find(c);
    emailInvoice(c.get("books"), invoice);
    c.get("committed")();
    return c.body(null, 204);
  });

  routes.get("/Invoices/:key/OnlineInvoice", (c) => {
    const invoice = find(c);
    // That drafts have none is documented; what Xero answers for them was not seen.
    if (invoice.Status === "DRAFT" || invoice.Type === "ACCPAY")
      throw validationException([
        {
          InvoiceID: invoice.InvoiceID,
          ValidationErrors: validationErrors([
            "Online invoices are only available for approved sales invoices.",
          ]),
        },
      ]);
    const slug = guidFrom(`online ${invoice.InvoiceID}`).replaceAll("-", "");
    return answer(c, "OnlineInvoices", [
      { OnlineInvoiceUrl: `https://in.xero.com/${slug}` },
    ]);
  });

  return routes;
}

async function readInvoices(c: Context<XeroEnv>): Promise<PostedInvoice[]> {
  return readElements(INVOICE, "Invoices", await c.req.text());
}

function save(
  c: Context<XeroEnv>,
  documents: PostedInvoice[],
  before: (posted: PostedInvoice) => Invoice | undefined,
): Response {
  const books = c.get("books");
  const places = unitDecimals(c);
  return saveBatch(c, {
    collection: "Invoices",
    documents,
    save: (posted, transaction) =>
      saveInvoice(books, posted, before(posted), places, transaction),
    show: (invoice) => writtenInvoice(join(books, invoice), places),
    echo,
  });
}

function echo(posted: PostedInvoice, broken: RulesBroken): object {
  const { Date, DueDate } = posted;
  return {
    InvoiceID: ZERO_GUID,
    ...posted,
    ...(Date && { Date: wireDate(Date), DateString: wireDateString(Date) }),
    ...(DueDate && {
      DueDate: wireDate(DueDate),
      DueDateString: wireDateString(DueDate),
    }),
    HasErrors: true,
    LineItems: (posted.LineItems ?? []).map((line, place) => ({
      ...line,
      ValidationErrors: validationErrors(broken.lines.get(place) ?? []),
    })),
  };
}

/** The filters that have parameters of their own. */
function parameterFilter(c: Context): (invoice: Invoice) => boolean {
  const ids = listParameter(c, "IDs");
  const numbers = listParameter(c, "InvoiceNumbers");
  const contactIds = listParameter(c, "ContactIDs");
  const statuses = listParameter(c, "Statuses");
  const term = folded(c.req.query("searchTerm") ?? "");
  return (invoice) =>
    (!ids || ids.has(invoice.InvoiceID.toLowerCase())) &&
    (!numbers || numbers.has(invoice.InvoiceNumber.toLowerCase())) &&
    (!contactIds || contactIds.has(invoice.Contact.ContactID.toLowerCase())) &&
    (!statuses || statuses.has(invoice.Status.toLowerCase())) &&
    [invoice.InvoiceNumber, invoice.Reference].some((text) =>
      folded(text).includes(term),
    );
}

/** By InvoiceID or InvoiceNumber. */
function find(c: Context<XeroEnv>): Invoice {
  const key = c.req.param("key") ?? "";
  const { invoices } = c.get("books");
  const invoice = invoices.get(key) ?? byNumber(invoices.all(), key);
  if (!invoice) throw notFound();
  return invoice;
}

/** POST changes the invoice it names by id, or by the number of a sales invoice. */
function findPosted(books: Books, posted: PostedInvoice): Invoice | undefined {
  if (posted.InvoiceID) {
    const found = books.invoices.get(posted.InvoiceID);
    if (!found)
      throw new RulesBroken([
        "The document with the supplied id was not found for this endpoint.",
      ]);
    return found;
  }
  if (!posted.InvoiceNumber || posted.Type === "ACCPAY") return undefined;
  return byNumber(
    books.invoices.all().filter((invoice) => invoice.Type === "ACCREC"),
    posted.InvoiceNumber,
  );
}
