import { differences, openWorld, TENANT, writes } from "./xeroWorld";

const MINUTE = 60_000;
const GIVEN = {
  hubspotId: "701",
  name: "Harbour & Finch",
  email: "priya@harbourfinch.example",
  firstName: "Priya",
  lastName: "Nair",
  phone: "+44 117 496 0000",
  addressLine1: "14 Quayside",
};
const NEW = {
  Name: "Harbour & Finch",
  ContactNumber: "hubspot-company-701",
  FirstName: "Priya",
  LastName: "Nair",
  EmailAddress: "priya@harbourfinch.example",
  Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "+44 117 496 0000" }],
  Addresses: [{ AddressType: "POBOX", AddressLine1: "14 Quayside" }],
};
const headers = { "Xero-Tenant-Id": TENANT };
const search = {
  call: "GET /Contacts",
  query: {
    where:
      'ContactNumber=="hubspot-company-701" OR EmailAddress=="priya@harbourfinch.example" OR Name=="Harbour & Finch"',
    includeArchived: "true",
    page: "1",
    summaryOnly: "false",
  },
  headers,
};

it("creates a contact that is not there, and leaves it alone when nothing differs", async () => {
  const world = await openWorld();
  const created = await world.run("upsertXeroContact", GIVEN);
  expect(world.sent()).toEqual([
    search,
    {
      call: "PUT /Contacts",
      query: { summarizeErrors: "true" },
      headers: {
        ...headers,
        "Idempotency-Key": expect.stringMatching(/^[\da-f]{64}$/) as string,
      },
      body: { Contacts: [NEW] },
    },
  ]);
  expect(created).toMatchObject({
    outcome: "created",
    name: "Harbour & Finch",
    email: "priya@harbourfinch.example",
    contactNumber: "hubspot-company-701",
    status: "ACTIVE",
    contactUrl: `https://go.xero.com/Contacts/View/${String(created["id"])}`,
    changedFields: "",
  });
  const withAll = { ...created, accountNumber: "A1" };
  expect(differences(world, "upsertXeroContact", withAll)).toEqual([]);

  const again = await world.run("upsertXeroContact", GIVEN);
  expect(world.sent()).toEqual([search]);
  expect(again).toEqual({ ...created, outcome: "unchanged" });
});

it("writes only what differs, and the name only of a contact that is linked", async () => {
  const world = await openWorld();
  const { id } = await world.run("upsertXeroContact", GIVEN);
  world.sent();
  const changed = { ...GIVEN, name: "Harbour, Finch & Co", lastName: "Rao" };
  const output = await world.run("upsertXeroContact", changed);
  expect(world.sent().slice(1)).toEqual([
    {
      call: `POST /Contacts/${String(id)}`,
      query: {},
      headers,
      body: { Contacts: [{ Name: "Harbour, Finch & Co", LastName: "Rao" }] },
    },
  ]);
  expect(output).toMatchObject({
    outcome: "updated",
    id,
    name: "Harbour, Finch & Co",
    lastName: "Rao",
    changedFields: "Name, LastName",
  });
});

it("a contact that shares the e-mail address keeps its name and gets the number", async () => {
  const world = await openWorld();
  const { ContactID } = world.sandbox.xero.person().createContact({
    Name: "Finch Holdings",
    EmailAddress: GIVEN.email,
  });
  const { hubspotId, name, email } = GIVEN;
  await world.run("upsertXeroContact", { hubspotId, name, email });
  expect(world.sent().at(-1)).toMatchObject({
    call: `POST /Contacts/${ContactID}`,
    body: { Contacts: [{ ContactNumber: "hubspot-company-701" }] },
  });
  expect(
    world.sandbox.xero
      .books()
      .contacts.find((contact) => contact.ContactID === ContactID),
  ).toMatchObject({
    Name: "Finch Holdings",
    ContactNumber: "hubspot-company-701",
  });
});

