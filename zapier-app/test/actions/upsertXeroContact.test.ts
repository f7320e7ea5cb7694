import { companyRecord } from "../fixtures/hubspot";
import { vendors, type Reply } from "../fixtures/vendors";
import {
  contact,
  CONTACT_ID,
  FIND_CONTACTS,
  foundContacts,
  newContact,
  PUT_CONTACT,
} from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "upsert_xero_contact";
const INPUT = {
  customer_type: "company",
  hubspot_id: "501",
  email: "accounts@harbourfinch.example",
};
const GET_COMPANY = "GET hubspot /crm/objects/companies/501";
const PATCH_COMPANY = "PATCH hubspot /crm/objects/companies/501";
const GET_CONTACT = `GET xero /Contacts/${CONTACT_ID}`;
const POST_CONTACT = `POST xero /Contacts/${CONTACT_ID}`;

const company = (properties?: Record<string, string>): Reply => ({
  call: GET_COMPANY,
  body: companyRecord(properties),
});
const linkReply: Reply = { call: PATCH_COMPANY, body: companyRecord() };

/** The contact as Xero holds it once it has all of the company's details. */
const WHOLE = contact({
  ContactNumber: "hubspot-company-501",
  FirstName: undefined,
  LastName: undefined,
  EmailAddress: "accounts@harbourfinch.example",
  Phones: [
    {
      PhoneType: "DEFAULT",
      PhoneNumber: "7946 0018",
      PhoneAreaCode: "20",
      PhoneCountryCode: "+44",
    },
    {
      PhoneType: "MOBILE",
      PhoneNumber: "",
      PhoneAreaCode: "",
      PhoneCountryCode: "",
    },
  ],
  Addresses: [
    {
      AddressType: "POBOX",
      AddressLine1: "14 Quayside",
      City: "Bristol",
      Region: "",
      PostalCode: "BS1 4DJ",
      Country: "United Kingdom",
    },
  ],
});

async function run(...replies: Reply[]) {
  const wire = vendors(...replies);
  const output = await newZap().create(KEY, INPUT);
  expect(undeclared("creates", KEY, output)).toEqual([]);
  return { wire, output };
}

it("a company that Xero does not know is created with the mapped fields over HubSpot's, and linked", async () => {
  const { wire, output } = await run(
    company(),
    foundContacts(),
    newContact({
      ContactNumber: "hubspot-company-501",
      EmailAddress: "accounts@harbourfinch.example",
    }),
    linkReply,
  );
  expect(wire.calls()).toEqual([
    GET_COMPANY,
    FIND_CONTACTS,
    PUT_CONTACT,
    PATCH_COMPANY,
  ]);
  expect(wire.body(2)).toEqual({
    Contacts: [
      {
        Name: "Harbour & Finch",
        ContactNumber: "hubspot-company-501",
        EmailAddress: "accounts@harbourfinch.example",
        Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "+44 20 7946 0018" }],
        Addresses: [
          {
            AddressType: "POBOX",
            AddressLine1: "14 Quayside",
            City: "Bristol",
            PostalCode: "BS1 4DJ",
            Country: "United Kingdom",
          },
        ],
      },
    ],
  });
  expect(wire.body(3)).toEqual({
    properties: { xero_contact_id: CONTACT_ID },
  });
  expect(output).toEqual({
    outcome: "created",
    not_carried: "",
    id: CONTACT_ID,
    name: "Harbour & Finch",
    first_name: "Priya",
    last_name: "Nair",
    email: "accounts@harbourfinch.example",
    contact_number: "hubspot-company-501",
    status: "ACTIVE",
    contact_url: `https://go.xero.com/Contacts/View/${CONTACT_ID}`,
    changed_fields: "",
    linked: true,
  });
});

it("a linked contact without differences costs two reads and no write", async () => {
  const { wire, output } = await run(company({ xero_contact_id: CONTACT_ID }), {
    call: GET_CONTACT,
    body: { Contacts: [WHOLE] },
  });
  expect(wire.calls()).toEqual([GET_COMPANY, GET_CONTACT]);
  expect(output).toMatchObject({
    outcome: "unchanged",
    changed_fields: "",
    linked: true,
  });
});

it("only the fields that differ are written", async () => {
  const stored = { ...WHOLE, EmailAddress: "old@harbourfinch.example" };
  const { wire, output } = await run(
    company({ xero_contact_id: CONTACT_ID }),
    { call: GET_CONTACT, body: { Contacts: [stored] } },
    { call: POST_CONTACT, body: { Contacts: [WHOLE] } },
  );
  expect(wire.body(2)).toEqual({
    Contacts: [{ EmailAddress: "accounts@harbourfinch.example" }],
  });
  // an edit that is repeated on purpose must not be answered from Xero's cache
  expect(wire.headers(2)).not.toHaveProperty("idempotency-key");
  expect(output).toMatchObject({
    outcome: "updated",
    email: "accounts@harbourfinch.example",
    changed_fields: "EmailAddress",
  });
});

it("a contact that has the e-mail address is linked first, changed then, and keeps its name", async () => {
  const stored = { ...WHOLE, ContactNumber: undefined, Name: "Finch Holdings" };
  const { wire, output } = await run(
    company(),
    foundContacts(stored),
    linkReply,
    {
      call: POST_CONTACT,
      body: { Contacts: [{ ...WHOLE, Name: "Finch Holdings" }] },
    },
  );
  expect(wire.calls()).toEqual([
    GET_COMPANY,
    FIND_CONTACTS,
    PATCH_COMPANY,
    POST_CONTACT,
  ]);
  expect(wire.body(2)).toEqual({ properties: { xero_contact_id: CONTACT_ID } });
  expect(wire.body(3)).toEqual({
    Contacts: [{ ContactNumber: "hubspot-company-501" }],
  });
  expect(output).toMatchObject({
    outcome: "updated",
    name: "Finch Holdings",
    changed_fields: "ContactNumber",
    linked: true,
  });
});

it.each([
  [
    "by its stored ID",
    [
      company({ xero_contact_id: CONTACT_ID }),
      {
        call: GET_CONTACT,
        body: { Contacts: [{ ...WHOLE, Name: "Finch Holdings" }] },
      },
    ],
  ],
  [
    "by its number",
    [company(), foundContacts({ ...WHOLE, Name: "Finch Holdings" }), linkReply],
  ],
])("a contact that is linked %s follows HubSpot's name", async (_, replies) => {
  const { wire, output } = await run(...replies, {
    call: POST_CONTACT,
    body: { Contacts: [WHOLE] },
  });
  expect(wire.sent.at(-1)).toMatchObject({
    call: POST_CONTACT,
    body: { Contacts: [{ Name: "Harbour & Finch" }] },
  });
  expect(output).toMatchObject({ outcome: "updated", changed_fields: "Name" });
});

it("a link that HubSpot refuses leaves the contact in Xero as it is", async () => {
  const stored = { ...WHOLE, ContactNumber: undefined, Name: "Finch Holdings" };
  const wire = vendors(company(), foundContacts(stored), {
    call: PATCH_COMPANY,
    status: 400,
    body: { message: "xero_contact_id must be unique" },
  });
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("must be unique"),
  });
  expect(wire.calls()).toEqual([GET_COMPANY, FIND_CONTACTS, PATCH_COMPANY]);
});
