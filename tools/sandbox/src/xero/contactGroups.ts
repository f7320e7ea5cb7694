import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { Saved } from "./batch";
import type { Books, XeroEnv } from "./books";
import { answer } from "./envelope";
import { notFound, RulesBroken } from "./errors";
import { namedContact } from "./contactViews";
import { select } from "./listing";
import type { Queryable } from "./listing";
import { readElements } from "./postData";
import type { Posted } from "./postData";
import type { Transaction } from "./table";
import type { ContactGroup } from "./types";

const MOST_GROUPS = 100;

const GROUP = {
  ContactGroupID: "guid",
  Name: "text",
  Status: "text",
} as const;

type PostedGroup = Posted<typeof GROUP>;

const GROUPS: Queryable = { resource: "ContactGroup", fields: GROUP };

const MEMBER = { ContactID: "guid" } as const;

/** Groups of contacts: only active ones are shown, and contacts only with one group. */
export function contactGroups(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/ContactGroups", (c) =>
    answer(
      c,
      "ContactGroups",
      select(c, activeGroups(c.get("books")), GROUPS).map(listedGroup),
    ),
  );

  routes.get("/ContactGroups/:id", (c) => {
    const group = groupOf(c);
    const { contacts } = c.get("books");
    return answer(c, "ContactGroups", [
      {
        ...listedGroup(group),
        Contacts: group.ContactIDs.flatMap((id) => contacts.get(id) ?? []).map(
          namedContact,
        ),
      },
    ]);
  });

  routes.put("/ContactGroups", async (c) => save(c, await c.req.text()));

  routes.post("/ContactGroups/:id", async (c) =>
    save(c, await c.req.text(), groupOf(c)),
  );

  routes.put("/ContactGroups/:id/Contacts", async (c) => {
    const { ContactGroupID } = groupOf(c);
    const books = c.get("books");
    return saveBatch(c, {
      collection: "Contacts",
      documents: readElements(MEMBER, "Contacts", await c.req.text()),
      save: ({ ContactID = "" }, transaction) => {
        // Xero's own text for a contact that it does not have was not seen.
        if (!books.contacts.get(ContactID))
          throw new RulesBroken([`Contact '${ContactID}' does not exist`]);
        const group = books.contactGroups.get(ContactGroupID) ?? missing();
        const ContactIDs = [...new Set([...group.ContactIDs, ContactID])];
        books.contactGroups.put({ ...group, ContactIDs }, transaction);
        return { row: { ContactID } };
      },
      show: (row) => ({ ...MEMBER_ANSWER, ...row }),
      echo: (posted) => posted,
    });
  });

  routes.delete("/ContactGroups/:id/Contacts", (c) => remove(c, () => true));

  routes.delete("/ContactGroups/:id/Contacts/:contactId", (c) =>
    remove(c, (id) => id === c.req.param("contactId").toLowerCase()),
  );

  return routes;
}

const MEMBER_ANSWER = {
  Addresses: [],
  Phones: [],
  ContactGroups: [],
  ContactPersons: [],
  HasValidationErrors: false,
  ValidationErrors: [],
};

/** The groups of each contact, collected once for an answer. */
export function memberships(
  books: Books,
): (contact: { ContactID: string }) => object {
  const groups = activeGroups(books);
  return ({ ContactID }) => ({
    ContactGroups: groups
      .filter(({ ContactIDs }) => ContactIDs.includes(ContactID))
      .map(listedGroup),
  });
}

function activeGroups(books: Books): ContactGroup[] {
  return books.contactGroups.all().filter(({ Status }) => Status === "ACTIVE");
}

function listedGroup({ ContactGroupID, Name, Status }: ContactGroup): object {
  return {
    ContactGroupID,
    Name,
    Status,
    Contacts: [],
    HasValidationErrors: false,
  };
}

function groupOf(c: Context<XeroEnv>): ContactGroup {
  const group = c.get("books").contactGroups.get(c.req.param("id") ?? "");
  return group?.Status === "ACTIVE" ? group : missing();
}

function missing(): never {
  throw notFound();
}

function save(
  c: Context<XeroEnv>,
  body: string,
  existing?: ContactGroup,
): Response {
  return saveBatch(c, {
    collection: "ContactGroups",
    documents: readElements(GROUP, "ContactGroups", body),
    save: (posted, transaction) =>
      saveGroup(c.get("books"), posted, existing, transaction),
    show: listedGroup,
    echo: (posted) => posted,
  });
}

/** Creates a group, or renames or deletes one. */
export function saveGroup(
  books: Books,
  { Name = "", Status }: PostedGroup,
  existing: ContactGroup | undefined,
  transaction: Transaction,
): Saved<ContactGroup> {
  if (!existing && activeGroups(books).length >= MOST_GROUPS)
    throw new RulesBroken([
      `You’ve reached the limit of ${MOST_GROUPS} contact groups.`,
    ]);
  const row: ContactGroup = {
    ContactGroupID: books.newId(),
    ContactIDs: [],
    ...existing,
    Name: Name || (existing?.Name ?? ""),
    Status: Status === "DELETED" ? "DELETED" : "ACTIVE",
  };
  books.contactGroups.put(row, transaction);
  return { row };
}

function remove(
  c: Context<XeroEnv>,
  leaves: (contactId: string) => boolean,
): Response {
  const group = groupOf(c);
  const ContactIDs = group.ContactIDs.filter((id) => !leaves(id));
  c.get("books").contactGroups.put({ ...group, ContactIDs }, { undo: [] });
  c.get("committed")();
  return c.body(null, 204);
}
