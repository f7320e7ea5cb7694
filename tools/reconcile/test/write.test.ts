import { company, openWorld, person, type World } from "./world";
import { isWrite } from "../src/proposal";

const links = ({ sandbox }: World, type: string, ...ids: string[]) =>
  ids.map((id) => sandbox.hubspot.get(type, id)?.properties["xero_contact_id"]);

const isWriteCall = ({ method, path }: { method: string; path: string }) =>
  method !== "GET" && !path.endsWith("/batch/read");

it("links both sides, and proposes nothing the second time", async () => {
  const world = await openWorld(
    [
      company("501", "Smith & Sons"),
      company("502", "Unknown to Xero"),
      person("601", "Jo", "jo@acme.example"),
    ],
    [
      { Name: "SMITH & SONS" },
      { Name: "Jo", EmailAddress: "JO@acme.example" },
      { Name: "Unknown to HubSpot" },
    ],
  );
  const first = await world.run();
  expect(first.outcomes).toEqual([
    { key: "company 501" },
    { key: "contact 601" },
  ]);
  const [smith, jo] = [world.contact("SMITH & SONS"), world.contact("Jo")];
  expect(smith.ContactNumber).toBe("hubspot-company-501");
  expect(jo.ContactNumber).toBe("hubspot-contact-601");
  expect(links(world, "companies", "501", "502")).toEqual([
    smith.ContactID,
    undefined,
  ]);
  expect(links(world, "contacts", "601")).toEqual([jo.ContactID]);

  const { result: second, calls } = await world.sandbox.meter.during(() =>
    world.run(),
  );
  expect(second.proposals.filter(isWrite)).toEqual([]);
  expect(second.outcomes).toEqual([]);
  expect(calls.filter(isWriteCall)).toEqual([]);
});

it("writes nothing unless told to", async () => {
  const world = await openWorld([company("501", "Acme")], [{ Name: "Acme" }]);
  const { result, calls } = await world.sandbox.meter.during(() =>
    world.run({ write: false }),
  );
  expect(result.proposals.filter(isWrite)).toHaveLength(1);
  expect(calls.filter(isWriteCall)).toEqual([]);
});

it("tells the rows of a batch that either vendor refused, and links the others", async () => {
  const world = await openWorld(
    [
      company("501", "Alpha"),
      company("502", "Bravo"),
      company("503", "Charlie"),
    ],
    [
      { Name: "Alpha" },
      // The books hold what Xero would not take today, and every edit of it is refused.
      { Name: "Bravo", EmailAddress: "bravo@" },
      { Name: "Charlie" },
    ],
  );
  // Between the look and the write somebody gives another company the link: only HubSpot itself can tell.
  const charlie = world.contact("Charlie").ContactID;
  const { hubspot } = world.sandbox;
  const rival = hubspot.create("companies", { name: "Charlie's sister" });
  const { outcomes } = await world.run({
    propose: () =>
      void hubspot.update("companies", rival.id, { xero_contact_id: charlie }),
  });
  expect(outcomes).toEqual([
    { key: "company 501" },
    {
      key: "company 502",
      problem: expect.stringContaining("Email address must be valid."),
    },
    {
      key: "company 503",
      problem: `The Xero contact is linked with HubSpot record ${rival.id} already. Merge the two records in HubSpot, or clear the Xero contact ID on the other one.`,
    },
  ]);
  expect(world.contact("Alpha").ContactNumber).toBe("hubspot-company-501");
  expect(world.contact("Charlie").ContactNumber).toBeUndefined();
  expect(links(world, "companies", "502", "503")).toEqual([
    world.contact("Bravo").ContactID,
    undefined,
  ]);
});

it("leaves alone what people linked, numbered, archived or deleted while it ran", async () => {
  const world = await openWorld(
    ["501", "502", "503", "504"].map((id) => company(id, `Customer ${id}`)),
    ["501", "502", "503", "504"].map((id) => ({ Name: `Customer ${id}` })),
  );
  const { hubspot, xero } = world.sandbox;
  const idOf = (id: string) => world.contact(`Customer ${id}`).ContactID;
  const { outcomes } = await world.run({
    propose: () => {
      world.sandbox.clock.advance(60_000);
      hubspot.update("companies", "501", { xero_contact_id: "another" });
      hubspot.archive("companies", "502");
      xero.person().editContact(idOf("503"), { ContactNumber: "C-1003" });
      xero.person().archiveContact(idOf("504"));
    },
  });
  expect(outcomes).toEqual([
    {
      key: "company 501",
      problem: "It was linked with Xero contact another meanwhile.",
    },
    {
      key: "company 502",
      problem: "The record was archived, deleted or merged meanwhile.",
    },
    { key: "company 503" },
    {
      key: "company 504",
      problem: `The Xero contact "Customer 504" (${idOf("504")}) was archived meanwhile.`,
    },
  ]);
  expect(links(world, "companies", "501")).toEqual(["another"]);
  expect(world.contact("Customer 503").ContactNumber).toBe("C-1003");
  expect(world.contact("Customer 504").ContactNumber).toBeUndefined();
});

