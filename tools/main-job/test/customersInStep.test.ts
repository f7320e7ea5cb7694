import { openOffice, writes, type Office } from "./customerSync";

const NAMES = ["Smith & Sons", 'Bob "The Builder"', "O'Neil", "株式会社"];

const contactsOf = ({ world }: Office) => world.sandbox.xero.books().contacts;
const linkOf = ({ world }: Office, id: string) =>
  world.sandbox.hubspot.get("companies", id)?.properties["xero_contact_id"];
const companies = ({ world }: Office) =>
  Object.values(world.sandbox.hubspot.state.objects["0-2"] ?? {}).filter(
    ({ archived }) => !archived,
  );

it.each(NAMES)(
  "a company %s reaches Xero, comes back unchanged, and is found again",
  async (name) => {
    const office = await openOffice();
    const { hubspot, meter } = office.world.sandbox;
    const { id } = hubspot.create("companies", {
      name,
      phone: "+44 (0)20 7946 0018",
    });
    const made = await office.upsertContact("company", id);
    expect(made).toMatchObject({ outcome: "created", name });
    expect(linkOf(office, id)).toBe(made.id);
    for (const again of [
      () => office.upsertCustomer(made.id ?? ""),
      () => office.upsertContact("company", id),
    ]) {
      const { result, calls } = await meter.during(again);
      expect(result).toMatchObject({
        outcome: "unchanged",
        changed_fields: "",
      });
      expect(calls).toHaveLength(2);
      expect(writes(calls)).toEqual([]);
    }
  },
);

it("a Xero contact becomes one company, however soon the step is repeated", async () => {
  const office = await openOffice();
  const before = companies(office).length;
  const { ContactID } = office.person.createContact({ Name: "O'Neil" });
  // search shows none of it yet
  const first = await office.upsertCustomer(ContactID);
  const second = await office.upsertCustomer(ContactID);
  expect(first).toMatchObject({ outcome: "created" });
  expect(second).toMatchObject({
    outcome: "unchanged",
    hubspot_id: first.hubspot_id,
  });
  expect(companies(office)).toHaveLength(before + 1);
  expect(
    contactsOf(office).find((contact) => contact.ContactID === ContactID)
      ?.ContactNumber,
  ).toBe(`hubspot-company-${first.hubspot_id}`);
});

it("a contact whose number could not be stored gets it from the repeated run", async () => {
  const office = await openOffice();
  const { faults } = office.world.sandbox;
  const { ContactID } = office.person.createContact({ Name: "O'Neil" });
  faults.add({
    vendor: "xero",
    method: "POST",
    path: /Contacts/,
    effect: { kind: "refuse", status: 503 },
  });
  await office.upsertCustomer(ContactID).catch(() => undefined);
  const { hubspot_id } = await office.upsertCustomer(ContactID);
  expect(
    contactsOf(office).find((contact) => contact.ContactID === ContactID)
      ?.ContactNumber,
  ).toBe(`hubspot-company-${hubspot_id}`);
});

it("a contact that another was merged into stays without the number which that one holds", async () => {
  const office = await openOffice();
  const [kept = "", gone = ""] = ["O'Neil", "O'Neil Ltd"].map(
    (Name) => office.person.createContact({ Name }).ContactID,
  );
  await office.upsertCustomer(gone);
  office.person.mergeContact(gone, kept);
  await office.upsertCustomer(gone);
  expect(await office.upsertCustomer(kept)).toMatchObject({
    outcome: "unchanged",
  });
  expect(
    contactsOf(office).find((contact) => contact.ContactID === kept)
      ?.ContactNumber,
  ).toBeUndefined();
});

it("a new record that is made twice by two runs at once stays one", async () => {
  const office = await openOffice();
  const before = companies(office).length;
  const { ContactID } = office.person.createContact({ Name: "Smith & Sons" });
  await Promise.all([
    office.upsertCustomer(ContactID),
    office.upsertCustomer(ContactID),
  ]);
  expect(companies(office)).toHaveLength(before + 1);
});

it("of two edits at once the run that comes later wins", async () => {
  const office = await openOffice();
  const { hubspot } = office.world.sandbox;
  const { id } = hubspot.create("companies", { name: "Acme", phone: "1" });
  const { id: contactId = "" } = await office.upsertContact("company", id);
  hubspot.update("companies", id, { phone: "2" });
  office.person.editContact(contactId, {
    Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "3" }],
  });
  await office.upsertCustomer(contactId);
  await office.upsertContact("company", id);
  expect(hubspot.get("companies", id)?.properties["phone"]).toBe("3");
});

