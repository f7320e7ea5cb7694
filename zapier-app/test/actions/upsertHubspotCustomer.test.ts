import { companyRecord } from "../fixtures/hubspot";
import { vendors, type Reply } from "../fixtures/vendors";
import { contact, CONTACT_ID } from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "upsert_hubspot_customer";
const OTHER_ID = "9e8d7c6b-1a2b-4c3d-8e4f-0a1b2c3d4e5f";
const READ = `GET xero /Contacts/${CONTACT_ID}`;
const NUMBER = `POST xero /Contacts/${CONTACT_ID}`;
const SEARCH = "POST hubspot /crm/objects/companies/search";
const CREATE = "POST hubspot /crm/objects/companies";
const COMPANY = "hubspot /crm/objects/companies/501";
const linked = (type: string, id = CONTACT_ID) =>
  `GET hubspot /crm/objects/${type}/${id}`;

const xero = (changes = {}): Reply => ({
  call: READ,
  body: { Contacts: [contact({ EmailAddress: "", ...changes })] },
});
const none = (call: string): Reply => ({ call, status: 404 });
const hits = (...ids: string[]): Reply => ({
  call: SEARCH,
  body: {
    total: ids.length,
    results: ids.map((id) => ({ id, properties: { name: `Company ${id}` } })),
  },
});
const company = (
  call: string,
  properties: Record<string, string | null> = {},
): Reply => ({ call, body: companyRecord(properties) });
const LINKED = { xero_contact_id: CONTACT_ID };
const OURS = { ContactNumber: "hubspot-company-501" };

async function run(input: object, ...replies: Reply[]) {
  const wire = vendors(...replies);
  const output = await newZap().create(KEY, {
    contact_id: CONTACT_ID,
    ...input,
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
  return { wire, output };
}

async function refusal(input: object, ...replies: Reply[]) {
  vendors(...replies);
  return (
    await failure(newZap().create(KEY, { contact_id: CONTACT_ID, ...input }))
  ).message;
}

it("a linked company without differences costs two reads and no write", async () => {
  const { wire, output } = await run(
    {},
    xero(OURS),
    company(linked("companies"), LINKED),
  );
  expect(wire.calls()).toEqual([READ, linked("companies")]);
  expect(wire.query(1)["idProperty"]).toBe("xero_contact_id");
  expect(output).toMatchObject({
    outcome: "unchanged",
    hubspot_id: "501",
    contact_id: CONTACT_ID,
    changed_fields: "",
  });
});

it("only the properties that differ are written", async () => {
  const { wire, output } = await run(
    {},
    xero({
      ...OURS,
      Name: "Harbour Ltd",
      Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "1" }],
    }),
    company(linked("companies"), LINKED),
    { call: `PATCH ${COMPANY}`, body: companyRecord() },
  );
  expect(wire.body(2)).toEqual({
    properties: { name: "Harbour Ltd", phone: "1" },
  });
  expect(output).toMatchObject({
    outcome: "updated",
    name: "Harbour Ltd",
    phone: "1",
    changed_fields: "name, phone",
  });
});

it("chosen fields alone are written", async () => {
  const { wire } = await run(
    { fields: ["phone"] },
    xero({
      ...OURS,
      Name: "Harbour Ltd",
      Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "1" }],
    }),
    company(linked("companies"), LINKED),
    { call: `PATCH ${COMPANY}`, body: companyRecord() },
  );
  expect(wire.body(2)).toEqual({ properties: { phone: "1" } });
});

it("an unknown company is created with its link in the same write, and the contact is linked back", async () => {
  const { wire, output } = await run(
    {},
    xero({ Website: "https://www.harbour.example/" }),
    none(linked("companies")),
    none(linked("contacts")),
    hits(),
    { call: CREATE, status: 201, body: companyRecord(LINKED) },
    { call: NUMBER, body: { Contacts: [contact()] } },
  );
  expect(wire.body(3)).toEqual({
    filterGroups: [
      {
        filters: [
          { propertyName: "name", operator: "EQ", value: "Harbour & Finch" },
        ],
      },
    ],
    properties: ["name"],
    limit: 5,
  });
  expect(wire.body(4)).toEqual({
    properties: {
      name: "Harbour & Finch",
      website: "https://www.harbour.example/",
      domain: "harbour.example",
      xero_contact_id: CONTACT_ID,
    },
  });
  expect(wire.body(5)).toEqual({
    Contacts: [{ ContactNumber: "hubspot-company-501" }],
  });
  expect(output).toMatchObject({ outcome: "created", hubspot_id: "501" });
});

it("a run that meets the link of another one updates instead of making a double", async () => {
  const { wire, output } = await run(
    {},
    xero({ ContactNumber: "C-17" }),
    none(linked("companies")),
    none(linked("contacts")),
    hits(),
    {
      call: CREATE,
      status: 400,
      body: {
        message: `Cannot set xero_contact_id on 502. 501 already has that value.`,
      },
    },
    company(`GET ${COMPANY}`, LINKED),
  );
  expect(wire.calls()).toHaveLength(6);
  expect(output).toMatchObject({ outcome: "unchanged", hubspot_id: "501" });
});

