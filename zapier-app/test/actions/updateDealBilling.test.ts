import {
  invoices,
  NOW,
  partPaid,
  payment,
  payments,
  xeroDate,
} from "../fixtures/changes";
import {
  ACCOUNT,
  accountReply,
  dealReply,
  GET_DEAL,
} from "../fixtures/hubspot";
import { vendors, type Reply } from "../fixtures/vendors";
import { INVOICE_ID, INVOICE_URL } from "../fixtures/xero";
import { newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "update_deal_billing";
const INPUT = { invoice_id: INVOICE_ID };
const GET_INVOICE = `GET xero /Invoices/${INVOICE_ID}`;
const PATCH = `PATCH hubspot /crm/objects/deals/${INVOICE_ID}`;

const found = (changes?: object, call = GET_INVOICE): Reply => ({
  call,
  body: { Invoices: [partPaid({ ...changes })] },
});
const patched: Reply = { call: PATCH, body: { id: "701", properties: {} } };

const WRITTEN = {
  xero_invoice_number: "INV-0042",
  xero_invoice_status: "part paid",
  xero_invoice_url: INVOICE_URL,
  xero_invoice_total: "5622.89",
  xero_amount_paid: "2400.00",
  xero_amount_due: "3222.89",
  xero_amount_credited: "0.00",
  xero_due_date: "2026-12-14",
  xero_last_payment_date: "2026-11-21",
};

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("the invoice's figures go to the deal that carries its id, and out of the step", async () => {
  const wire = vendors(accountReply, found(), patched);
  const output = await newZap().create(KEY, INPUT);
  expect(wire.calls()).toEqual([ACCOUNT, GET_INVOICE, PATCH]);
  expect(wire.query(1)).toEqual({ unitdp: "4" });
  expect(wire.query(2)).toEqual({ idProperty: "xero_invoice_id" });
  expect(wire.body(2)).toEqual({ properties: WRITTEN });
  expect(output).toEqual({
    message: "The deal shows invoice INV-0042 as part paid.",
    invoice_id: INVOICE_ID,
    invoice_number: "INV-0042",
    invoice_url: INVOICE_URL,
    billing_state: "part paid",
    currency: "GBP",
    total: 5622.89,
    amount_paid: 2400,
    amount_due: 3222.89,
    amount_credited: 0,
    due_date: "2026-12-14",
    last_payment_date: "2026-11-21",
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("behind a trigger that has just read the invoice it takes the one call on the deal", async () => {
  const zap = newZap();
  vendors(accountReply, found(), patched);
  await zap.create(KEY, INPUT);
  vendors(
    payments(payment()),
    invoices(partPaid({ AmountPaid: 2500, AmountDue: 3122.89 })),
  );
  const [event] = await zap.trigger("payment_received");
  const wire = vendors(patched);
  await zap.create(KEY, { invoice_id: event?.["invoice_id"] });
  expect(wire.calls()).toEqual([PATCH]);
  expect(wire.body(0)).toEqual({
    properties: {
      ...WRITTEN,
      xero_amount_paid: "2500.00",
      xero_amount_due: "3122.89",
    },
  });
});

it("an invoice is found by its number", async () => {
  const call = "GET xero /Invoices/INV-0042";
  const wire = vendors(accountReply, found({}, call), patched);
  await newZap().create(KEY, { invoice_number: "INV-0042" });
  expect(wire.calls()).toEqual([ACCOUNT, call, PATCH]);
  expect(wire.body(2)).toEqual({ properties: WRITTEN });
});

it("an invoice is found by the deal that shows it", async () => {
  const shown = dealReply({ xero_invoice_id: INVOICE_ID });
  const wire = vendors(accountReply, shown, found(), patched);
  await newZap().create(KEY, { deal_id: "701" });
  expect(wire.calls()).toEqual([ACCOUNT, GET_DEAL, GET_INVOICE, PATCH]);
  expect(wire.query(1)).toEqual({
    properties:
      "dealname,xero_invoice_id,xero_sync_mark,xero_repeating_invoice_id",
  });
});

const NONE = { AmountPaid: 0, AmountDue: 5622.89, Payments: [] };

it.each<[state: string, changes: object]>([
  ["draft", { ...NONE, Status: "DRAFT" }],
  ["not sent", { ...NONE, Status: "SUBMITTED" }],
  ["awaiting payment", NONE],
  // today is the 23rd in Auckland
  ["awaiting payment", { ...NONE, DueDate: xeroDate("2026-11-23") }],
  ["overdue", { ...NONE, DueDate: xeroDate("2026-11-22") }],
  ["part paid", { ...NONE, AmountCredited: 600 }],
  ["paid", { Status: "PAID", AmountPaid: 5622.89, AmountDue: 0 }],
  ["credited", { ...NONE, Status: "PAID", AmountCredited: 5622.89 }],
  ["voided", { ...NONE, Status: "VOIDED" }],
])("a deal shows %s for an invoice with %j", async (state, changes) => {
  const wire = vendors(accountReply, found(changes), patched);
  const output = await newZap().create(KEY, INPUT);
  expect(output).toMatchObject({ billing_state: state });
  expect(wire.body(2)).toMatchObject({
    properties: { xero_invoice_status: state },
  });
});

it("a payment date is cleared on the deal once no payment is left", async () => {
  const wire = vendors(accountReply, found(NONE), patched);
  const output = await newZap().create(KEY, INPUT);
  expect(wire.body(2)).toMatchObject({
    properties: { xero_last_payment_date: "", xero_amount_paid: "0.00" },
  });
  expect(output).not.toHaveProperty("last_payment_date");
});