it("two people with one e-mail address stay two: the second is refused by name", async () => {
  const office = await openOffice({ customer_type: "contact" });
  const EmailAddress = "shared@acme.example";
  const [one, two] = ["Ann Lee", "Bo Lee"].map(
    (Name) => office.person.createContact({ Name, EmailAddress }).ContactID,
  );
  expect(await office.upsertCustomer(one!)).toMatchObject({
    outcome: "created",
    type: "contact",
  });
  const { sentence = "" } = await office.upsertCustomer(two!);
  expect(sentence).toContain(`"Bo Lee" (${two})`);
  expect(sentence).toContain(one);
});

it("two companies with one e-mail address stay two: the second is refused by name", async () => {
  const office = await openOffice({ email: "accounts@group.example" });
  const { hubspot } = office.world.sandbox;
  const [one, two] = ["North Ltd", "South Ltd"].map(
    (name) => hubspot.create("companies", { name }).id,
  );
  const { id: contactId } = await office.upsertContact("company", one!);
  const { sentence } = await office.upsertContact("company", two!);
  expect(sentence).toContain("South Ltd");
  expect(sentence).toContain(`hubspot-company-${one}`);
  expect([linkOf(office, one!), linkOf(office, two!)]).toEqual([
    contactId,
    undefined,
  ]);
});

it("one name in two cases stays one Xero contact", async () => {
  const office = await openOffice();
  const { hubspot } = office.world.sandbox;
  const [one, two] = ["Acme Ltd", "ACME LTD"].map(
    (name) => hubspot.create("companies", { name }).id,
  );
  const { id: contactId } = await office.upsertContact("company", one!);
  const { sentence } = await office.upsertContact("company", two!);
  expect(sentence).toContain(
    `belongs to another HubSpot record (hubspot-company-${one})`,
  );
  expect(linkOf(office, one!)).toBe(contactId);
});

it("a Xero merge moves the link along", async () => {
  const office = await openOffice();
  const { hubspot } = office.world.sandbox;
  const { id } = hubspot.create("companies", { name: "Acme" });
  const { id: gone = "" } = await office.upsertContact("company", id);
  const kept = office.person.createContact({ Name: "Acme Group" }).ContactID;
  office.person.mergeContact(gone, kept);
  expect(await office.upsertContact("company", id)).toMatchObject({
    outcome: "updated",
    id: kept,
    name: "Acme",
  });
  expect(linkOf(office, id)).toBe(kept);
  expect(await office.upsertCustomer(gone)).toMatchObject({
    outcome: "unchanged",
    hubspot_id: id,
  });
});

it("a HubSpot merge leaves one record, under the ID that is left", async () => {
  const office = await openOffice();
  const { hubspot } = office.world.sandbox;
  const gone = hubspot.create("companies", { name: "Acme" }).id;
  const { id: contactId = "" } = await office.upsertContact("company", gone);
  const kept = hubspot.create("companies", { name: "Acme Group" }).id;
  hubspot.merge("companies", kept, gone);
  expect(await office.upsertContact("company", gone)).toMatchObject({
    outcome: "updated",
    id: contactId,
    name: "Acme Group",
    contact_number: `hubspot-company-${kept}`,
  });
  expect(await office.upsertCustomer(contactId)).toMatchObject({
    outcome: "unchanged",
    hubspot_id: kept,
  });
});

it("an archived record stops the step until it is restored; an archived contact does nothing", async () => {
  const office = await openOffice();
  const { hubspot } = office.world.sandbox;
  const { id } = hubspot.create("companies", { name: "Acme" });
  const { id: contactId = "" } = await office.upsertContact("company", id);
  const before = companies(office).length;
  hubspot.archive("companies", id);
  expect((await office.upsertCustomer(contactId)).sentence).toContain(
    "is archived",
  );
  expect(companies(office)).toHaveLength(before - 1);
  hubspot.restore("companies", id);
  office.person.archiveContact(contactId);
  expect(await office.upsertCustomer(contactId)).toMatchObject({
    outcome: "archived",
  });
  expect((await office.upsertContact("company", id)).sentence).toContain(
    "is archived. Restore it in Xero",
  );
  office.person.restoreContact(contactId);
  expect(await office.upsertCustomer(contactId)).toMatchObject({
    outcome: "unchanged",
  });
});

it("a poll without news is one call for each trigger", async () => {
  const office = await openOffice();
  const { meter } = office.world.sandbox;
  const xero = await meter.during(() => office.toHubspot());
  expect(xero.calls).toHaveLength(1);
  // companies and people are two triggers
  const hubspot = await meter.during(() => office.toXero());
  expect(hubspot.calls).toHaveLength(2);
});
