import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { Saved } from "./batch";
import type { Books, XeroEnv } from "./books";
import { CONTACT, CONTACTS } from "./contactData";
import type { PostedContact } from "./contactData";
import { memberships } from "./contactGroups";
import { findByNumber } from "./contactFind";
import { createContact, upsertContact } from "./contactSave";
import {
  openBalances,
  pagedContact,
  singleContact,
  summaryContact,
  unpagedContact,
  writtenContact,
} from "./contactViews";
import { answer } from "./envelope";
import { notFound } from "./errors";
import { ZERO_GUID } from "./ids";
import { flag, listParameter, paginate, select } from "./listing";
import { readElements } from "./postData";
import type { Transaction } from "./table";
import type { Contact } from "./types";
import { folded } from "./where";

export function contacts(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/Contacts", (c) => {
    const books = c.get("books");
    const ids = listParameter(c, "IDs");
    const term = folded(c.req.query("searchTerm") ?? "");
    const includeArchived = flag(c, "includeArchived");
    const found = select(c, books.contacts.all(), CONTACTS).filter(
      (contact) =>
        (includeArchived || contact.ContactStatus !== "ARCHIVED") &&
        (!ids || ids.has(contact.ContactID.toLowerCase())) &&
        isFoundBy(term, contact),
    );
    const { rows, pagination } = paginate(c, found);
    const joined = join(books);
    const show = flag(c, "summaryOnly")
      ? summaryContact
      : pagination
        ? (contact: Contact) => pagedContact(contact, joined)
        : unpagedContact;
    return answer(c, "Contacts", rows.map(show), pagination);
  });

  routes.get("/Contacts/:key", (c) => {
    const books = c.get("books");
    const key = c.req.param("key");
    const contact = books.contacts.get(key) ?? findByNumber(books, key);
    if (!contact) throw notFound();
    return answer(c, "Contacts", [singleContact(contact, join(books))]);
  });

  routes.put("/Contacts", async (c) =>
    save(c, await readContacts(c), createContact),
  );

  routes.post("/Contacts", async (c) =>
    save(c, await readContacts(c), upsertContact),
  );

  routes.post("/Contacts/:id", async (c) => {
    const ContactID = c.req.param("id");
    if (!c.get("books").contacts.get(ContactID)) throw notFound();
    const documents = await readContacts(c);
    return save(
      c,
      documents.map((document) => ({ ...document, ContactID })),
      upsertContact,
    );
  });

  return routes;
}

const join = (books: Books) => ({
  balances: openBalances(books),
  groups: memberships(books),
});

async function readContacts(c: Context<XeroEnv>): Promise<PostedContact[]> {
  return readElements(CONTACT, "Contacts", await c.req.text());
}

function save(
  c: Context<XeroEnv>,
  documents: PostedContact[],
  write: (
    books: Books,
    posted: PostedContact,
    transaction: Transaction,
  ) => Saved<Contact>,
): Response {
  return saveBatch(c, {
    collection: "Contacts",
    documents,
    save: (posted, transaction) => write(c.get("books"), posted, transaction),
    show: writtenContact,
    echo: (posted) => ({
      ContactID: ZERO_GUID,
      ...posted,
      HasValidationErrors: true,
    }),
  });
}

function isFoundBy(term: string, contact: Contact): boolean {
  return [
    contact.Name,
    contact.FirstName,
    contact.LastName,
    contact.ContactNumber,
    contact.CompanyNumber,
    contact.EmailAddress,
  ].some((text) => folded(text ?? "").includes(term));
}
