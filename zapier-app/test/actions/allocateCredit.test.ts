import { DEAL_URL, NOW, xeroDate } from "../fixtures/changes";
import { GET_INVOICE, invoiceReply } from "../fixtures/creditNotes";
import {
  allocatedReply,
  GET_OVERPAYMENT,
  OVERPAYMENT_ID,
  overpaymentReply,
  PUT_ALLOCATION,
} from "../fixtures/credits";
import { ACCOUNT, accountReply } from "../fixtures/hubspot";
import { xeroLimit, xeroRefusal } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import {
  ACCOUNTS,
  CONTACT_ID,
  INVOICE_ID,
  INVOICE_URL,
  ORGANISATION,
  settingsReplies,
  TAX_RATES,
} from "../fixtures/xero";
import {
  failure,
  newZap,
  stopClock,
  TENANT,
  undeclared,
} from "../fixtures/zap";

const KEY = "allocate_credit";
const INPUT = {
  credit_type: "overpayment",
  credit_id: OVERPAYMENT_ID,
  invoice_id: INVOICE_ID,
};
const OUTPUT = {
  outcome: "allocated",
  message:
    "72.50 GBP of the overpayment of 2026-11-20 over 72.50 GBP was set against invoice INV-0042: 0.00 is left of the overpayment, and 3150.39 of the invoice is due.",
  amount: 72.5,
  currency: "GBP",
  date: "2026-11-23",
  credit_type: "overpayment",
  credit_id: OVERPAYMENT_ID,
  credit_status: "PAID",
  credit_total: 72.5,
  credit_remaining: 0,
  invoice_id: INVOICE_ID,
  invoice_number: "INV-0042",
  invoice_url: INVOICE_URL,
  invoice_status: "AUTHORISED",
  invoice_total: 5622.89,
  amount_paid: 2400,
  amount_credited: 72.5,
  // 3222.89 - 72.50
  amount_due: 3150.39,
  contact_id: CONTACT_ID,
  customer_name: "Harbour & Finch",
  deal_id: "701",
  deal_url: DEAL_URL,
};

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("an overpayment is set against an invoice, dated the day in Auckland", async () => {
  const wire = vendors(
    accountReply,
    invoiceReply(),
    overpaymentReply(),
    ...settingsReplies,
    allocatedReply,
  );
  const output = await newZap().create(KEY, INPUT);
  expect(wire.calls()).toEqual([
    ACCOUNT,
    GET_INVOICE,
    GET_OVERPAYMENT,
    ORGANISATION,
    ACCOUNTS,
    TAX_RATES,
    PUT_ALLOCATION,
  ]);
  expect(wire.query(2)).toEqual({ unitdp: "4" });
  expect(wire.query(6)).toEqual({});
  expect(wire.headers(6)).toMatchObject({
    "xero-tenant-id": TENANT,
    "idempotency-key": expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(wire.body(6)).toEqual({
    Allocations: [
      { Invoice: { InvoiceID: INVOICE_ID }, Amount: 72.5, Date: "2026-11-23" },
    ],
  });
  expect(output).toEqual(OUTPUT);
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("one that an earlier run has set is told of, and nothing is written", async () => {
  const wire = vendors(
    accountReply,
    invoiceReply({ AmountDue: 3150.39, AmountCredited: 72.5 }),
    overpaymentReply({
      Status: "PAID",
      RemainingCredit: 0,
      Allocations: [
        {
          Amount: 72.5,
          Date: xeroDate("2026-11-21"),
          Invoice: { InvoiceID: INVOICE_ID, InvoiceNumber: "INV-0042" },
        },
      ],
    }),
  );
  const output = await newZap().create(KEY, { ...INPUT, amount: "72.50" });
  expect(wire.calls()).toEqual([ACCOUNT, GET_INVOICE, GET_OVERPAYMENT]);
  expect(output).toEqual({
    ...OUTPUT,
    outcome: "already_allocated",
    message:
      "72.50 GBP of the overpayment of 2026-11-20 over 72.50 GBP stood against invoice INV-0042 already, so nothing was done: 0.00 is left of the overpayment, and 3150.39 of the invoice is due.",
    date: "2026-11-21",
  });
});

it("the key is another for another amount, credit state or organisation, and else the same", async () => {
  const keys = [];
  for (const [more, changes] of [
    [{}, {}],
    [{}, {}],
    [{ amount: "60" }, {}],
    [{ organisation_id: "other" }, {}],
    [{}, { UpdatedDateUTC: xeroDate("2026-11-22T11:29:00Z") }],
  ]) {
    const wire = vendors(
      accountReply,
      invoiceReply(),
      overpaymentReply(changes),
      ...settingsReplies,
      allocatedReply,
    );
    await newZap().create(KEY, { ...INPUT, ...more });
    keys.push(wire.headers(6)["idempotency-key"]);
  }
  const [first, second, ...others] = keys;
  expect(second).toBe(first);
  expect(new Set([first, ...others]).size).toBe(4);
});

it.each<[what: string, replies: Reply[], met: object]>([
  [
    "a credit that Xero does not have",
    [
      accountReply,
      invoiceReply(),
      { call: GET_OVERPAYMENT, status: 404, body: "" },
    ],
    { name: "HaltedError" },
  ],
  [
    "an invoice of another customer",
    [
      accountReply,
      invoiceReply({ Contact: { ContactID: "other", Name: "Blue Door Ltd" } }),
      overpaymentReply(),
    ],
    {
      name: "HaltedError",
      message:
        "The overpayment of 2026-11-20 over 72.50 GBP belongs to Harbour & Finch, but invoice INV-0042 to Blue Door Ltd. Choose a credit and an invoice of the same customer.",
    },
  ],
  [
    "Xero's minute",
    [accountReply, invoiceReply(), xeroLimit(GET_OVERPAYMENT, "minute", "17")],
    { name: "ThrottledError", delay: 17 },
  ],
])("%s ends the step with nothing written", async (_, replies, met) => {
  const wire = vendors(...replies);
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject(met);
  expect(wire.calls()).toHaveLength(replies.length);
});

it.each<[what: string, reply: Reply, met: object]>([
  [
    "refuses",
    xeroRefusal(PUT_ALLOCATION, "The allocation amount is too high"),
    {
      name: "HaltedError",
      message: `Xero refused overpayment ${OVERPAYMENT_ID} on INV-0042: The allocation amount is too high.`,
    },
  ],
  [
    "fails",
    { call: PUT_ALLOCATION, status: 500, body: "" },
    { name: "AppError" },
  ],
])("where Xero %s at the allocation, that is told", async (_, reply, met) => {
  vendors(
    accountReply,
    invoiceReply(),
    overpaymentReply(),
    ...settingsReplies,
    reply,
  );
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject(met);
});
