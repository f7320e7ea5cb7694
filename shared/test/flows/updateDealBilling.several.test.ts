import { listPayments } from "../../src/flows/listPayments";
import {
  dealBillingOutput,
  updateDealBilling,
} from "../../src/flows/updateDealBilling";
import type { XeroInvoice } from "../../src/xero/wire";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { FIND_INVOICES, GET_DEAL, PATCH_DEAL } from "./dealReplies";
import { warmContext } from "./warmContext";

/** Deal 701 was invoiced at 6000.00 for each of two entries; the newer invoice stands on it. */
const older = (changes: XeroInvoice = {}) =>
  xeroInvoice({
    InvoiceID: "older",
    InvoiceNumber: "INV-0041",
    Reference: "HS-701-1795000000",
    Status: "AUTHORISED",
    DueDate: "/Date(1795651200000+0000)/",
    AmountPaid: 1500.5,
    AmountDue: 4499.5,
    Payments: [{ Date: "/Date(1795132800000+0000)/", Amount: 1500.5 }],
    ...changes,
  });
const newer = (changes: XeroInvoice = {}) =>
  xeroInvoice({
    Reference: "PO 7 (HS-701-1795428000)",
    Status: "AUTHORISED",
    AmountPaid: 0.5,
    AmountDue: 5999.5,
    ...changes,
  });
const URL = `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`;
const BOTH = {
  xero_invoice_id: INVOICE_ID,
  xero_invoice_number: "INV-0042",
  xero_invoice_status: "part paid",
  xero_invoice_url: URL,
  xero_invoice_total: "12000.00",
  xero_amount_paid: "1501.00",
  xero_amount_due: "10499.00",
  xero_amount_credited: "0.00",
  xero_due_date: "2026-12-23",
  xero_last_payment_date: "2026-11-20",
};

const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, context: await warmContext(script) };
};
const oneInvoice = (invoice: XeroInvoice): Reply => ({
  call: `GET xero /Invoices/${invoice.InvoiceID}`,
  body: { Invoices: [invoice] },
});
const all = (...Invoices: XeroInvoice[]): Reply => ({
  call: FIND_INVOICES,
  body: { Invoices },
});
const showing = (xero_invoice_id: string | null): Reply => ({
  call: GET_DEAL,
  body: { id: "701", properties: { dealname: "Relaunch", xero_invoice_id } },
});
const patched: Reply = { call: PATCH_DEAL, body: { id: "701" } };

it("a payment on an older entry's invoice changes the sums on the deal, the newest leading", async () => {
  const { script, context } = await start(
    oneInvoice(older()),
    showing(INVOICE_ID),
    all(newer(), older()),
    patched,
  );
  const billing = await updateDealBilling(context, { invoiceId: "older" });
  expect(script.calls).toEqual([
    "GET xero /Invoices/older",
    GET_DEAL,
    FIND_INVOICES,
    PATCH_DEAL,
  ]);
  expect(script.requests[1]?.query).toEqual({
    properties:
      "dealname,xero_invoice_id,xero_sync_mark,xero_repeating_invoice_id",
  });
  expect(script.requests[2]?.query).toEqual({
    where:
      'Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-701")',
    page: 1,
    pageSize: 1000,
    unitdp: 4,
  });
  expect(script.requests[3]).toMatchObject({
    method: "PATCH",
    body: { properties: BOTH },
  });
  expect(script.requests[3]?.query).toEqual({});
  expect(dealBillingOutput(billing)).toEqual({
    message: "The deal shows invoice INV-0042 as part paid.",
    invoiceId: INVOICE_ID,
    invoiceNumber: "INV-0042",
    invoiceUrl: URL,
    billingState: "part paid",
    currency: "GBP",
    total: 12000,
    amountPaid: 1501,
    amountDue: 10499,
    amountCredited: 0,
    dueDate: "2026-12-23",
    lastPaymentDate: "2026-11-20",
  });
});

