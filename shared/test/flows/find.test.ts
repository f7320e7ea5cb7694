import { dealOutput, findDeal } from "../../src/flows/findDeal";
import { findInvoice } from "../../src/flows/findInvoice";
import {
  CONTACT_ID,
  dealWire,
  INVOICE_ID,
  OTHER_CONTACT_ID,
  xeroInvoice,
} from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { warmContext } from "./warmContext";

const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, context: await warmContext(script) };
};
const found = { Invoices: [xeroInvoice()] };
const billed = {
  xero_invoice_id: INVOICE_ID,
  xero_invoice_number: "INV-0042",
  xero_invoice_status: "part paid",
};

describe("find_invoice", () => {
  const DEAL = "GET hubspot /crm/objects/deals/701";

  it("finds by number", async () => {
    const call = "GET xero /Invoices/INV-0042";
    const { context } = await start({ call, body: found });
    const invoices = await findInvoice(context, { invoiceNumber: "INV-0042" });
    expect(invoices).toMatchObject([{ id: INVOICE_ID, number: "INV-0042" }]);
  });

  it("finds nothing where Xero has no such number", async () => {
    const call = "GET xero /Invoices/INV-0042";
    const { context } = await start({ call, status: 404 });
    const input = { invoiceNumber: "INV-0042" };
    expect(await findInvoice(context, input)).toEqual([]);
  });

  it("finds by reference, and nothing where no invoice has it", async () => {
    const call = "GET xero /Invoices";
    const { script, context } = await start(
      { call, body: found },
      { call, body: { Invoices: [] } },
    );
    const input = { reference: "HS-701" };
    expect(await findInvoice(context, input)).toHaveLength(1);
    expect(await findInvoice(context, input)).toEqual([]);
    expect(script.requests[0]?.query?.["where"]).toBe(
      'Type=="ACCREC" AND Reference=="HS-701"',
    );
  });

  it("finds the invoice of a deal", async () => {
    const { context } = await start(
      { call: DEAL, body: dealWire(billed) },
      { call: `GET xero /Invoices/${INVOICE_ID}`, body: found },
    );
    expect(await findInvoice(context, { dealId: "701" })).toHaveLength(1);
  });

  it("finds nothing for a deal without an invoice", async () => {
    const { context } = await start({ call: DEAL, body: dealWire() });
    expect(await findInvoice(context, { dealId: "701" })).toEqual([]);
  });

  it("finds a contact's oldest invoice of which something is due", async () => {
    const open = (InvoiceID: string, changes = {}) =>
      xeroInvoice({
        InvoiceID,
        Status: "AUTHORISED",
        AmountDue: 5,
        Contact: { ContactID: CONTACT_ID },
        ...changes,
      });
    const Invoices = [
      open("of another", { Contact: { ContactID: OTHER_CONTACT_ID } }),
      open("paid", { Status: "PAID", AmountDue: 0 }),
      open("oldest"),
      open("newer"),
    ];
    const call = "GET xero /Invoices";
    const { script, context } = await start({ call, body: { Invoices } });
    const found = await findInvoice(context, { contactId: CONTACT_ID });
    expect(found.map(({ id }) => id)).toEqual(["oldest"]);
    expect(script.requests[0]?.query).toEqual({
      where: `Type=="ACCREC" AND Status=="AUTHORISED" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
      order: "Date ASC",
      page: 1,
      pageSize: 10,
      unitdp: 4,
    });
  });

  it("refuses a search for nothing", async () => {
    const { context } = await start();
    await expect(findInvoice(context, {})).rejects.toMatchObject({
      kind: "validation",
      message:
        "Invoice Number, Reference, Deal and Contact are all empty. Fill in one of them.",
    });
  });
});

describe("find_deal", () => {
  const BY_ID = `GET hubspot /crm/objects/deals/${INVOICE_ID}`;
  const SEARCH = "POST hubspot /crm/objects/deals/search";

  it("finds the deal of an invoice by the invoice's id, in one call", async () => {
    const { script, context } = await start({
      call: BY_ID,
      body: dealWire(billed),
    });
    const deals = await findDeal(context, { invoiceId: INVOICE_ID });
    expect(deals.map(dealOutput)).toMatchObject([
      {
        id: "701",
        dealName: "Website relaunch",
        dealUrl: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
        amount: 4500,
        invoiceId: INVOICE_ID,
        invoiceNumber: "INV-0042",
        billingState: "part paid",
      },
    ]);
    expect(script.requests[0]?.query).toMatchObject({
      idProperty: "xero_invoice_id",
    });
  });

  it("finds nothing for an invoice that no deal has", async () => {
    const { context } = await start({ call: BY_ID, status: 404 });
    expect(await findDeal(context, { invoiceId: INVOICE_ID })).toEqual([]);
  });

  it("finds by number", async () => {
    const body = { total: 1, results: [dealWire(billed)] };
    const { script, context } = await start({ call: SEARCH, body });
    const deals = await findDeal(context, { invoiceNumber: "INV-0042" });
    expect(deals).toMatchObject([{ id: "701" }]);
    expect(script.requests[0]?.body).toMatchObject({
      filterGroups: [
        {
          filters: [
            {
              propertyName: "xero_invoice_number",
              operator: "EQ",
              value: "INV-0042",
            },
          ],
        },
      ],
    });
  });

  it("names both deals that show the same number", async () => {
    const results = [dealWire(billed), { ...dealWire(billed), id: "702" }];
    const body = { total: 2, results };
    const { context } = await start({ call: SEARCH, body });
    await expect(
      findDeal(context, { invoiceNumber: "INV-0042" }),
    ).rejects.toMatchObject({
      kind: "conflict",
      message:
        "Two deals show the invoice number INV-0042: 701, 702. Search by the invoice's ID.",
    });
  });

  it("refuses a search for nothing", async () => {
    const { context } = await start();
    await expect(findDeal(context, {})).rejects.toMatchObject({
      kind: "validation",
      message:
        "Invoice and Invoice Number are both empty. Fill in one of them.",
    });
  });
});
