import { upsertXeroContact } from "../../src/flows/upsertXeroContact";
import type { Input } from "../../src/input/input";
import type { HubspotObject } from "../../src/hubspot/wire";
import type { XeroContact } from "../../src/xero/wire";
import { CONTACT_ID, companyWire, contactWire, xeroContact } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  FIND_CONTACTS,
  foundReply,
  newContactReply,
  PUT_CONTACT,
} from "./dealReplies";
import { warmContext } from "./warmContext";

const start = async (replies: Reply[], input: Input = { hubspotId: "501" }) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  return { script, result: await upsertXeroContact(context, input) };
};
const GET_COMPANY = "GET hubspot /crm/objects/companies/501";
const PATCH_COMPANY = "PATCH hubspot /crm/objects/companies/501";
const GET_CONTACT = `GET xero /Contacts/${CONTACT_ID}`;
const POST_CONTACT = `POST xero /Contacts/${CONTACT_ID}`;
const company = (properties?: HubspotObject["properties"]): Reply => ({
  call: GET_COMPANY,
  body: companyWire(properties),
});
const xero = (call: string, changes: XeroContact = {}): Reply => ({
  call,
  body: { Contacts: [xeroContact({ EmailAddress: undefined, ...changes })] },
});
const LINKED = { xero_contact_id: CONTACT_ID };

it("unchanged and linked, it costs two reads and no write", async () => {
  const { script, result } = await start([
    company({ ...LINKED, phone: "123" }),
    xero(GET_CONTACT, {
      ContactNumber: "hubspot-company-501",
      Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "123" }],
    }),
  ]);
  expect(script.calls).toEqual([GET_COMPANY, GET_CONTACT]);
  expect(result).toMatchObject({
    outcome: "unchanged",
    changedFields: [],
    linked: true,
  });
});

it("only what differs is written, and running again writes nothing", async () => {
  const { script, result } = await start([
    company({ ...LINKED, name: "Harbour & Finch Ltd", phone: "123" }),
    xero(GET_CONTACT, { ContactNumber: "C-17" }),
    xero(POST_CONTACT, { Name: "Harbour & Finch Ltd" }),
  ]);
  expect(script.requests[2]?.body).toEqual({
    Contacts: [
      {
        Name: "Harbour & Finch Ltd",
        Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "123" }],
      },
    ],
  });
  expect(result).toMatchObject({
    outcome: "updated",
    contact: { Name: "Harbour & Finch Ltd" },
    changedFields: ["Name", "Phones"],
    linked: true,
  });
});

it("a contact that is found is linked on the HubSpot record", async () => {
  const found = xeroContact({ ContactNumber: "hubspot-company-501" });
  const { script, result } = await start([
    company(),
    foundReply(found),
    { call: PATCH_COMPANY, body: {} },
  ]);
  expect(script.requests[1]?.query).toMatchObject({ summaryOnly: false });
  expect(script.requests[2]?.body).toEqual({ properties: LINKED });
  expect(result).toMatchObject({ outcome: "unchanged", linked: true });
});

it("a new contact is created, linked, and not written a second time", async () => {
  const { script, result } = await start([
    company(),
    foundReply(),
    newContactReply(),
    { call: PATCH_COMPANY, body: {} },
  ]);
  expect(script.calls).toEqual([
    GET_COMPANY,
    FIND_CONTACTS,
    PUT_CONTACT,
    PATCH_COMPANY,
  ]);
  expect(result).toMatchObject({
    outcome: "created",
    changedFields: [],
    linked: true,
  });
});

it("a person is read from and linked on HubSpot's contacts", async () => {
  const { script } = await start(
    [
      { call: "GET hubspot /crm/objects/contacts/601", body: contactWire() },
      foundReply(),
      newContactReply(),
      { call: "PATCH hubspot /crm/objects/contacts/601", body: {} },
    ],
    { customerType: "contact", hubspotId: "601" },
  );
  expect(script.requests[2]?.body).toEqual({
    Contacts: [
      {
        Name: "Priya Nair",
        ContactNumber: "hubspot-contact-601",
        FirstName: "Priya",
        LastName: "Nair",
        EmailAddress: "priya@harbourfinch.example",
      },
    ],
  });
});

it("a customer that was typed in is matched and not linked", async () => {
  const { script, result } = await start([foundReply(), newContactReply()], {
    name: "Acme",
    email: "a@acme.example",
    city: "Bath",
  });
  expect(script.requests[1]?.body).toEqual({
    Contacts: [
      {
        Name: "Acme",
        EmailAddress: "a@acme.example",
        Addresses: [{ AddressType: "POBOX", City: "Bath" }],
      },
    ],
  });
  expect(result).toMatchObject({ outcome: "created", linked: false });
});

