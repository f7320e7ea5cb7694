import { openTenant, type Tenant } from "./tenant";

const NAMES = ["Key accounts", "VIPs"];

function openGroups() {
  const tenant = openTenant();
  const person = tenant.xero.person();
  const [keyAccounts, vips] = NAMES.map(person.createContactGroup);
  const { ContactID } = tenant.xero.books().contacts[0]!;
  return { tenant, person, vips: vips!, keyAccounts: keyAccounts!, ContactID };
}

const add = (tenant: Tenant, groupId: string, contactId: string) =>
  tenant.call("PUT", `/ContactGroups/${groupId}/Contacts`, {
    Contacts: [{ ContactID: contactId }],
  });
const groupsOf = async (tenant: Tenant, path: string) => {
  const { body } = await tenant.call("GET", path);
  const [contact] = body.Contacts as { ContactGroups: { Name: string }[] }[];
  return contact!.ContactGroups.map(({ Name }) => Name);
};

test("a contact that was put into a group shows it, once, where Xero shows all of a contact", async () => {
  const { tenant, vips, ContactID } = openGroups();
  await add(tenant, vips.ContactGroupID, ContactID);
  const { status, body } = await add(tenant, vips.ContactGroupID, ContactID);
  expect([status, body.Contacts]).toEqual([
    200,
    [expect.objectContaining({ ContactID, HasValidationErrors: false })],
  ]);
  expect(await groupsOf(tenant, `/Contacts/${ContactID}`)).toEqual(["VIPs"]);
  expect(await groupsOf(tenant, "/Contacts?page=1")).toEqual(["VIPs"]);
  expect(await groupsOf(tenant, "/Contacts?page=1&summaryOnly=true")).toEqual(
    [],
  );
  expect(await groupsOf(tenant, "/Contacts")).toEqual([]);
});

test("a group names its contacts when it is read by itself, and loses those that are taken out", async () => {
  const { tenant, vips, keyAccounts, ContactID } = openGroups();
  const members = async (id: string) =>
    (await tenant.call("GET", `/ContactGroups/${id}`)).body.ContactGroups[0]
      .Contacts;
  for (const { ContactGroupID } of [vips, keyAccounts])
    await add(tenant, ContactGroupID, ContactID);
  expect(await members(vips.ContactGroupID)).toEqual([
    expect.objectContaining({ ContactID, Name: "City Limousines" }),
  ]);
  const gone = await tenant.call(
    "DELETE",
    `/ContactGroups/${vips.ContactGroupID}/Contacts/${ContactID}`,
  );
  expect(gone.status).toBe(204);
  expect(await members(vips.ContactGroupID)).toEqual([]);
  expect(await groupsOf(tenant, `/Contacts/${ContactID}`)).toEqual([
    "Key accounts",
  ]);
});

test("a deleted group is gone from lists and contacts, and takes nobody", async () => {
  const { tenant, person, vips, ContactID } = openGroups();
  await add(tenant, vips.ContactGroupID, ContactID);
  person.deleteContactGroup(vips.ContactGroupID);
  const { body } = await tenant.call("GET", "/ContactGroups");
  expect(body.ContactGroups).toEqual([
    expect.objectContaining({ Name: "Key accounts", Status: "ACTIVE" }),
  ]);
  expect(await groupsOf(tenant, `/Contacts/${ContactID}`)).toEqual([]);
  expect((await add(tenant, vips.ContactGroupID, ContactID)).status).toBe(404);
});

test("there are at most 100 groups", async () => {
  const { tenant, person } = openGroups();
  for (let n = NAMES.length; n < 100; n += 1)
    person.createContactGroup(`Group ${n}`);
  const answer = await tenant.call("PUT", "/ContactGroups", {
    Name: "One more",
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(
    "You’ve reached the limit of 100 contact groups.",
  );
});
