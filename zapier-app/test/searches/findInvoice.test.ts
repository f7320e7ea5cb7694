import { LINES } from "../fixtures/dealInvoice";
import { dealReply, GET_DEAL } from "../fixtures/hubspot";
import { xeroLimit } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_INVOICES,
  invoice,
  INVOICE_ID,
  INVOICE_URL,
} from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "find_invoice";
const BY_NUMBER = "GET xero /Invoices/INV-0042";
const BY_ID = `GET xero /Invoices/${INVOICE_ID}`;

const found = (call: string, ...Invoices: object[]): Reply => ({
  call,
  body: { Invoices },
});
const missing = (call: string): Reply => ({
  call,
  status: 404,
  body: "The resource you're looking for cannot be found",
});

const RECORD = {
  id: INVOICE_ID,
  invoice_id: INVOICE_ID,
  invoice_number: "INV-0042",
  status: "DRAFT",
  invoice_url: INVOICE_URL,
  reference: "Spring (HS-701)",
  date: "2026-11-23",
  due_date: "2026-12-14",
  currency: "GBP",
  subtotal: 4697.99,
  tax: 924.9,
  total: 5622.89,
  contact_id: CONTACT_ID,
  contact_name: "Harbour & Finch",
  line_items: [
    {
      description: "Design sprint\nFive days with two designers",
      quantity: 5,
      unit_price: 1000,
      line_amount: 4500,
      tax_amount: 900,
      tax_type: "OUTPUT2",
      account_code: "200",
      item_code: "DESIGN",
    },
  ],
};

it("an invoice is found by its number, with its lines", async () => {
  const wire = vendors(found(BY_NUMBER, invoice({ LineItems: LINES })));
  const records = await newZap().search(KEY, { invoice_number: "INV-0042" });
  expect(wire.calls()).toEqual([BY_NUMBER]);
  expect(wire.query(0)).toEqual({ unitdp: "4" });
  expect(records).toEqual([RECORD]);
  expect(undeclared("searches", KEY, records[0]!)).toEqual([]);
});

it("an invoice is found by its whole reference, voided and deleted ones aside", async () => {
  const wire = vendors(
    found(
      FIND_INVOICES,
      invoice({ InvoiceID: "voided", Status: "VOIDED" }),
      invoice({ InvoiceID: "deleted", Status: "DELETED" }),
      invoice({ InvoiceID: "bill", Type: "ACCPAY" }),
      invoice({ LineItems: LINES }),
    ),
  );
  const records = await newZap().search(KEY, { reference: "Spring (HS-701)" });
  expect(wire.calls()).toEqual([FIND_INVOICES]);
  expect(wire.query(0)).toEqual({
    where: 'Type=="ACCREC" AND Reference=="Spring (HS-701)"',
    page: "1",
    unitdp: "4",
  });
  expect(records).toEqual([RECORD]);
});

it("an invoice is found by the deal that shows it", async () => {
  const wire = vendors(
    dealReply({ xero_invoice_id: INVOICE_ID }),
    found(BY_ID, invoice({ LineItems: LINES })),
  );
  const records = await newZap().search(KEY, { deal_id: "701" });
  expect(wire.calls()).toEqual([GET_DEAL, BY_ID]);
  expect(wire.query(0)).toEqual({ properties: "xero_invoice_id" });
  expect(wire.query(1)).toEqual({ unitdp: "4" });
  expect(records).toEqual([RECORD]);
});

it("the number counts before the reference, and the reference before the deal", async () => {
  const wire = vendors(missing(BY_NUMBER), found(FIND_INVOICES));
  const zap = newZap();
  const input = { reference: "Spring", deal_id: "701" };
  await zap.search(KEY, { ...input, invoice_number: "INV-0042" });
  await zap.search(KEY, input);
  expect(wire.calls()).toEqual([BY_NUMBER, FIND_INVOICES]);
});

it.each<[key: string, value: string, replies: Reply[]]>([
  ["invoice_number", "INV-0042", [missing(BY_NUMBER)]],
  ["reference", "Spring", [found(FIND_INVOICES)]],
  ["deal_id", "701", [dealReply()]],
  [
    "deal_id",
    "701",
    [dealReply({ xero_invoice_id: INVOICE_ID }), missing(BY_ID)],
  ],
])("nothing under %s %s is an empty list", async (key, value, replies) => {
  vendors(...replies);
  expect(await newZap().search(KEY, { [key]: value })).toEqual([]);
});

it("a deal that HubSpot does not have stops the step", async () => {
  vendors({ call: GET_DEAL, status: 404, body: {} });
  const met = await failure(newZap().search(KEY, { deal_id: "701" }));
  expect(met).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("HubSpot has no deal 701"),
  });
});

it.each<[reply: Reply, name: string]>([
  [{ call: BY_NUMBER, status: 500, body: "" }, "AppError"],
  [xeroLimit(BY_NUMBER, "minute", "17"), "ThrottledError"],
])("a search that fails is no empty list: %j", async (reply, name) => {
  vendors(reply);
  const running = newZap().search(KEY, { invoice_number: "INV-0042" });
  expect(await failure(running)).toMatchObject({ name });
});

it("a search for nothing stops the step before any call", async () => {
  const wire = vendors();
  expect(await failure(newZap().search(KEY, {}))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("are all empty"),
  });
  expect(wire.calls()).toEqual([]);
});