it("mapped fields replace what HubSpot says", async () => {
  const { script } = await start(
    [
      company({ phone: "1" }),
      foundReply(),
      newContactReply(),
      { call: PATCH_COMPANY, body: {} },
    ],
    { hubspotId: "501", name: "New Name", phone: "2" },
  );
  expect(script.requests[2]?.body).toMatchObject({
    Contacts: [{ Name: "New Name", Phones: [{ PhoneNumber: "2" }] }],
  });
});

it("a mapped part of the address leaves HubSpot's other parts standing", async () => {
  const { script } = await start(
    [
      company({ address: "14 Quayside", city: "Bristol" }),
      foundReply(),
      newContactReply(),
      { call: PATCH_COMPANY, body: {} },
    ],
    { hubspotId: "501", city: "Bath" },
  );
  expect(script.requests[2]?.body).toMatchObject({
    Contacts: [{ Addresses: [{ AddressLine1: "14 Quayside", City: "Bath" }] }],
  });
});

it("without a name, an e-mail address or a record there is nobody to look for", async () => {
  await expect(start([], { phone: "1" })).rejects.toThrow(
    "The customer has neither a name nor an e-mail address. Map one of them, or choose a Xero contact.",
  );
});

it("a contact that is matched by e-mail keeps its name; the link is stored first", async () => {
  const { script, result } = await start(
    [
      company({ phone: "123" }),
      foundReply(xeroContact({ Name: "H&F Group" })),
      { call: PATCH_COMPANY, body: {} },
      xero(POST_CONTACT),
    ],
    { hubspotId: "501", email: "priya@harbourfinch.example" },
  );
  expect(script.calls).toEqual([
    GET_COMPANY,
    FIND_CONTACTS,
    PATCH_COMPANY,
    POST_CONTACT,
  ]);
  expect(script.requests[3]?.body).toEqual({
    Contacts: [
      {
        ContactNumber: "hubspot-company-501",
        Phones: [
          {
            PhoneType: "DEFAULT",
            PhoneNumber: "123",
          },
        ],
      },
    ],
  });
  expect(result).toMatchObject({
    outcome: "updated",
    changedFields: ["ContactNumber", "Phones"],
    linked: true,
  });
});

it("a contact that carries our number follows HubSpot's name", async () => {
  const { script } = await start([
    company(),
    foundReply(
      xeroContact({ Name: "Old", ContactNumber: "hubspot-company-501" }),
    ),
    { call: PATCH_COMPANY, body: {} },
    xero(POST_CONTACT),
  ]);
  expect(script.requests[3]?.body).toEqual({
    Contacts: [{ Name: "Harbour & Finch" }],
  });
});

it("a contact that is another record's in HubSpot is not changed in Xero", async () => {
  const script = scriptedSend(
    company({ phone: "123" }),
    foundReply(xeroContact()),
    { call: PATCH_COMPANY, status: 400, body: { message: "taken" } },
  );
  const context = await warmContext(script);
  await expect(
    upsertXeroContact(context, { hubspotId: "501" }),
  ).rejects.toMatchObject({ vendor: "hubspot" });
  expect(script.calls).toEqual([GET_COMPANY, FIND_CONTACTS, PATCH_COMPANY]);
});

it("a contact that is matched to a typed-in customer keeps its name", async () => {
  const { script, result } = await start(
    [foundReply(xeroContact({ Name: "H&F Group" })), xero(POST_CONTACT)],
    { name: "Priya", email: "priya@harbourfinch.example", phone: "123" },
  );
  expect(script.calls).toEqual([FIND_CONTACTS, POST_CONTACT]);
  expect(result.changedFields).toEqual(["Phones"]);
});

it("a step that only updates creates nothing", async () => {
  const { script, result } = await start([company(), foundReply()], {
    hubspotId: "501",
    mode: "update_only",
  });
  expect(script.calls).toEqual([GET_COMPANY, FIND_CONTACTS]);
  expect(result).toEqual({
    outcome: "missing",
    contact: {},
    changedFields: [],
    linked: false,
    notCarried: "",
  });
});

it("a stored contact that is archived stops the step before any write", async () => {
  await expect(
    start([company(LINKED), xero(GET_CONTACT, { ContactStatus: "ARCHIVED" })]),
  ).rejects.toThrow(
    `(${CONTACT_ID}) of company "Harbour & Finch" (HubSpot 501) is archived. Restore it in Xero`,
  );
});

