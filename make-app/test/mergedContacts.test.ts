import { NOW, openWorld, type World } from "./xeroWorld";

function merged({ sandbox }: World) {
  const person = sandbox.xero.person();
  const [gone, left] = ["Smith & Sons", "Smith & Co"].map(
    (Name) => person.createContact({ Name }).ContactID,
  ) as [string, string];
  person.mergeContact(gone, left);
  return { gone, left };
}

it("a merged contact is followed to the one that is left", async () => {
  const world = await openWorld();
  const { gone, left } = merged(world);
  expect(await world.run("getXeroContact", { contactId: gone })).toMatchObject({
    id: left,
    contact: { ids: [left, gone], readAt: NOW },
  });
  const customer = {
    type: "company",
    hubspotId: "701",
    name: "Smith & Co",
    xeroContactId: gone,
  };
  expect(await world.run("upsertXeroContact", { customer })).toMatchObject({
    outcome: "unchanged",
    id: left,
  });
});

it("where there is none and the step may only update, nothing is written", async () => {
  const world = await openWorld();
  const given = { name: "Nobody", mode: "update_only" };
  expect(await world.run("upsertXeroContact", given)).toMatchObject({
    outcome: "missing",
  });
  expect(world.sent().map(({ call }) => call)).toEqual(["GET /Contacts"]);
});

it("only the chosen fields are written", async () => {
  const world = await openWorld();
  const contactId = world.sandbox.xero
    .person()
    .createContact({ Name: "Smith & Sons" }).ContactID;
  await world.run("upsertXeroContact", {
    contactId,
    name: "Another",
    mobile: "+44 7700 900123",
    taxNumber: "GB123",
    fields: ["tax_number"],
  });
  expect(world.sent().at(-1)?.body).toEqual({
    Contacts: [{ TaxNumber: "GB123" }],
  });
});

it("archived contacts come marked, and customers alone on request", async () => {
  const world = await openWorld();
  const { gone, left } = merged(world);
  const { bundles } = await world.poll(
    "watchXeroContacts",
    { limit: 500 },
    { lastDate: "2026-11-23T09:00:00.000Z" },
  );
  expect(bundles.find(({ contactId }) => contactId === gone)).toMatchObject({
    archived: true,
    mergedIntoId: left,
  });
  const given = { limit: 500, customersOnly: true };
  await world.poll("watchXeroContacts", given, {});
  expect(world.sent().at(-1)?.query).toMatchObject({
    where: "IsCustomer==true",
    includeArchived: "true",
  });
});
