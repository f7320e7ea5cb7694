import { listPayments, samplePayments } from "../../src/flows/listPayments";
import { CONTACT_ID, INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { warmContext } from "./warmContext";

const [PAYMENTS, OVERPAYMENTS, PREPAYMENTS, INVOICES] = [
  "GET xero /Payments",
  "GET xero /Overpayments",
  "GET xero /Prepayments",
  "GET xero /Invoices",
];
const ALL = { advances: true };
/** At 10:00, 11:10 and 11:20 on 22 November 2026 in UTC. */
const [AT_1000, AT_1110, AT_1120] = [
  "/Date(1795341600000+0000)/",
  "/Date(1795345800000+0000)/",
  "/Date(1795346400000+0000)/",
];

const common = {
  Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
  Date: "/Date(1795132800000+0000)/",
  Status: "AUTHORISED",
  CurrencyCode: "EUR",
  Total: 120.5,
  Allocations: [],
};
const overpayment = (changes: object = {}) => ({
  ...common,
  OverpaymentID: "over-1",
  Type: "RECEIVE-OVERPAYMENT",
  UpdatedDateUTC: AT_1000,
  ...changes,
});
const prepayment = (changes: object = {}) => ({
  ...common,
  PrepaymentID: "pre-1",
  Type: "RECEIVE-PREPAYMENT",
  Reference: "INV-0007",
  Total: 60,
  UpdatedDateUTC: AT_1120,
  ...changes,
});
const payment = {
  PaymentID: "payment-1",
  PaymentType: "ACCRECPAYMENT",
  Status: "AUTHORISED",
  Amount: 1500.5,
  Invoice: { InvoiceID: INVOICE_ID },
  UpdatedDateUTC: AT_1110,
};

/** What a poll is answered, in the order that it asks. */
const polled = (
  payments: object[],
  overpayments: object[],
  prepayments: object[],
): Reply[] => [
  { call: PAYMENTS!, body: { Payments: payments } },
  { call: OVERPAYMENTS!, body: { Overpayments: overpayments } },
  { call: PREPAYMENTS!, body: { Prepayments: prepayments } },
];
const invoices: Reply = {
  call: INVOICES!,
  body: { Invoices: [xeroInvoice({ Status: "AUTHORISED" })] },
};
const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, context: await warmContext(script) };
};

/** What every event of `common` has. */
const EVENT = {
  reversed: false,
  currency: "EUR",
  paidOn: "2026-11-20",
  customerName: "Harbour & Finch",
  contactId: CONTACT_ID,
};

it("money that is set against no invoice yet fires without one, and costs a call for its list only", async () => {
  const { script, context } = await start(
    ...polled([], [overpayment()], [prepayment()]),
  );
  expect(await listPayments(context, ALL)).toEqual([
    {
      ...EVENT,
      id: "pre-1",
      paymentId: "pre-1",
      kind: "prepayment",
      amount: 60,
      reference: "INV-0007",
      updatedAt: "2026-11-22T11:20:00.000Z",
    },
    {
      ...EVENT,
      id: "over-1",
      paymentId: "over-1",
      kind: "overpayment",
      amount: 120.5,
      updatedAt: "2026-11-22T10:00:00.000Z",
    },
  ]);
  expect(script.calls).toEqual([PAYMENTS, OVERPAYMENTS, PREPAYMENTS]);
  for (const { query, headers } of script.requests) {
    expect(query).toEqual({
      order: "UpdatedDateUTC ASC",
      page: 1,
      pageSize: 1000,
    });
    expect(headers).toMatchObject({
      "If-Modified-Since": "2026-11-15T11:30:00",
    });
  }
});

it("unasked they cost no call and fire nothing", async () => {
  const { script, context } = await start(polled([], [], [])[0]!);
  expect(await listPayments(context)).toEqual([]);
  expect(script.calls).toEqual([PAYMENTS]);
});

it("all kinds come in one order, newest first", async () => {
  const { script, context } = await start(
    ...polled([payment], [overpayment()], [prepayment()]),
    invoices,
  );
  const events = await listPayments(context, ALL);
  expect(events.map(({ id, kind }) => [id, kind])).toEqual([
    ["pre-1", "prepayment"],
    ["payment-1", "payment"],
    ["over-1", "overpayment"],
  ]);
  expect(script.calls).toHaveLength(4);
});

it("set against an invoice it names the invoice, its customer and its deal", async () => {
  const Allocations = [{ Amount: 100, Invoice: { InvoiceID: INVOICE_ID } }];
  const { context } = await start(
    ...polled([], [overpayment({ Allocations, CurrencyCode: "GBP" })], []),
    invoices,
  );
  expect(await listPayments(context, ALL)).toMatchObject([
    {
      ...EVENT,
      id: "over-1",
      currency: "GBP",
      amount: 120.5,
      invoiceId: INVOICE_ID,
      invoiceNumber: "INV-0042",
      invoiceReference: "HS-701",
      dealId: "701",
    },
  ]);
});

it("being set against an invoice later is no new event, and no call for the invoice", async () => {
  const Allocations = [{ Amount: 100, Invoice: { InvoiceID: INVOICE_ID } }];
  const { script, context } = await start(
    ...polled([], [overpayment()], []),
    ...polled([], [overpayment({ Allocations, UpdatedDateUTC: AT_1110 })], []),
  );
  const first = await listPayments(context, ALL);
  expect(await listPayments(context, ALL)).toEqual(first);
  expect(script.calls).toHaveLength(6);
});

it.each([
  ["an overpayment", [overpayment()], [], "over-1"],
  ["a prepayment", [], [prepayment()], "pre-1"],
])("%s that is voided is reversed, once", async (_, over, pre, id) => {
  const voided = (wires: object[]) =>
    wires.map((wire) => ({ ...wire, Status: "VOIDED" }));
  const { context } = await start(
    ...polled([], over, pre),
    ...polled([], voided(over), voided(pre)),
    ...polled([], voided(over), voided(pre)),
  );
  await listPayments(context, ALL);
  const reversed = [{ id: `${id}:reversed`, paymentId: id, reversed: true }];
  expect(await listPayments(context, ALL)).toMatchObject(reversed);
  expect(await listPayments(context, ALL)).toMatchObject(reversed);
});

it("suppliers' money fires nothing", async () => {
  const { context } = await start(
    ...polled(
      [],
      [overpayment({ Type: "SPEND-OVERPAYMENT" })],
      [prepayment({ Type: "SPEND-PREPAYMENT" })],
    ),
  );
  expect(await listPayments(context, ALL)).toEqual([]);
});

it("each list goes on from its own last poll", async () => {
  const { script, context } = await start(
    polled([], [], [])[0]!,
    ...polled([], [], []),
  );
  await listPayments(context);
  await listPayments({ ...context, now: "2026-11-22T12:30:00.000Z" }, ALL);
  expect(
    script.requests.map(({ headers }) => headers?.["If-Modified-Since"]),
  ).toEqual([
    "2026-11-15T11:30:00",
    // 50 minutes behind the first poll
    "2026-11-22T10:40:00",
    // never asked before: a week
    "2026-11-15T12:30:00",
    "2026-11-15T12:30:00",
  ]);
});

it("a sample takes the newest of all three", async () => {
  const { script, context } = await start(
    ...polled([payment], [overpayment()], [prepayment()]),
    invoices,
  );
  const events = await samplePayments(context, 2, ALL);
  expect(events.map(({ id }) => id)).toEqual(["pre-1", "payment-1"]);
  expect(script.requests.map(({ query }) => query?.["pageSize"])).toEqual([
    2,
    2,
    2,
    undefined,
  ]);
});
