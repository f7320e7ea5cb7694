import {
  CHANGED,
  DEAL_URL,
  invoices,
  LIST_PAYMENTS,
  NOW,
  partPaid,
  payment,
  payments,
  xeroDate,
} from "../fixtures/changes";
import { vendors } from "../fixtures/vendors";
import { CONTACT_ID, FIND_INVOICES, INVOICE_ID } from "../fixtures/xero";
import { newZap, stopClock, TENANT, undeclared } from "../fixtures/zap";

const KEY = "payment_received";

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("the first poll asks for the payments of a week, then for their invoices, and hands out both with the deal", async () => {
  const wire = vendors(payments(payment()), invoices(partPaid()));
  const events = await newZap().trigger(KEY);
  expect(wire.calls()).toEqual([LIST_PAYMENTS, FIND_INVOICES]);
  expect(wire.headers(0)).toMatchObject({
    "if-modified-since": "2026-11-15T11:30:00",
    "xero-tenant-id": TENANT,
  });
  expect(wire.query(0)).toEqual({
    order: "UpdatedDateUTC ASC",
    page: "1",
    pageSize: "1000",
  });
  expect(wire.query(1)).toEqual({ IDs: INVOICE_ID, page: "1", unitdp: "4" });
  expect(wire.headers(1)).not.toHaveProperty("if-modified-since");
  expect(events).toEqual([
    {
      id: "payment-1",
      payment_id: "payment-1",
      kind: "payment",
      reversed: false,
      amount: 2400,
      currency: "GBP",
      paid_on: "2026-11-21",
      reference: "BACS 4471",
      invoice_id: INVOICE_ID,
      invoice_number: "INV-0042",
      invoice_reference: "Spring (HS-701)",
      invoice_status: "AUTHORISED",
      invoice_total: 5622.89,
      amount_paid: 2400,
      amount_due: 3222.89,
      customer_name: "Harbour & Finch",
      contact_id: CONTACT_ID,
      deal_id: "701",
      deal_url: DEAL_URL,
      updated_at: CHANGED,
    },
  ]);
});

it("every key of an event is declared, a batch's as well", async () => {
  vendors(
    payments(payment({ BatchPayment: { BatchPaymentID: "batch-1" } })),
    invoices(partPaid()),
  );
  const [event] = await newZap().trigger(KEY);
  expect(event).toHaveProperty("batch_payment_id", "batch-1");
  expect(undeclared("triggers", KEY, event!)).toEqual([]);
});

it("the next poll goes back fifty minutes behind the last, and reads no invoice of a payment that it knows", async () => {
  const zap = newZap();
  vendors(payments(payment()), invoices(partPaid()));
  const first = await zap.trigger(KEY);
  jest.setSystemTime(new Date("2026-11-22T11:35:00.000Z"));
  const wire = vendors(payments(payment({ IsReconciled: true })));
  expect(await zap.trigger(KEY)).toEqual(first);
  expect(wire.calls()).toEqual([LIST_PAYMENTS]);
  expect(wire.headers(0)["if-modified-since"]).toBe("2026-11-22T10:40:00");
});

it("a payment that is reversed is an event of its own", async () => {
  const zap = newZap();
  vendors(payments(payment()), invoices(partPaid()));
  await zap.trigger(KEY);
  const open = partPaid({ AmountPaid: 0, AmountDue: 5622.89, Payments: [] });
  vendors(payments(payment({ Status: "DELETED" })), invoices(open));
  expect(await zap.trigger(KEY)).toEqual([
    expect.objectContaining({
      id: "payment-1:reversed",
      payment_id: "payment-1",
      reversed: true,
      amount_paid: 0,
      amount_due: 5622.89,
    }),
  ]);
});

it("payments of bills, refunds and prepayments are none", async () => {
  const wire = vendors(
    payments(
      ...["ACCPAYPAYMENT", "ARCREDITPAYMENT", "ARPREPAYMENTPAYMENT"].map(
        (PaymentType) => payment({ PaymentID: PaymentType, PaymentType }),
      ),
    ),
  );
  expect(await newZap().trigger(KEY)).toEqual([]);
  expect(wire.calls()).toEqual([LIST_PAYMENTS]);
});

it("a payment on an invoice that was not made from a deal names no deal", async () => {
  vendors(
    payments(payment()),
    invoices(partPaid({ Reference: "PO 88", Url: "https://shop.example/1" })),
  );
  const [event] = await newZap().trigger(KEY);
  expect(event).toMatchObject({ invoice_reference: "PO 88" });
  expect(event).not.toHaveProperty("deal_id");
  expect(event).not.toHaveProperty("deal_url");
});

it("several payments come newest first, with one request for all their invoices", async () => {
  const on = (PaymentID: string, InvoiceID: string, minute: number) =>
    payment({
      PaymentID,
      Invoice: { InvoiceID },
      UpdatedDateUTC: xeroDate(`2026-11-22T11:${minute}:00.000Z`),
    });
  const wire = vendors(
    payments(on("a", "one", 10), on("b", "two", 11), on("c", "one", 12)),
    invoices(partPaid({ InvoiceID: "one" }), partPaid({ InvoiceID: "two" })),
  );
  const events = await newZap().trigger(KEY);
  expect(wire.query(1)["IDs"]).toBe("one,two");
  expect(events.map(({ id, invoice_id }) => [id, invoice_id])).toEqual([
    ["c", "one"],
    ["b", "two"],
    ["a", "one"],
  ]);
});

it("the editor's sample is the three newest payments, newest first", async () => {
  const wire = vendors(
    payments(
      payment({ PaymentID: "c" }),
      payment({ PaymentID: "b" }),
      payment({ PaymentID: "a" }),
    ),
    invoices(partPaid()),
  );
  const events = await newZap().trigger(KEY, {}, { isLoadingSample: true });
  expect(wire.query(0)).toEqual({
    order: "UpdatedDateUTC DESC",
    page: "1",
    pageSize: "3",
    where: 'PaymentType=="ACCRECPAYMENT"',
  });
  expect(wire.headers(0)).not.toHaveProperty("if-modified-since");
  expect(wire.calls()).toEqual([LIST_PAYMENTS, FIND_INVOICES]);
  expect(events.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});
