import { listPayments } from "../../src/flows/listPayments";
import {
  dealBillingOutput,
  updateDealBilling,
} from "../../src/flows/updateDealBilling";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { warmContext } from "./warmContext";

const PATCH = `PATCH hubspot /crm/objects/deals/${INVOICE_ID}`;
const GET_DEAL = "GET hubspot /crm/objects/deals/701";
const GET_INVOICE = `GET xero /Invoices/${INVOICE_ID}`;
const patched: Reply = { call: PATCH, body: { id: "701" } };
const open = xeroInvoice({ Status: "AUTHORISED" });
const partPaid = xeroInvoice({
  Status: "AUTHORISED",
  AmountPaid: 1500.5,
  AmountDue: 4499.5,
});
const showing = (xero_invoice_id: string | null): Reply => ({
  call: GET_DEAL,
  body: { id: "701", properties: { dealname: "Relaunch", xero_invoice_id } },
});

const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, context: await warmContext(script) };
};

it("after a poll it takes one call: a PATCH that finds the deal by the invoice", async () => {
  const { script, context } = await start(
    {
      call: "GET xero /Payments",
      body: {
        Payments: [
          {
            PaymentID: "payment-1",
            PaymentType: "ACCRECPAYMENT",
            Amount: 1500.5,
            Invoice: { InvoiceID: INVOICE_ID },
            UpdatedDateUTC: "/Date(1795346000000+0000)/",
          },
        ],
      },
    },
    { call: "GET xero /Invoices", body: { Invoices: [partPaid] } },
    patched,
  );
  await listPayments(context);
  const result = await updateDealBilling(context, { invoiceId: INVOICE_ID });
  expect(script.calls.slice(2)).toEqual([PATCH]);
  expect(script.requests[2]?.query).toEqual({ idProperty: "xero_invoice_id" });
  expect(script.requests[2]?.body).toEqual({
    properties: {
      xero_invoice_number: "INV-0042",
      xero_invoice_status: "part paid",
      xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`,
      xero_invoice_total: "6000.00",
      xero_amount_paid: "1500.50",
      xero_amount_due: "4499.50",
      xero_amount_credited: "0.00",
      xero_due_date: "2026-12-23",
      xero_last_payment_date: "",
    },
  });
  expect(dealBillingOutput(result)).toMatchObject({
    message: "The deal shows invoice INV-0042 as part paid.",
    billingState: "part paid",
    amountPaid: 1500.5,
    amountDue: 4499.5,
  });
});

it("without a poll the invoice is read afresh", async () => {
  const body = { Invoices: [open] };
  const { script, context } = await start({ call: GET_INVOICE, body }, patched);
  await updateDealBilling(context, { invoiceId: INVOICE_ID });
  expect(script.calls).toEqual([GET_INVOICE, PATCH]);
});

it("an invoice number is read afresh", async () => {
  const call = "GET xero /Invoices/INV-0042";
  const { script, context } = await start(
    { call, body: { Invoices: [open] } },
    patched,
  );
  await updateDealBilling(context, { invoiceNumber: " INV-0042 " });
  expect(script.calls).toEqual([call, PATCH]);
});

it("a deal leads to its invoice", async () => {
  const call = "GET hubspot /crm/objects/deals/701";
  const properties = { dealname: "Relaunch", xero_invoice_id: INVOICE_ID };
  const { script, context } = await start(
    { call, body: { id: "701", properties } },
    { call: GET_INVOICE, body: { Invoices: [open] } },
    patched,
  );
  await updateDealBilling(context, { dealId: "701" });
  expect(script.calls).toEqual([call, GET_INVOICE, PATCH]);
});

it.each([
  ["number", { invoiceNumber: "INV-0042" }, "GET xero /Invoices/INV-0042", []],
  ["deal", { dealId: "701" }, GET_INVOICE, [showing(INVOICE_ID)]],
])(
  "what is read by the %s is not put back by an event of an earlier poll",
  async (_, input, call, before) => {
    const payment = {
      PaymentID: "payment-1",
      PaymentType: "ACCRECPAYMENT",
      Amount: 1500.5,
      Invoice: { InvoiceID: INVOICE_ID },
      UpdatedDateUTC: "/Date(1795346000000+0000)/",
    };
    const { script, context } = await start(
      { call: "GET xero /Payments", body: { Payments: [payment] } },
      { call: "GET xero /Invoices", body: { Invoices: [partPaid] } },
      ...before,
      { call, body: { Invoices: [open] } },
      patched,
      { call: GET_INVOICE, body: { Invoices: [open] } },
      patched,
    );
    await listPayments(context);
    await updateDealBilling(context, input);
    await updateDealBilling(context, { invoiceId: INVOICE_ID });
    expect(script.requests.at(-1)?.body).toMatchObject({
      properties: { xero_amount_paid: "0.00", xero_amount_due: "6000.00" },
    });
  },
);

it("a deal without an invoice is told so", async () => {
  const { context } = await start({
    call: "GET hubspot /crm/objects/deals/701",
    body: { id: "701", properties: { dealname: "Relaunch" } },
  });
  await expect(
    updateDealBilling(context, { dealId: "701" }),
  ).rejects.toMatchObject({
    kind: "validation",
    message: 'Deal "Relaunch" has no Xero invoice yet. Invoice it first.',
  });
});

it("nothing mapped is refused before any call", async () => {
  const { context } = await start();
  await expect(
    updateDealBilling(context, { invoiceId: " " }),
  ).rejects.toMatchObject({
    kind: "validation",
    message: "Invoice, Invoice Number and Deal are all empty. Map one of them.",
  });
});

const missing = { status: 404, body: { message: "resource not found" } };
const noDeal = {
  kind: "notFound",
  vendor: "hubspot",
  message:
    "No deal has invoice INV-0042. Nothing was changed; invoices that were not made from a deal need no update.",
};

it("an invoice that was not made from a deal is not found, in a sentence", async () => {
  const stray = { ...open, Reference: "PO 7" };
  const { script, context } = await start(
    { call: GET_INVOICE, body: { Invoices: [stray] } },
    { call: PATCH, ...missing },
  );
  await expect(
    updateDealBilling(context, { invoiceId: INVOICE_ID }),
  ).rejects.toMatchObject(noDeal);
  expect(script.calls).toEqual([GET_INVOICE, PATCH]);
});

it.each<[string, Reply]>([
  ["is gone", { call: GET_DEAL, ...missing }],
  ["shows no invoice", showing(null)],
  ["shows none any more", showing("")],
])(
  "an invoice whose deal %s is not found, without a look at its others",
  async (_, deal) => {
    const { script, context } = await start(
      { call: GET_INVOICE, body: { Invoices: [open] } },
      { call: PATCH, ...missing },
      deal,
    );
    await expect(
      updateDealBilling(context, { invoiceId: INVOICE_ID }),
    ).rejects.toMatchObject(noDeal);
    expect(script.calls).toEqual([GET_INVOICE, PATCH, GET_DEAL]);
  },
);

it.each([
  ["a copy of the one that the deal shows", {}],
  ["one that was voided before it", { Status: "VOIDED", AmountDue: 0 }],
] as const)("%s changes nothing on the deal", async (_, changes) => {
  const other = xeroInvoice({ ...open, ...changes });
  const shown = xeroInvoice({ ...open, InvoiceID: "shown" });
  const { script, context } = await start(
    { call: GET_INVOICE, body: { Invoices: [other] } },
    { call: PATCH, ...missing },
    showing("shown"),
    { call: "GET xero /Invoices", body: { Invoices: [shown, other] } },
  );
  await expect(
    updateDealBilling(context, { invoiceId: INVOICE_ID }),
  ).rejects.toMatchObject(noDeal);
  expect(script.calls).toHaveLength(4);
});

it("a deal that cannot be read is no missing deal", async () => {
  const { context } = await start(
    { call: GET_INVOICE, body: { Invoices: [open] } },
    { call: PATCH, ...missing },
    { call: GET_DEAL, status: 502 },
  );
  await expect(
    updateDealBilling(context, { invoiceId: INVOICE_ID }),
  ).rejects.toMatchObject({ kind: "server" });
});

it("another failure of HubSpot stays what it is", async () => {
  const { context } = await start(
    { call: GET_INVOICE, body: { Invoices: [open] } },
    { call: PATCH, status: 502 },
  );
  await expect(
    updateDealBilling(context, { invoiceId: INVOICE_ID }),
  ).rejects.toMatchObject({ kind: "server" });
});