it("a contact whose ID is mapped is read by it and follows the name", async () => {
  const world = await openWorld();
  const { ContactID } = world.sandbox.xero
    .person()
    .createContact({ Name: "Old name" });
  const output = await world.run("upsertXeroContact", {
    contactId: ContactID,
    name: "New name",
  });
  expect(world.sent()).toEqual([
    { call: `GET /Contacts/${ContactID}`, query: {}, headers },
    {
      call: `POST /Contacts/${ContactID}`,
      query: {},
      headers,
      body: { Contacts: [{ Name: "New name" }] },
    },
  ]);
  expect(output).toMatchObject({ outcome: "updated", id: ContactID });
});

it("a run that Make takes up again does not write old values over newer ones", async () => {
  const world = await openWorld();
  const { clock, xero } = world.sandbox;
  const { id } = await world.run("upsertXeroContact", GIVEN);
  const { hubspotId, name, email } = GIVEN;
  const readAt = clock.now().toISOString();
  const read = { type: "company", hubspotId, name, email, readAt };
  const kept = { customer: { ...read, phone: "0117 496 0001" } };
  clock.advance(5 * MINUTE);
  const { phone } = GIVEN;
  xero.person().editContact(String(id), { EmailAddress: "new@neil.example" });
  clock.advance(10 * MINUTE);
  world.sent();
  expect(await world.refusal("upsertXeroContact", kept)).toEqual({
    type: "DataError",
    message: `The Xero contact "Harbour & Finch" (${String(id)}) was changed after the company "Harbour & Finch" (HubSpot 701) was read at 2026-11-23T10:00:00.000Z. Nothing was written, because newer values may stand there. Change the record again if they are not right.`,
  });
  expect(writes(world.sent())).toEqual([]);
  const same = { customer: { ...read, email: "new@neil.example", phone } };
  expect(await world.run("upsertXeroContact", same)).toMatchObject({
    outcome: "unchanged",
  });
});

it("a run whose answer was lost is finished by the next", async () => {
  const world = await openWorld();
  world.sandbox.faults.add({
    method: "PUT",
    path: /Contacts$/,
    effect: { kind: "dropAfterCommit" },
  });
  expect(await world.refusal("upsertXeroContact", GIVEN)).toMatchObject({
    type: "ConnectionError",
  });
  expect(await world.run("upsertXeroContact", GIVEN)).toMatchObject({
    outcome: "unchanged",
  });
});

it.each([
  [
    {},
    "The customer has neither a name nor an e-mail address. Map one of them, or choose a Xero contact.",
    0,
  ],
  [
    { name: "Twin Rivers", email: "office@twinrivers.example" },
    /^Xero has 2 active contacts with the e-mail office@twinrivers.example of company "Twin Rivers": /,
    1,
  ],
  [
    { name: "Old Mill Brewery", email: "agnes@oldmill.example" },
    /that matches company "Old Mill Brewery" is archived\. Restore it in Xero/,
    1,
  ],
])("%j writes nothing", async (given, sentence, requests) => {
  const world = await openWorld();
  const { type, message } = await world.refusal("upsertXeroContact", given);
  expect(type).toBe("DataError");
  if (typeof sentence === "string") expect(message).toBe(sentence);
  else expect(message).toMatch(sentence);
  const sent = world.sent();
  expect(sent).toHaveLength(requests);
  expect(writes(sent)).toEqual([]);
});

it("an answer without a list is never taken for a contact that is not there", async () => {
  const world = await openWorld();
  world.sandbox.faults.add({
    path: /Contacts$/,
    effect: {
      kind: "refuse",
      status: 200,
      headers: { "content-type": "application/json" },
      body: "{}",
    },
  });
  expect(await world.refusal("upsertXeroContact", GIVEN)).toMatchObject({
    message:
      "Xero's answer about contacts holds no list. Run this scenario again: nothing is made twice.",
  });
  expect(writes(world.sent())).toEqual([]);
});
