import { updateDealBilling } from "../../src/flows/updateDealBilling";
import type { XeroInvoice } from "../../src/xero/wire";
import { xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { FIND_INVOICES, GET_DEAL, PATCH_DEAL } from "./dealReplies";
import { KEY } from "./repeatingReplies";
import { warmContext } from "./warmContext";

/** An approved invoice of 6000.00 that nobody has paid. */
const open = (changes: XeroInvoice): XeroInvoice =>
  xeroInvoice({ Status: "AUTHORISED", ...changes });
const december = open({
  InvoiceID: "december",
  InvoiceNumber: "INV-1000",
  Reference: KEY,
  RepeatingInvoiceID: "repeating-1",
});
/** Of the same day, with a number that is younger by text. */
const once = open({
  InvoiceID: "once",
  InvoiceNumber: "INV-999",
  Reference: "HS-701",
  AmountPaid: 6000,
  AmountDue: 0,
});
const copyOf = (invoice: XeroInvoice, InvoiceID: string): XeroInvoice => ({
  ...invoice,
  InvoiceID,
  InvoiceNumber: "INV-2000",
  RepeatingInvoiceID: undefined,
});

const one = (invoice: XeroInvoice): Reply => ({
  call: `GET xero /Invoices/${invoice.InvoiceID}`,
  body: { Invoices: [invoice] },
});
const all = (...Invoices: XeroInvoice[]): Reply => ({
  call: FIND_INVOICES,
  body: { Invoices },
});
const deal = (properties: Record<string, string>): Reply => ({
  call: GET_DEAL,
  body: { id: "701", properties: { dealname: "Care", ...properties } },
});
const patched: Reply = { call: PATCH_DEAL, body: { id: "701" } };
const SCHEDULED = { xero_repeating_invoice_id: "repeating-0,repeating-1" };
const MIXED = { ...SCHEDULED, xero_sync_mark: "done|1|HS-701|HS-701" };

async function update(input: object, ...replies: Reply[]) {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  await updateDealBilling(context, { ...input });
  return script.requests.at(-1)?.body;
}

it("the first invoice of a schedule reaches a deal that has none yet", async () => {
  const body = await update(
    { invoiceId: "december" },
    one(december),
    deal(SCHEDULED),
    all(december),
    patched,
  );
  expect(body).toMatchObject({
    properties: {
      xero_invoice_id: "december",
      xero_invoice_number: "INV-1000",
      xero_invoice_total: "6000.00",
      xero_amount_due: "6000.00",
    },
  });
});

it("a mixed deal shows the sum, and what the schedule billed leads", async () => {
  const notOnADeal: Reply = {
    call: "PATCH hubspot /crm/objects/deals/once",
    status: 404,
    body: { category: "OBJECT_NOT_FOUND" },
  };
  const body = await update(
    { invoiceId: "once" },
    one(once),
    notOnADeal,
    deal({ ...MIXED, xero_invoice_id: "december" }),
    // The copies do not count.
    all(once, december, copyOf(once, "copy-1"), copyOf(december, "copy-2")),
    patched,
  );
  expect(body).toMatchObject({
    properties: {
      xero_invoice_id: "december",
      xero_invoice_status: "part paid",
      xero_invoice_total: "12000.00",
      xero_amount_paid: "6000.00",
      xero_amount_due: "6000.00",
    },
  });
});

it.each([
  ["a copy of a schedule's invoice", copyOf(december, "copy"), SCHEDULED],
  [
    "one of another repeating invoice",
    { ...december, RepeatingInvoiceID: "repeating-2" },
    SCHEDULED,
  ],
  ["one of a deal without schedules", december, { xero_invoice_id: "once" }],
])("%s belongs to no deal", async (_, invoice, properties) => {
  await expect(
    update(
      { invoiceId: invoice.InvoiceID },
      one(invoice),
      deal(properties),
      all(invoice, once),
    ),
  ).rejects.toThrow(/^No deal has invoice/);
});

it("a typed reference of the whole deal belongs to no deal that has schedules alone", async () => {
  await expect(
    update(
      { invoiceId: "once" },
      one(once),
      { call: "PATCH hubspot /crm/objects/deals/once", status: 404 },
      deal({ ...SCHEDULED, xero_invoice_id: "december" }),
      all(once, december),
    ),
  ).rejects.toThrow(/^No deal has invoice INV-999/);
});

it("by the deal, the newest invoice of its schedules is found", async () => {
  const body = await update(
    { dealId: "701" },
    deal(SCHEDULED),
    all(
      { ...december, InvoiceID: "old", Date: "/Date(1795305600000+0000)/" },
      december,
    ),
    deal(SCHEDULED),
    all(december),
    patched,
  );
  expect(body).toMatchObject({ properties: { xero_invoice_id: "december" } });
});

it("by the deal, before Xero has billed anything, it is told to wait", async () => {
  await expect(
    update({ dealId: "701" }, deal(SCHEDULED), all()),
  ).rejects.toThrow(
    'Xero has not yet made an invoice from the repeating invoices of deal "Care". Run this step when it has.',
  );
});