it("a company of the name is read again, linked and updated", async () => {
  const { wire, output } = await run(
    {},
    xero(),
    none(linked("companies")),
    none(linked("contacts")),
    hits("501"),
    company(`GET ${COMPANY}`),
    { call: `PATCH ${COMPANY}`, body: companyRecord() },
    { call: NUMBER, body: { Contacts: [contact()] } },
  );
  expect(wire.body(5)).toEqual({ properties: LINKED });
  expect(output).toMatchObject({
    outcome: "updated",
    changed_fields: "xero_contact_id",
  });
});

it("a person is found by e-mail address without any search", async () => {
  const email = "priya@harbourfinch.example";
  const call = `GET hubspot /crm/objects/contacts/${encodeURIComponent(email)}`;
  const { wire } = await run(
    { customer_type: "contact" },
    xero({ EmailAddress: email, ContactNumber: "C-17" }),
    none(linked("contacts")),
    none(linked("companies")),
    {
      call,
      body: {
        id: "601",
        properties: { firstname: "Priya", lastname: "Nair", email },
      },
    },
    { call: "PATCH hubspot /crm/objects/contacts/601", body: { id: "601" } },
  );
  expect(wire.query(3)["idProperty"]).toBe("email");
  expect(wire.body(4)).toEqual({ properties: LINKED });
});

it("a contact that was merged is followed, and its link moves along", async () => {
  const { wire, output } = await run(
    {},
    xero({ ContactStatus: "ARCHIVED", MergedToContactID: OTHER_ID }),
    {
      call: `GET xero /Contacts/${OTHER_ID}`,
      body: { Contacts: [contact({ ContactID: OTHER_ID, EmailAddress: "" })] },
    },
    none(linked("companies", OTHER_ID)),
    company(linked("companies"), LINKED),
    { call: `PATCH ${COMPANY}`, body: companyRecord() },
  );
  expect(wire.body(4)).toEqual({ properties: { xero_contact_id: OTHER_ID } });
  expect(output).toMatchObject({ outcome: "updated", contact_id: OTHER_ID });
});

it("an archived contact changes nothing, and says so", async () => {
  const { wire, output } = await run({}, xero({ ContactStatus: "ARCHIVED" }));
  expect(wire.calls()).toEqual([READ]);
  expect(output).toMatchObject({ outcome: "archived", changed_fields: "" });
});

it("a step that only updates creates nothing", async () => {
  const { output } = await run(
    { mode: "update_only" },
    xero(),
    none(linked("companies")),
    none(linked("contacts")),
    hits(),
  );
  expect(output).toMatchObject({ outcome: "missing" });
});

it("two companies of the name stop the step, which names both", async () => {
  const message = await refusal(
    {},
    xero(),
    none(linked("companies")),
    none(linked("contacts")),
    hits("501", "502"),
  );
  expect(message).toContain('"Company 501" (501), "Company 502" (502)');
});

it("a company of another Xero contact is never taken over", async () => {
  const message = await refusal(
    {},
    xero(),
    none(linked("companies")),
    none(linked("contacts")),
    hits("501"),
    company(`GET ${COMPANY}`, { xero_contact_id: OTHER_ID }),
  );
  expect(message).toContain(
    `is linked with another Xero contact (${OTHER_ID})`,
  );
});

describe("the record in the contact's number", () => {
  const start = [xero(OURS), none(linked("companies"))];

  it("that is archived stops the step", async () => {
    const message = await refusal(
      {},
      ...start,
      none(`GET ${COMPANY}`),
      hits(),
      company(`GET ${COMPANY}`),
    );
    expect(message).toContain("The HubSpot company 501 of Xero contact");
    expect(message).toContain("is archived");
  });

  it("that was merged is found by what it became", async () => {
    const merged = "GET hubspot /crm/objects/companies/777";
    const { wire, output } = await run(
      {},
      ...start,
      none(`GET ${COMPANY}`),
      hits("777"),
      { call: merged, body: { ...companyRecord(LINKED), id: "777" } },
    );
    expect(wire.body(3)).toMatchObject({
      filterGroups: [
        {
          filters: [
            {
              propertyName: "hs_merged_object_ids",
              operator: "CONTAINS_TOKEN",
              value: "501",
            },
          ],
        },
      ],
    });
    expect(output).toMatchObject({ outcome: "unchanged", hubspot_id: "777" });
  });
});

it("an account that was not set up is told what to run", async () => {
  const message = await refusal({}, xero(), {
    call: linked("companies"),
    status: 400,
    body: {
      message: "Unable to perform read by non-unique property xero_contact_id",
    },
  });
  expect(message).toContain('Run the action "Set Up HubSpot" once');
});
