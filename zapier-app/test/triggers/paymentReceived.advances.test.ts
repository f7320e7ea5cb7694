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
import { vendors, type Reply } from "../fixtures/vendors";
import { CONTACT_ID, FIND_INVOICES, INVOICE_ID } from "../fixtures/xero";
import { newZap, stopClock, TENANT, undeclared } from "../fixtures/zap";

const KEY = "payment_received";
const ADVANCES = { advances: true };
const LIST_OVERPAYMENTS = "GET xero /Overpayments";
const LIST_PREPAYMENTS = "GET xero /Prepayments";
const THREE = [LIST_PAYMENTS, LIST_OVERPAYMENTS, LIST_PREPAYMENTS];

const common = {
  Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
  Date: xeroDate("2026-11-21"),
  Status: "AUTHORISED",
  CurrencyCode: "GBP",
  Allocations: [],
};
const overpayment = (changes: object = {}) => ({
  ...common,
  OverpaymentID: "over-1",
  Type: "RECEIVE-OVERPAYMENT",
  Total: 80,
  UpdatedDateUTC: xeroDate("2026-11-22T11:19:00.000Z"),
  ...changes,
});
const prepayment = (changes: object = {}) => ({
  ...common,
  PrepaymentID: "pre-1",
  Type: "RECEIVE-PREPAYMENT",
  Reference: "INV-0043",
  Total: 600,
  UpdatedDateUTC: xeroDate("2026-11-22T11:18:00.000Z"),
  ...changes,
});
const overpayments = (...Overpayments: object[]): Reply => ({
  call: LIST_OVERPAYMENTS,
  body: { Overpayments },
});
const prepayments = (...Prepayments: object[]): Reply => ({
  call: LIST_PREPAYMENTS,
  body: { Prepayments },
});

/** Both as they fire. */
const EVENT = {
  reversed: false,
  currency: "GBP",
  paid_on: "2026-11-21",
  customer_name: "Harbour & Finch",
  contact_id: CONTACT_ID,
};
const OVERPAID = {
  ...EVENT,
  id: "over-1",
  payment_id: "over-1",
  kind: "overpayment",
  amount: 80,
  updated_at: "2026-11-22T11:19:00.000Z",
};
const PREPAID = {
  ...EVENT,
  id: "pre-1",
  payment_id: "pre-1",
  kind: "prepayment",
  amount: 600,
  reference: "INV-0043",
  updated_at: "2026-11-22T11:18:00.000Z",
};

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("on request over- and prepayments fire as well, in one order with the payments", async () => {
  const wire = vendors(
    payments(payment()),
    invoices(partPaid()),
    overpayments(overpayment()),
    prepayments(prepayment()),
  );
  const events = await newZap().trigger(KEY, ADVANCES);
  expect(wire.calls()).toEqual([
    LIST_PAYMENTS,
    FIND_INVOICES,
    LIST_OVERPAYMENTS,
    LIST_PREPAYMENTS,
  ]);
  for (const index of [0, 2, 3]) {
    expect(wire.query(index)).toEqual({
      order: "UpdatedDateUTC ASC",
      page: "1",
      pageSize: "1000",
    });
    expect(wire.headers(index)).toMatchObject({
      "if-modified-since": "2026-11-15T11:30:00",
      "xero-tenant-id": TENANT,
    });
  }
  expect(events).toEqual([
    expect.objectContaining({ id: "payment-1", updated_at: CHANGED }),
    OVERPAID,
    PREPAID,
  ]);
  for (const event of events)
    expect(undeclared("triggers", KEY, event)).toEqual([]);
});

it("one that is set against an invoice names the invoice and its deal", async () => {
  const Allocations = [{ Amount: 80, Invoice: { InvoiceID: INVOICE_ID } }];
  const wire = vendors(
    payments(),
    overpayments(overpayment({ Status: "PAID", Allocations })),
    invoices(partPaid({ AmountCredited: 80, AmountDue: 3142.89 })),
    prepayments(),
  );
  const [event] = await newZap().trigger(KEY, ADVANCES);
  expect(wire.query(2)).toMatchObject({ IDs: INVOICE_ID });
  expect(event).toEqual({
    ...OVERPAID,
    invoice_id: INVOICE_ID,
    invoice_number: "INV-0042",
    invoice_reference: "Spring (HS-701)",
    invoice_status: "AUTHORISED",
    invoice_total: 5622.89,
    amount_paid: 2400,
    amount_due: 3142.89,
    deal_id: "701",
    deal_url: DEAL_URL,
  });
});

it("one that is voided fires again, as reversed", async () => {
  const zap = newZap();
  vendors(payments(), overpayments(overpayment()), prepayments());
  expect(await zap.trigger(KEY, ADVANCES)).toEqual([OVERPAID]);
  vendors(
    payments(),
    overpayments(overpayment({ Status: "VOIDED" })),
    prepayments(),
  );
  expect(await zap.trigger(KEY, ADVANCES)).toEqual([
    { ...OVERPAID, id: "over-1:reversed", reversed: true },
  ]);
});

it.each([{}, { advances: false }, { advances: "" }])(
  "an idle poll with %j asks for payments alone",
  async (input) => {
    const wire = vendors(payments());
    expect(await newZap().trigger(KEY, input)).toEqual([]);
    expect(wire.calls()).toEqual([LIST_PAYMENTS]);
  },
);

it("an idle poll with them takes three calls", async () => {
  const wire = vendors(payments(), overpayments(), prepayments());
  expect(await newZap().trigger(KEY, ADVANCES)).toEqual([]);
  expect(wire.calls()).toEqual(THREE);
});

it("the editor's sample is the newest three of all kinds", async () => {
  const wire = vendors(
    payments(payment({ PaymentID: "b" }), payment({ PaymentID: "a" })),
    invoices(partPaid()),
    overpayments(overpayment()),
    prepayments(prepayment()),
  );
  const meta = { isLoadingSample: true };
  const events = await newZap().trigger(KEY, ADVANCES, meta);
  expect(events.map(({ id }) => id)).toEqual(["b", "a", "over-1"]);
  expect(
    wire
      .calls()
      .filter((call) => THREE.includes(call))
      .sort(),
  ).toEqual([...THREE].sort());
});
