import App from "../../src/index";
import { vendors } from "../fixtures/vendors";
import {
  contact,
  CONTACT_ID,
  FIND_CONTACTS,
  foundContacts,
  newContact,
  PUT_CONTACT,
} from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "find_xero_contact";
const INPUT = { email: "priya@harbourfinch.example" };

it("a contact is found by its e-mail address, archived ones aside", async () => {
  const wire = vendors(
    foundContacts(
      contact({ ContactID: "old", ContactStatus: "ARCHIVED" }),
      contact({ EmailAddress: "Priya@HarbourFinch.example" }),
      // found by its name, which happens to be the address
      contact({ ContactID: "other", EmailAddress: "x@y.example" }),
    ),
  );
  const found = await newZap().search(KEY, INPUT);
  expect(wire.calls()).toEqual([FIND_CONTACTS]);
  expect(wire.query(0)).toEqual({
    where:
      'EmailAddress=="priya@harbourfinch.example" OR Name=="priya@harbourfinch.example"',
    includeArchived: "true",
    page: "1",
    summaryOnly: "false",
  });
  expect(found).toEqual([
    {
      id: CONTACT_ID,
      name: "Harbour & Finch",
      first_name: "Priya",
      last_name: "Nair",
      email: "Priya@HarbourFinch.example",
      status: "ACTIVE",
      contact_url: `https://go.xero.com/Contacts/View/${CONTACT_ID}`,
    },
  ]);
  expect(undeclared("searches", KEY, found[0]!)).toEqual([]);
});

it.each([
  [
    "one has the address and another the name",
    { ...INPUT, name: "Harbour & Finch" },
    [
      contact({ ContactID: "by-email", Name: "Finch Holdings" }),
      contact({ ContactID: "by-name", EmailAddress: "x@y.example" }),
    ],
    ["by-email", "by-name"],
  ],
  [
    "several have the address",
    INPUT,
    [
      contact({ ContactID: "first", Name: "Harbour" }),
      contact({ ContactID: "second", Name: "Finch" }),
    ],
    ["first", "second"],
  ],
  [
    "only another address goes with the name",
    { ...INPUT, name: "Harbour & Finch" },
    [contact({ ContactID: "by-name", EmailAddress: "x@y.example" })],
    ["by-name", "x@y.example"],
  ],
  [
    "the only one with the address is archived",
    INPUT,
    [contact({ ContactID: "old", ContactStatus: "ARCHIVED" })],
    ["old", "archived"],
  ],
])(
  "nobody is picked where %s: the step stops and names them",
  async (_, input, contacts, texts) => {
    vendors(foundContacts(...contacts));
    const { name, message } = await failure(newZap().search(KEY, input));
    expect(name).toBe("HaltedError");
    for (const text of texts) expect(message).toContain(text);
  },
);

it("an archived namesake does not stand in the way", async () => {
  vendors(
    foundContacts(
      contact({ Name: "Finch Holdings" }),
      contact({
        ContactID: "old",
        ContactStatus: "ARCHIVED",
        EmailAddress: "",
      }),
    ),
  );
  const input = { ...INPUT, name: "Harbour & Finch" };
  expect(await newZap().search(KEY, input)).toEqual([
    expect.objectContaining({ id: CONTACT_ID, name: "Finch Holdings" }),
  ]);
});

it("a contact is found by its name where that is the key", async () => {
  vendors(foundContacts(contact({ Name: "HARBOUR & FINCH" })));
  const input = { name: "Harbour & Finch", customer_match: "company_name" };
  expect(await newZap().search(KEY, input)).toHaveLength(1);
});

it("nobody is found as an empty list, not as an error", async () => {
  vendors(foundContacts());
  expect(await newZap().search(KEY, INPUT)).toEqual([]);
});

it("a search that fails is an error and not an empty list, which would create the contact again", async () => {
  vendors({ call: FIND_CONTACTS, status: 500, body: "" });
  expect(await failure(newZap().search(KEY, INPUT))).toMatchObject({
    name: "AppError",
  });
});

it("a search for nothing stops the step before any call", async () => {
  const wire = vendors();
  expect(await failure(newZap().search(KEY, {}))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("neither a name nor an e-mail"),
  });
  expect(wire.calls()).toEqual([]);
});

it("find or create makes the contact when the search finds none, and hands out the same kind of record", async () => {
  const wiring = App.searchOrCreates![KEY]!;
  const zap = newZap();
  const wire = vendors(foundContacts(), foundContacts(), newContact());
  expect(await zap.search(wiring.search, INPUT)).toEqual([]);
  const created = await zap.create(wiring.create, {
    ...INPUT,
    name: "Harbour & Finch",
  });
  expect(wire.calls()).toEqual([FIND_CONTACTS, FIND_CONTACTS, PUT_CONTACT]);
  expect(wire.body(2)).toEqual({
    Contacts: [
      { Name: "Harbour & Finch", EmailAddress: "priya@harbourfinch.example" },
    ],
  });
  expect(created).toMatchObject({ id: CONTACT_ID, outcome: "created" });
  expect(
    Object.keys(created).filter((key) =>
      /^(outcome|linked|changed_)/.test(key),
    ),
  ).toEqual(["outcome", "changed_fields", "linked"]);
});

it("every input of the search is an input of the action that creates, under the same key", () => {
  const keys = (step: unknown) =>
    (
      step as { operation: { inputFields: { key: string }[] } }
    ).operation.inputFields.map(({ key }) => key);
  const creates = App.creates as unknown as Record<string, unknown>;
  const searches = App.searches as unknown as Record<string, unknown>;
  expect(keys(creates["upsert_xero_contact"])).toEqual(
    expect.arrayContaining(keys(searches[KEY])),
  );
});
