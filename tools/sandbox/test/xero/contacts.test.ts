import { messages, openTenant } from "./tenant";
import type { Answer, Tenant } from "./tenant";

const put = (tenant: Tenant, contact: object, query = "") =>
  tenant.call("PUT", `/Contacts${query}`, { Contacts: [contact] });
const post = (tenant: Tenant, contact: object) =>
  tenant.call("POST", "/Contacts", { Contacts: [contact] });
const where = (text: string, more = "") =>
  `/Contacts?where=${encodeURIComponent(text)}${more}`;
const names = (answer: Answer) =>
  (answer.body.Contacts as { Name: string }[]).map(({ Name }) => Name);

test("a new contact comes back with both addresses, four phones and an id", async () => {
  const answer = await put(openTenant(), {
    Name: "Acme",
    ContactNumber: "hubspot-company-1",
    EmailAddress: "a@acme.example",
    Addresses: [{ AddressType: "STREET", City: "Leeds" }],
    Phones: [{ PhoneType: "MOBILE", PhoneNumber: "1" }],
    Unknown: "dropped",
  });
  const [contact] = answer.body.Contacts;
  expect(contact).toMatchObject({
    ContactID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ContactStatus: "ACTIVE",
    ContactNumber: "hubspot-company-1",
    IsCustomer: false,
    UpdatedDateUTC: "/Date(1795428000000+0000)/",
  });
  expect(contact.Addresses).toEqual([
    expect.objectContaining({ AddressType: "STREET", City: "Leeds" }),
    expect.objectContaining({ AddressType: "POBOX", City: "" }),
  ]);
  expect(contact.Phones).toHaveLength(4);
  expect(contact).not.toHaveProperty("Unknown");
});

test.each([
  [
    { Name: "city limousines" },
    "The contact name city limousines is already assigned to another contact. The contact name must be unique across all active contacts.",
  ],
  [
    { Name: "New", ContactNumber: "c9" },
    "Another contact has this contact number. Please enter a different contact number.",
  ],
  [
    { Name: "New", EmailAddress: "jürgen@x.example" },
    "Email address must be valid.",
  ],
  [
    { Name: "New", ContactPersons: [{ FirstName: "A" }] },
    "Additional people cannot be added when the primary person has no email address set.",
  ],
  [
    { FirstName: "A" },
    "The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber",
  ],
])("%j is refused", async (contact, message) => {
  const tenant = openTenant();
  const before = structuredClone(tenant.xero.books().contacts);
  const answer = await put(tenant, contact);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    ErrorNumber: 10,
    Type: "ValidationException",
    Message: "A validation exception occurred",
    Elements: [
      { ContactID: "00000000-0000-0000-0000-000000000000", ...contact },
    ],
  });
  expect(messages(answer)).toContain(message);
  expect(tenant.xero.books().contacts).toEqual(before);
});

test("the name of an archived contact is free, and e-mail addresses may repeat", async () => {
  const answer = await put(openTenant(), {
    Name: "Closed Cafe",
    EmailAddress: "martin@city.example",
  });
  expect(answer.status).toBe(200);
});

test("one bad contact refuses the whole request", async () => {
  const tenant = openTenant();
  const Contacts = [{ Name: "Good" }, { Name: "City Limousines" }];
  const answer = await tenant.call("PUT", "/Contacts", { Contacts });
  expect(answer.status).toBe(400);
  expect(answer.body.Elements).toHaveLength(1);
  expect(tenant.xero.books().contacts).toHaveLength(2);
});

test("with summarizeErrors=false each contact stands for itself and the answer is 200", async () => {
  const tenant = openTenant();
  const Contacts = [
    { Name: "Good" },
    { Name: "City Limousines" },
    { Name: "good" },
  ];
  const answer = await tenant.call("PUT", "/Contacts?summarizeErrors=false", {
    Contacts,
  });
  expect(answer.status).toBe(200);
  expect(
    answer.body.Contacts.map(
      (contact: { StatusAttributeString: string }) =>
        contact.StatusAttributeString,
    ),
  ).toEqual(["OK", "ERROR", "ERROR"]);
  expect(answer.body.Contacts[1]).toMatchObject({
    ContactID: "00000000-0000-0000-0000-000000000000",
    HasValidationErrors: true,
    ValidationErrors: [
      { Message: expect.stringContaining("already assigned") },
    ],
  });
  expect(names(await tenant.call("GET", "/Contacts"))).toEqual(
    ["City Limousines", "Good"].sort(),
  );
});

test("POST by name alone overwrites somebody else's address", async () => {
  const tenant = openTenant();
  const answer = await post(tenant, {
    Name: "CITY LIMOUSINES",
    EmailAddress: "new@x.example",
  });
  expect(answer.status).toBe(200);
  expect(tenant.xero.books().contacts).toHaveLength(2);
  expect(tenant.xero.books().contacts[0]).toMatchObject({
    Name: "CITY LIMOUSINES",
    EmailAddress: "new@x.example",
  });
});

test("POST finds by ContactNumber before Name, keeps what is left out, and bumps the date", async () => {
  const tenant = openTenant();
  await put(tenant, { Name: "Acme", ContactNumber: "n1", TaxNumber: "T" });
  tenant.clock.advance(1000);
  const answer = await post(tenant, { Name: "Acme Ltd", ContactNumber: "N1" });
  expect(answer.body.Contacts[0]).toMatchObject({
    Name: "Acme Ltd",
    TaxNumber: "T",
    UpdatedDateUTC: "/Date(1795428001000+0000)/",
  });
});

