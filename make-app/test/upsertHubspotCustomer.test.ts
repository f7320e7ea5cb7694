import { openWorld, setUp, type World } from "./hubspotWorld";

const CONTACT = {
  ContactID: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  Name: "O'Neil",
  ContactStatus: "ACTIVE",
  Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "020 7946 0018" }],
};
const MINUTE = 60_000;
const dataOf = (more: object = {}, ids = [CONTACT.ContactID]) => ({
  contact: { contact: { ...CONTACT, ...more }, ids },
});
const create = (world: World, properties: Record<string, string>) =>
  world.sandbox.hubspot.create("companies", properties).id;
const upsert = "upsertHubspotCustomer";

it("creates a company with the link, and finds it by the link from then on with one read", async () => {
  const world = await setUp(await openWorld());
  const made = await world.run(upsert, dataOf());
  expect(world.sent().at(-1)).toEqual({
    call: "POST /crm/objects/companies",
    body: {
      properties: {
        name: "O'Neil",
        phone: "020 7946 0018",
        xero_contact_id: CONTACT.ContactID,
      },
    },
  });
  expect(made).toMatchObject({ outcome: "created", linked: true });
  expect(await world.run(upsert, dataOf())).toMatchObject({
    outcome: "unchanged",
    hubspotId: made["hubspotId"],
    linked: false,
  });
  expect(world.calls()).toEqual(["POST /crm/objects/companies/batch/read"]);
});

it("writes only what differs, and moves the link of a merged contact along", async () => {
  const world = await setUp(await openWorld());
  const id = create(world, { name: "O'Neil", xero_contact_id: "gone" });
  const merged = dataOf({}, [CONTACT.ContactID, "gone"]);
  expect(await world.run(upsert, merged)).toMatchObject({
    outcome: "updated",
    changedFields: "phone, xero_contact_id",
    linked: false,
  });
  expect(world.sent().at(-1)).toEqual({
    call: `PATCH /crm/objects/companies/${id}`,
    body: {
      properties: {
        phone: "020 7946 0018",
        xero_contact_id: CONTACT.ContactID,
      },
    },
  });
});

it("a run that Make takes up again does not write old values over newer ones", async () => {
  const world = await setUp(await openWorld());
  const { clock, hubspot } = world.sandbox;
  const link = { xero_contact_id: CONTACT.ContactID };
  const id = create(world, { name: "O'Neil", ...link });
  const readAt = clock.now().toISOString();
  const kept = { contact: { ...dataOf().contact, readAt } };
  clock.advance(5 * MINUTE);
  hubspot.update("companies", id, { phone: "020 7946 0019" });
  clock.advance(10 * MINUTE);
  expect(await world.refusal(upsert, kept)).toEqual({
    type: "DataError",
    message: `The company "O'Neil" (HubSpot ${id}) was changed after the Xero contact "O'Neil" (${CONTACT.ContactID}) was read at 2026-11-23T10:00:00.000Z. Nothing was written, because newer values may stand there. Change the record again if they are not right.`,
  });
  expect(world.calls().filter((call) => !/read|search/.test(call))).toEqual([]);
  hubspot.update("companies", id, { phone: "020 7946 0018" });
  expect(await world.run(upsert, kept)).toMatchObject({ outcome: "unchanged" });
});

it("does nothing for an archived contact, and none where it may only update", async () => {
  const world = await setUp(await openWorld());
  const archived = dataOf({ ContactStatus: "ARCHIVED" });
  expect(await world.run(upsert, archived)).toMatchObject({
    outcome: "archived",
  });
  expect(world.sent()).toEqual([]);
  const only = { ...dataOf(), mode: "update_only" };
  expect(await world.run(upsert, only)).toMatchObject({ outcome: "missing" });
  expect(world.calls().filter((call) => !/read|search/.test(call))).toEqual([]);
});

it("stops where a person must decide, and writes nothing", async () => {
  const world = await setUp(await openWorld());
  const refused = async (given: object) =>
    (await world.refusal(upsert, { ...given })).message;
  expect(await refused({ contact: {} })).toBe(
    'Contact data is empty. Map the contact data of "Get a contact".',
  );
  const first = create(world, { name: "O'Neil", xero_contact_id: "other" });
  expect(await refused(dataOf())).toBe(
    `The HubSpot company "O'Neil" (${first}) matches Xero contact "O'Neil" (${CONTACT.ContactID}), but is linked with another Xero contact (other). Merge the two contacts in Xero, or clear the Xero contact ID on the HubSpot record.`,
  );
  create(world, { name: "O'Neil" });
  expect(await refused(dataOf())).toMatch(
    /^HubSpot has several companies with the name O'Neil of Xero contact/,
  );
  world.sandbox.hubspot.archive("companies", first);
  const numbered = dataOf({ ContactNumber: `hubspot-company-${first}` });
  expect(await refused(numbered)).toMatch(
    /is archived\. Restore it in HubSpot \(Actions > Restore records\)/,
  );
  expect(world.calls().filter((call) => /PATCH|companies$/.test(call))).toEqual(
    [],
  );
});

it("says what to run where HubSpot is not set up", async () => {
  const world = await openWorld();
  expect(await world.refusal(upsert, dataOf())).toMatchObject({
    type: "DataError",
    message: expect.stringContaining("Set Up HubSpot") as string,
  });
});

it("a link that another record holds is refused with both names", async () => {
  const world = await setUp(await openWorld());
  const contactId = CONTACT.ContactID;
  const holder = create(world, { name: "A", xero_contact_id: contactId });
  const hubspotId = create(world, { name: "B" });
  const given = { hubspotId, contactId, customerType: "company" };
  expect(await world.refusal("linkHubspotCustomer", given)).toEqual({
    type: "DataError",
    message: `The Xero contact ${contactId} of company ${hubspotId} is linked with HubSpot record ${holder} already. Merge the two records in HubSpot, or clear the Xero contact ID on the other one.`,
  });
});

it("what is no ID of a Xero contact is never stored as one: invoices would go to it", async () => {
  const world = await setUp(await openWorld());
  const hubspotId = create(world, { name: "B" });
  const given = { hubspotId, contactId: "priya@harbourfinch.example" };
  expect(await world.refusal("linkHubspotCustomer", given)).toEqual({
    type: "DataError",
    message:
      '"priya@harbourfinch.example" is not the ID of a Xero contact. Map the ID that "Create or update a contact" gives.',
  });
  expect(world.calls()).toEqual([]);
});
