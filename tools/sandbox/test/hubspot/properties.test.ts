import { openAccount } from "./account";

const PROPERTIES = "/crm/properties/2026-09/companies";
const draft = {
  groupName: "xero_billing",
  name: "xero_contact_id",
  label: "Xero contact ID",
  type: "string",
  fieldType: "text",
  hasUniqueValue: true,
};

async function withGroup() {
  const account = openAccount();
  const group = await account.call("POST", `${PROPERTIES}/groups`, {
    name: "xero_billing",
    label: "Xero billing",
    displayOrder: -1,
  });
  expect(group.status).toBe(201);
  return account;
}

test("a property is there for use once it is created", async () => {
  const { call, hubspot } = await withGroup();
  const path = `${PROPERTIES}/xero_contact_id`;
  expect((await call("GET", path)).status).toBe(404);
  const created = await call("POST", PROPERTIES, draft);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    ...draft,
    displayOrder: -1,
    calculated: false,
    hidden: false,
    options: [],
    modificationMetadata: { readOnlyValue: false },
  });
  expect((await call("GET", path)).body).toEqual(created.body);
  const { id } = hubspot.create("companies", { xero_contact_id: "c-1" });
  const found = await call(
    "GET",
    "/crm/objects/2026-09/companies/c-1?idProperty=xero_contact_id",
  );
  expect(found.at("id")).toBe(id);
});

test("creating again is a conflict, for properties and for groups", async () => {
  const { call } = await withGroup();
  await call("POST", PROPERTIES, draft);
  const again = await call("POST", PROPERTIES, draft);
  expect(again.status).toBe(409);
  expect(again.at("category")).toBe("OBJECT_ALREADY_EXISTS");
  const group = await call("POST", `${PROPERTIES}/groups`, {
    name: "xero_billing",
    label: "Again",
  });
  expect(group.status).toBe(409);
});

test.each([
  ["no label", { label: undefined }],
  ["a name with capitals", { name: "XeroId" }],
  ["a group that is not there", { groupName: "nowhere" }],
  ["a field type of another type", { fieldType: "number" }],
  ["a boolean without options", { type: "bool", fieldType: "booleancheckbox" }],
])("%s is refused", async (_, change) => {
  const { call } = await withGroup();
  const refused = await call("POST", PROPERTIES, { ...draft, ...change });
  expect(refused.status).toBe(400);
});

test("an object type has ten unique properties at most", async () => {
  const { call } = await withGroup();
  const statuses = [];
  for (let index = 1; index <= 11; index += 1) {
    const name = `unique_${index}`;
    const { status } = await call("POST", PROPERTIES, { ...draft, name });
    statuses.push(status);
  }
  expect(statuses.slice(-2)).toEqual([201, 400]);
});

test("a batch creates what is new and reports what is not", async () => {
  const { call } = await withGroup();
  await call("POST", PROPERTIES, draft);
  const answer = await call("POST", `${PROPERTIES}/batch/create`, {
    inputs: [draft, { ...draft, name: "xero_other", hasUniqueValue: false }],
  });
  expect(answer.status).toBe(207);
  expect(answer.at("results.0.name")).toBe("xero_other");
  expect(answer.at("errors.0.category")).toBe("OBJECT_ALREADY_EXISTS");
});

test("a removed property is unknown again", async () => {
  const { call } = await withGroup();
  await call("POST", PROPERTIES, draft);
  await call("DELETE", `${PROPERTIES}/xero_contact_id`);
  const write = await call("POST", "/crm/objects/2026-09/companies", {
    properties: { xero_contact_id: "1" },
  });
  expect(write.at("errors.0.code")).toBe("PROPERTY_DOESNT_EXIST");
});