test("POST to an id takes a bare contact, and an unknown id is a 404", async () => {
  const tenant = openTenant();
  const id = tenant.xero.books().contacts[0]!.ContactID;
  const answer = await tenant.call("POST", `/Contacts/${id}`, {
    FirstName: "Martin",
  });
  expect(answer.body.Contacts[0]).toMatchObject({
    ContactID: id,
    FirstName: "Martin",
  });
  const other = id.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
  expect((await tenant.call("POST", `/Contacts/${other}`, {})).status).toBe(
    404,
  );
});

test("archived contacts cannot be edited, nor archived again", async () => {
  const tenant = openTenant();
  const { ContactID } = tenant.xero.books().contacts[1]!;
  expect(
    messages(await post(tenant, { ContactID, FirstName: "x" }))[0],
  ).toContain("cannot currently be edited via the API");
  expect(
    messages(await post(tenant, { ContactID, ContactStatus: "ARCHIVED" })),
  ).toEqual(["The status 'ARCHIVED' is not valid for contacts"]);
});

test("lists leave archived contacts out unless told", async () => {
  const tenant = openTenant();
  expect(names(await tenant.call("GET", "/Contacts"))).toEqual([
    "City Limousines",
  ]);
  const all = await tenant.call(
    "GET",
    "/Contacts?includeArchived=true&order=Name",
  );
  expect(names(all)).toEqual(["City Limousines", "Closed Cafe"]);
});

test("lists are filtered by where, IDs, searchTerm and If-Modified-Since", async () => {
  const tenant = openTenant();
  tenant.clock.advance(60_000);
  await put(tenant, { Name: "Zoë", ContactNumber: "Z1" });
  const id = tenant.xero.books().contacts[2]!.ContactID;
  for (const path of [
    where('Name=="zoe"'),
    where('ContactNumber=="z1"'),
    `/Contacts?IDs=${id.toUpperCase()}`,
    "/Contacts?searchTerm=z1",
  ])
    expect(names(await tenant.call("GET", path))).toEqual(["Zoë"]);
  const since = (time: string) =>
    tenant.call("GET", "/Contacts", undefined, { "if-modified-since": time });
  expect(names(await since("2026-11-23T10:01:00"))).toEqual(["Zoë"]);
  const none = await since("2026-11-23T10:01:01.000Z");
  expect([none.status, none.body.Contacts]).toEqual([200, []]);
});

test("a bad filter is a QueryParseException", async () => {
  const answer = await openTenant().call("GET", where('Nme=="a"'));
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    ErrorNumber: 16,
    Type: "QueryParseException",
    Message: "No property or field 'Nme' exists in type 'Contact'",
  });
});

test("pages hold pageSize contacts and say how many there are", async () => {
  const tenant = openTenant();
  for (const Name of ["A", "B", "C"]) await put(tenant, { Name });
  const page = async (query: string) => {
    const { body } = await tenant.call(
      "GET",
      `/Contacts?order=Name%20DESC&${query}`,
    );
    return [body.Contacts.length, body.pagination];
  };
  expect(await page("page=2&pageSize=3")).toEqual([
    1,
    { page: 2, pageSize: 3, pageCount: 2, itemCount: 4 },
  ]);
  expect(await page("page=9")).toEqual([
    0,
    { page: 9, pageSize: 100, pageCount: 1, itemCount: 4 },
  ]);
  expect((await page("page=0&pageSize=5000"))[1]).toMatchObject({
    page: 1,
    pageSize: 1000,
  });
});

test("a contact is read by id or number, archived or not", async () => {
  const tenant = openTenant();
  const [, archived] = tenant.xero.books().contacts;
  for (const key of [archived!.ContactID, "C9"]) {
    const answer = await tenant.call("GET", `/Contacts/${key}`);
    expect(answer.body.Contacts[0]).toMatchObject({
      Name: "Closed Cafe",
      ContactStatus: "ARCHIVED",
    });
  }
});

test("summaryOnly leaves out what is costly to collect", async () => {
  const answer = await openTenant().call("GET", "/Contacts?summaryOnly=true");
  expect(Object.keys(answer.body.Contacts[0]).sort()).toEqual([
    "Addresses",
    "ContactGroups",
    "ContactID",
    "ContactPersons",
    "ContactStatus",
    "EmailAddress",
    "HasValidationErrors",
    "Name",
    "Phones",
    "UpdatedDateUTC",
  ]);
});

test.each([
  ["{", "JSON for post data was invalid,"],
  [[], "Could not convert array to Contacts"],
  [{ Contacts: {} }, "Could not convert object to array. Path 'Contacts'"],
  [
    { Contacts: [{ Name: { a: 1 } }] },
    "Could not convert object to String. Path 'Contacts[0].Name'",
  ],
  [
    { Contacts: [{ ContactID: "x" }] },
    "Could not convert string to Guid: x. Path 'Contacts[0].ContactID'",
  ],
])("the body %j is refused as post data", async (body, text) => {
  const answer = await openTenant().call("PUT", "/Contacts", body);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    ErrorNumber: 14,
    Type: "PostDataInvalidException",
  });
  expect(answer.body.Message).toContain(text);
});