it("the user's own property holds the tax number", async () => {
  const { script } = await start(
    [
      company({ ...LINKED, vat_id: "GB 1" }),
      xero(GET_CONTACT, { ContactNumber: "C-17" }),
      xero(POST_CONTACT),
    ],
    { hubspotId: "501", taxNumberProperty: "vat_id" },
  );
  expect(String(script.requests[0]?.query?.["properties"])).toMatch(/,vat_id$/);
  expect(script.requests[2]?.body).toEqual({
    Contacts: [{ TaxNumber: "GB 1" }],
  });
});

it("a tax property by its label is refused before anything is read", async () => {
  await expect(
    start([], { hubspotId: "501", taxNumberProperty: "VAT ID" }),
  ).rejects.toThrow('"VAT ID" is no internal name of a HubSpot property.');
});

it("a link that another record holds is refused by name", async () => {
  await expect(
    start([
      company(),
      foundReply(xeroContact()),
      {
        call: PATCH_COMPANY,
        status: 400,
        body: { message: "Cannot set it on 501. 777 already has that value." },
      },
    ]),
  ).rejects.toThrow("is linked with HubSpot record 777 already.");
});

describe("a contact group", () => {
  const input = { hubspotId: "501", contactGroup: "vips" };
  const GET_GROUPS = "GET xero /ContactGroups";
  const PUT_IN_GROUP = "PUT xero /ContactGroups/g-1/Contacts";
  const VIPS = { ContactGroupID: "g-1", Name: "VIPs", Status: "ACTIVE" };
  const groups = (...ContactGroups: object[]): Reply => ({
    call: GET_GROUPS,
    body: { ContactGroups },
  });
  const stored = (changes: XeroContact = {}) =>
    xero(GET_CONTACT, { ContactNumber: "hubspot-company-501", ...changes });

  it("that the contact is in costs nothing", async () => {
    const { script, result } = await start(
      [company(LINKED), stored({ ContactGroups: [VIPS] })],
      input,
    );
    expect(script.calls).toEqual([GET_COMPANY, GET_CONTACT]);
    expect(result).toMatchObject({ outcome: "unchanged", changedFields: [] });
  });

  it("gets the contact last, and leaves others alone", async () => {
    const { script, result } = await start(
      [
        company({ ...LINKED, phone: "123" }),
        stored({ ContactGroups: [{ ...VIPS, Name: "Old" }] }),
        groups(VIPS),
        xero(POST_CONTACT),
        { call: PUT_IN_GROUP, body: {} },
      ],
      input,
    );
    expect(script.requests[4]?.body).toEqual({
      Contacts: [{ ContactID: CONTACT_ID }],
    });
    expect(result).toMatchObject({
      outcome: "updated",
      changedFields: ["Phones", "ContactGroups"],
    });
  });

  it("gets a new contact after the link", async () => {
    const { script } = await start(
      [
        company(),
        foundReply(),
        groups(VIPS),
        newContactReply(),
        { call: PATCH_COMPANY, body: {} },
        { call: PUT_IN_GROUP, body: {} },
      ],
      input,
    );
    expect(script.calls).toEqual([
      GET_COMPANY,
      FIND_CONTACTS,
      GET_GROUPS,
      PUT_CONTACT,
      PATCH_COMPANY,
      PUT_IN_GROUP,
    ]);
  });

  it("that does not exist is refused before anything is written, with those that do", async () => {
    const deleted = { ...VIPS, Status: "DELETED" };
    const others = groups(deleted, { ...VIPS, Name: "Key accounts" });
    await expect(
      start([company(), foundReply(), others, others], input),
    ).rejects.toThrow(
      'Xero has no contact group "vips". It has "Key accounts". Correct Contact Group in this step, or create the group in Xero (Contacts > Groups).',
    );
  });

  it("that was deleted and made anew is found again", async () => {
    const anew = { ...VIPS, ContactGroupID: "g-2" };
    const { script } = await start(
      [
        company(LINKED),
        stored(),
        groups(VIPS),
        { call: PUT_IN_GROUP, status: 404, body: "gone" },
        groups(anew),
        { call: "PUT xero /ContactGroups/g-2/Contacts", body: {} },
      ],
      input,
    );
    expect(script.calls.at(-1)).toBe("PUT xero /ContactGroups/g-2/Contacts");
  });
});

it("takes the account number from the property that the step names", async () => {
  const { script } = await start(
    [
      company({ ...LINKED, debtor_no: " D-17 " }),
      xero(GET_CONTACT, { ContactNumber: "hubspot-company-501" }),
      xero(POST_CONTACT),
    ],
    { hubspotId: "501", accountNumberProperty: "debtor_no" },
  );
  expect(script.requests[0]?.query?.["properties"]).toContain("debtor_no");
  expect(script.requests[2]?.body).toEqual({
    Contacts: [{ AccountNumber: "D-17" }],
  });
});