it("whichever of them an event is about, the deal shows the same", async () => {
  const { script, context } = await start(
    oneInvoice(newer()),
    showing(INVOICE_ID),
    all(older(), newer()),
    patched,
  );
  await updateDealBilling(context, { invoiceId: INVOICE_ID });
  expect(script.requests[3]?.body).toEqual({ properties: BOTH });
});

it("behind a poll it takes three calls, and what Xero says then counts, not what the poll saw", async () => {
  const { script, context } = await start(
    {
      call: "GET xero /Payments",
      body: {
        Payments: [
          {
            PaymentID: "payment-1",
            PaymentType: "ACCRECPAYMENT",
            Amount: 1000,
            Invoice: { InvoiceID: "older" },
            UpdatedDateUTC: "/Date(1795346000000+0000)/",
          },
        ],
      },
    },
    all(older({ AmountPaid: 1000, AmountDue: 5000 })),
    showing(INVOICE_ID),
    all(newer(), older()),
    patched,
  );
  await listPayments(context);
  await updateDealBilling(context, { invoiceId: "older" });
  expect(script.calls.slice(2)).toEqual([GET_DEAL, FIND_INVOICES, PATCH_DEAL]);
  expect(script.requests[4]?.body).toEqual({ properties: BOTH });
});

it("an invoice that Xero does not list yet is added all the same", async () => {
  const { script, context } = await start(
    oneInvoice(newer()),
    showing("older"),
    all(older()),
    patched,
  );
  await updateDealBilling(context, { invoiceId: INVOICE_ID });
  expect(script.requests[3]?.body).toEqual({ properties: BOTH });
});

it("the invoices of deals whose id begins alike are left out", async () => {
  const { script, context } = await start(
    oneInvoice(newer()),
    showing(INVOICE_ID),
    all(
      newer(),
      older(),
      older({ InvoiceID: "x", Reference: "HS-7010-1795428000" }),
      older({ InvoiceID: "y", Reference: "HS-7010" }),
      older({ InvoiceID: "z", Reference: "as HS-701 was" }),
    ),
    patched,
  );
  await updateDealBilling(context, { invoiceId: INVOICE_ID });
  expect(script.requests[3]?.body).toEqual({ properties: BOTH });
});

it("an invoice of the whole deal that an entry's has replaced on the deal is added", async () => {
  const whole = older({ Reference: "HS-701" });
  const { script, context } = await start(
    oneInvoice(whole),
    {
      call: "PATCH hubspot /crm/objects/deals/older",
      status: 404,
      body: { message: "resource not found" },
    },
    showing(INVOICE_ID),
    all(whole, newer()),
    patched,
  );
  await updateDealBilling(context, { invoiceId: "older" });
  expect(script.calls).toHaveLength(5);
  expect(script.requests[4]?.body).toEqual({ properties: BOTH });
});

it.each([
  ["shows another deal's invoice", "stranger"],
  ["shows no invoice", null],
])("a deal that %s is left alone", async (_, invoiceId) => {
  const listed = invoiceId ? [all(newer(), older())] : [];
  const { script, context } = await start(
    oneInvoice(older()),
    showing(invoiceId),
    ...listed,
  );
  await expect(
    updateDealBilling(context, { invoiceId: "older" }),
  ).rejects.toMatchObject({
    kind: "notFound",
    message:
      "No deal has invoice INV-0041. Nothing was changed; invoices that were not made from a deal need no update.",
  });
  expect(script.calls).not.toContain(PATCH_DEAL);
});

it("invoices that cannot be listed are never taken for none", async () => {
  const { script, context } = await start(
    oneInvoice(older()),
    showing(INVOICE_ID),
    { call: FIND_INVOICES, status: 503 },
  );
  await expect(
    updateDealBilling(context, { invoiceId: "older" }),
  ).rejects.toMatchObject({ kind: "server", vendor: "xero" });
  expect(script.calls).not.toContain(PATCH_DEAL);
});
