import { createXeroClient } from "../../src/xero/client";
import { CONTACT_ID, xeroContact, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";

const start = (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  const xero = createXeroClient({ send: script.send, tenantId: "tenant-1" });
  return { script, xero };
};
const TENANT = { "Xero-Tenant-Id": "tenant-1" };

it("searches archived contacts too, and keeps the answer small", async () => {
  const { script, xero } = start({
    call: "GET xero /Contacts",
    body: { Contacts: [xeroContact()] },
  });
  const where = 'Name=="Acme"';
  expect(
    await xero.findContacts(where, { whole: false }, "contacts"),
  ).toHaveLength(1);
  expect(script.requests).toEqual([
    {
      vendor: "xero",
      method: "GET",
      path: "/api.xro/2.0/Contacts",
      query: { where, includeArchived: true, page: 1, summaryOnly: true },
      headers: TENANT,
    },
  ]);
});

it("brings phones and addresses along where they are asked for", async () => {
  const { script, xero } = start({
    call: "GET xero /Contacts",
    body: { Contacts: [] },
  });
  await xero.findContacts("x", { whole: true }, "contacts");
  expect(script.requests[0]?.query).toMatchObject({ summaryOnly: false });
});

it("creates an invoice with PUT, four decimals and the key", async () => {
  const { script, xero } = start({
    call: "PUT xero /Invoices",
    body: { Invoices: [xeroInvoice()] },
  });
  const created = await xero.createInvoice(
    { Type: "ACCREC" },
    "the invoice",
    "key-1",
  );
  expect(created).toEqual(xeroInvoice());
  expect(script.requests).toEqual([
    {
      vendor: "xero",
      method: "PUT",
      path: "/api.xro/2.0/Invoices",
      query: { summarizeErrors: true, unitdp: 4 },
      headers: { ...TENANT, "Idempotency-Key": "key-1" },
      body: { Invoices: [{ Type: "ACCREC" }] },
    },
  ]);
});

it("updates a contact with POST to its ID, and without a key", async () => {
  const { script, xero } = start({
    call: `POST xero /Contacts/${CONTACT_ID}`,
    body: { Contacts: [xeroContact({ Name: "New" })] },
  });
  await xero.updateContact(CONTACT_ID, { Name: "New" }, "company");
  expect(script.requests).toEqual([
    {
      vendor: "xero",
      method: "POST",
      path: `/api.xro/2.0/Contacts/${CONTACT_ID}`,
      headers: TENANT,
      body: { Contacts: [{ Name: "New" }] },
    },
  ]);
});

it("finds the live sales invoice with exactly the reference, of the contact where one is given", async () => {
  const call = "GET xero /Invoices";
  const other = { ContactID: "contact-2" };
  const Invoices = [
    xeroInvoice({ Reference: "HS-7" }),
    xeroInvoice({ Reference: "hs-701" }),
    xeroInvoice({ Reference: "HS-701", Type: "ACCPAY" }),
    xeroInvoice({ Reference: "HS-701", Status: "VOIDED" }),
    xeroInvoice({ Reference: "HS-701", Status: "DELETED" }),
    xeroInvoice({ Reference: "HS-701", InvoiceID: "a" }),
    xeroInvoice({ Reference: "HS-701", InvoiceID: "b", Contact: other }),
  ];
  const { script, xero } = start(
    { call, body: { Invoices } },
    { call, body: { Invoices } },
    { call, body: { Invoices: Invoices.slice(0, 5) } },
  );
  const first = await xero.findInvoiceByReference("HS-701", "it");
  const theirs = await xero.findInvoiceByReference("HS-701", "it", "contact-2");
  expect([first?.InvoiceID, theirs?.InvoiceID]).toEqual(["a", "b"]);
  expect(await xero.findInvoiceByReference("HS-701", "it")).toBeUndefined();
  expect(script.requests.map(({ query }) => query).slice(0, 2)).toEqual([
    {
      where: 'Type=="ACCREC" AND Reference=="HS-701"',
      page: 1,
      unitdp: 4,
    },
    {
      where:
        'Type=="ACCREC" AND Reference=="HS-701" AND Contact.ContactID==Guid("contact-2")',
      page: 1,
      unitdp: 4,
    },
  ]);
});

it("sends an invoice with an empty body, and takes 204 for an answer", async () => {
  const call = "POST xero /Invoices/inv-1/Email";
  const { script, xero } = start({ call, status: 204, body: "" });
  await xero.emailInvoice("inv-1", "the e-mail");
  expect(script.requests[0]?.body).toEqual({});
});

it.each([
  ["HTML", "<html>", "Xero's answer about contacts could not be read."],
  ["null", null, "Xero's answer about contacts could not be read."],
  ["no list", { Status: "OK" }, "Xero's answer about contacts holds no list."],
])(
  "an answer of %s to a search is an error, never an empty list",
  async (_, body, text) => {
    const { xero } = start({ call: "GET xero /Contacts", body });
    await expect(
      xero.findContacts("x", { whole: false }, "contacts"),
    ).rejects.toMatchObject({
      kind: "server",
      message: expect.stringContaining(text) as string,
    });
  },
);

it.each([
  ["nothing", []],
  ["no InvoiceID", [{ InvoiceNumber: "INV-0042" }]],
])("an invoice whose answer names %s may exist", async (_, Invoices) => {
  const { xero } = start({ call: "PUT xero /Invoices", body: { Invoices } });
  await expect(
    xero.createInvoice({}, "the invoice", "k"),
  ).rejects.toMatchObject({
    kind: "server",
    message:
      "Xero did not say what became of the invoice. Run this step again: nothing is made twice.",
  });
});

it.each([
  ["nothing", []],
  ["no ContactID", [{ Name: "Acme" }]],
])("a contact whose answer names %s may exist", async (_, Contacts) => {
  const { xero } = start({ call: "PUT xero /Contacts", body: { Contacts } });
  await expect(xero.createContact({}, "company", "k")).rejects.toMatchObject({
    kind: "server",
  });
});
