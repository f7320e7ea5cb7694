import { createInvoice } from "../../src/flows/createInvoice";
import { findDeal } from "../../src/flows/findDeal";
import { findInvoice } from "../../src/flows/findInvoice";
import { findItem } from "../../src/flows/findItem";
import { findXeroContact } from "../../src/flows/findXeroContact";
import { createHubspotClient } from "../../src/hubspot/client";
import { createXeroClient } from "../../src/xero/client";
import { scriptedSend } from "../scriptedSend";
import { warmContext } from "../flows/warmContext";

/** Texts that would end a literal early if anything in them were taken as syntax, as one literal of Xero's filter. */
const HOSTILE: readonly (readonly [given: string, literal: string])[] = [
  ['" OR true', '""" OR true"'],
  ['"; --', '"""; --"'],
  ['x") OR (Name!="', '"x"") OR (Name!="""'],
  ["back\\", '"back\\"'],
  ['back\\" OR true', '"back\\"" OR true"'],
  ["(O'Neil)", '"(O\'Neil)"'],
];

describe.each(HOSTILE)("the text %j in Xero's filter", (given, literal) => {
  const askedFor = async (
    run: (context: Awaited<ReturnType<typeof warmContext>>) => Promise<unknown>,
    call: string,
    collection: string,
  ) => {
    const script = scriptedSend({ call, body: { [collection]: [] } });
    await run(await warmContext(script));
    return script.requests.map(({ query }) => query?.["where"]);
  };

  it("stays one literal as a customer's name", async () => {
    expect(
      await askedFor(
        (context) =>
          findXeroContact(context, { type: "company", name: given }, {}),
        "GET xero /Contacts",
        "Contacts",
      ),
    ).toEqual([`Name==${literal}`]);
  });

  it("stays one literal as a reference", async () => {
    expect(
      await askedFor(
        (context) => findInvoice(context, { reference: given }),
        "GET xero /Invoices",
        "Invoices",
      ),
    ).toEqual([`Type=="ACCREC" AND Reference==${literal}`]);
  });

  it("stays one literal as an item's code", async () => {
    expect(
      await askedFor(
        (context) => findItem(context, { code: given }),
        "GET xero /Items",
        "Items",
      ),
    ).toEqual([`Code==${literal}`]);
  });

  it("stays one literal as an e-mail address", async () => {
    expect(
      await askedFor(
        (context) =>
          findXeroContact(
            context,
            { type: "contact", name: "", email: given.replaceAll(" ", "") },
            {},
          ),
        "GET xero /Contacts",
        "Contacts",
      ),
    ).toEqual([`EmailAddress==${literal.replaceAll(" ", "")}`]);
  });
});

it("a contact's id cannot end its GUID early", async () => {
  const call = "GET xero /Invoices";
  const script = scriptedSend({ call, body: { Invoices: [] } });
  const { xero } = await warmContext(script);
  await xero.findInvoiceByReference("HS-1", "it", 'x") OR Guid("y');
  expect(script.requests[0]?.query?.["where"]).toBe(
    'Type=="ACCREC" AND Reference=="HS-1" AND Contact.ContactID==Guid("xORGuidy")',
  );
});

it("an id that HubSpot looks up stays one part of the path", async () => {
  const id = "x/../../contacts?archived=true#";
  const call =
    "GET hubspot /crm/objects/deals/x%2F..%2F..%2Fcontacts%3Farchived%3Dtrue%23";
  const script = scriptedSend({ call, status: 404 });
  const context = await warmContext(script);
  expect(await findDeal(context, { invoiceId: id })).toEqual([]);
  expect(script.requests[0]?.query?.["idProperty"]).toBe("xero_invoice_id");
});

it("a value of HubSpot's search is data: it goes as it is, in the body", async () => {
  const value = 'x"}],"filters":[]';
  const call = "POST hubspot /crm/objects/deals/search";
  const script = scriptedSend({ call, body: { total: 0, results: [] } });
  const filter = { propertyName: "dealname", operator: "EQ", value };
  const body = {
    filterGroups: [{ filters: [filter] }],
    properties: ["dealname"],
    limit: 10,
  };
  await createHubspotClient(script).search("deals", body);
  expect(script.requests[0]?.body).toEqual(body);
});

it.each(["t\r\nX-Other: 1", "t\n", "t\0", "t\u2028"])(
  "an organisation %j, which no header can carry, is sent nowhere and not quoted",
  async (tenantId) => {
    const { send, calls } = scriptedSend();
    const xero = createXeroClient({ send, tenantId });
    await expect(xero.getContact("1", "the contact")).rejects.toMatchObject({
      kind: "validation",
      message:
        "The header Xero-Tenant-Id for Xero has a character that no header can carry, such as a line end. Choose the organisation again or reconnect, and run this step again.",
    });
    expect(calls).toEqual([]);
  },
);

it("a reference on an invoice has apostrophes for its quotes", async () => {
  const call = "GET xero /Invoices";
  const put = "PUT xero /Invoices";
  const script = scriptedSend(
    { call, body: { Invoices: [] } },
    { call: put, body: { Invoices: [{ InvoiceID: "i", Type: "ACCREC" }] } },
  );
  await createInvoice(await warmContext(script), {
    contactId: "5d3f1b77",
    defaultAccountCode: "200",
    reference: '" OR true',
    lineItems: [{ description: "Design", unitPrice: "100" }],
  });
  expect(script.requests[1]?.body).toMatchObject({
    Invoices: [{ Reference: "' OR true" }],
  });
});