it("reads archived and merged records as the vendors tell of them", async () => {
  const world = await openWorld(
    [
      company("501", "Alpha"),
      company("502", "Alpha Trading"),
      company("503", "Gone"),
    ],
    [
      { Name: "Alpha Holdings", ContactNumber: "hubspot-company-502" },
      { Name: "Gone" },
      { Name: "Merged", ContactNumber: "hubspot-company-503" },
    ],
  );
  const { hubspot, xero } = world.sandbox;
  hubspot.merge("companies", "501", "502");
  xero
    .person()
    .mergeContact(
      world.contact("Merged").ContactID,
      world.contact("Gone").ContactID,
    );
  const { proposals } = await world.run();
  expect(proposals.map(({ kind, contact }) => [kind, contact?.Name])).toEqual([
    ["exact", "Alpha Holdings"],
    ["exact", "Gone"],
  ]);
  expect(links(world, "companies", "501", "503")).toEqual([
    world.contact("Alpha Holdings").ContactID,
    world.contact("Gone").ContactID,
  ]);
  expect(world.contact("Gone").ContactNumber).toBeUndefined();
});

it("writes nothing to an account that was not set up", async () => {
  const world = await openWorld([company("501", "Acme")], [{ Name: "Acme" }]);
  world.sandbox.hubspot.state.properties = {};
  await expect(world.run()).rejects.toThrow(
    'HubSpot has no property "xero_contact_id" on companies. Run the action "Set Up HubSpot"',
  );
  expect(world.contact("Acme").ContactNumber).toBeUndefined();
});

it("links no contact that was numbered for another record while the run was stopped", async () => {
  const world = await openWorld(
    [company("501", "Alpha"), company("502", "Bravo")],
    [{ Name: "Alpha" }, { Name: "Bravo" }],
  );
  const { faults, clock, hubspot, xero } = world.sandbox;
  const { ContactID } = world.contact("Alpha");
  faults.add({
    path: /batch\/read$/,
    times: 100,
    effect: { kind: "dropBefore" },
  });
  await expect(world.run()).rejects.toThrow();
  faults.clear();
  clock.advance(60_000);
  xero
    .person()
    .editContact(ContactID, { ContactNumber: "hubspot-company-502" });
  const { outcomes } = await world.run();
  expect(outcomes.find(({ key }) => key === "company 501")).toEqual({
    key: "company 501",
    problem: expect.stringMatching(
      /was linked with HubSpot company 502 meanwhile\.$/,
    ),
  });
  const { properties } = hubspot.get("companies", "501")!;
  expect(properties["xero_contact_id"]).toBeFalsy();
});

it("writes over no number that was given while other pages were read", async () => {
  const names = Array.from({ length: 1001 }, (_, index) => `Customer ${index}`);
  const world = await openWorld(
    [],
    names.map((Name) => ({ Name })),
  );
  const { faults, clock, hubspot, xero } = world.sandbox;
  const byId = [...xero.books().contacts].sort((a, b) =>
    a.ContactID < b.ContactID ? -1 : 1,
  );
  const [first, last] = [byId[0]!, byId.at(-1)!];
  hubspot.create("companies", { name: first.Name });
  // Stopped behind the first page; then somebody numbers a contact of it, and later changes one of the second.
  faults.add({
    vendor: "xero",
    path: /Contacts$/,
    after: 1,
    times: 100,
    effect: { kind: "dropBefore" },
  });
  await expect(world.run()).rejects.toThrow();
  faults.clear();
  for (const [{ ContactID }, changes] of [
    [first, { ContactNumber: "ERP-7" }],
    [last, { EmailAddress: "new@customer.example" }],
  ] as const) {
    clock.advance(60_000);
    xero.person().editContact(ContactID, changes);
  }
  await world.run();
  expect(world.contact(first.Name).ContactNumber).toBe("ERP-7");
});

it("makes the link that a person chose after a stopped run had made another", async () => {
  const many = Array.from({ length: 120 }, (_, index) => String(1000 + index));
  const world = await openWorld(
    [company("501", "Alpha"), ...many.map((id) => company(id, `C${id}`))],
    [
      { Name: "Alpha" },
      { Name: "Alpha Old" },
      ...many.map((id) => ({ Name: `C${id}` })),
    ],
  );
  const { faults, hubspot } = world.sandbox;
  // The first hundred are linked, then the run stops.
  faults.add({
    path: /companies\/batch\/update$/,
    after: 1,
    times: 100,
    effect: { kind: "dropBefore" },
  });
  await expect(world.run()).rejects.toThrow();
  faults.clear();
  hubspot.update("companies", "501", { xero_contact_id: "" });
  const { ContactID } = world.contact("Alpha Old");
  const { outcomes } = await world.run({
    choices: `Link,HubSpot type,HubSpot ID,Xero contact ID\nyes,company,501,${ContactID}\n`,
  });
  // The number stands on the contact that was linked first, and the row says so.
  expect(outcomes.find(({ key }) => key === "company 501")).toEqual({
    key: "company 501",
    problem: expect.stringMatching(/Another contact has this contact number/),
  });
  expect(hubspot.get("companies", "501")?.properties["xero_contact_id"]).toBe(
    ContactID,
  );
});
