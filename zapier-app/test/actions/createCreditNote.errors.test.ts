import { LIST_CREDIT_NOTES, NOW } from "../fixtures/changes";
import {
  allocated,
  foundNotes,
  GET_INVOICE,
  invoiceReply,
  newNote,
  openNote,
  PUT_ALLOCATION,
  PUT_NOTE,
} from "../fixtures/creditNotes";
import { LINES } from "../fixtures/dealInvoice";
import { accountReply, ACCOUNT } from "../fixtures/hubspot";
import { xeroLimit, xeroRefusal, xeroUnauthorized } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import { INVOICE_ID } from "../fixtures/xero";
import { failure, newZap, stopClock } from "../fixtures/zap";

const KEY = "create_credit_note";
const INPUT = { invoice_id: INVOICE_ID, amount: "600" };
const LOCKED =
  "The document date cannot be before the period lock date, currently set at 30 Nov 2026";
const NO_MORE =
  "Credit Note cannot be allocated as amount is greater than amount outstanding";

const halted = (message: string) => ({ name: "HaltedError", message });
const notDue = (status: string) =>
  halted(
    `Invoice INV-0042 is ${status}, so nothing of it can be credited. Only approved invoices with an amount due can; give back money that was paid in Xero.`,
  );
const beyond = (amount: string) =>
  halted(
    `Invoice INV-0042 cannot be credited by ${amount}: 3222.89 GBP of it is due. Use an amount above zero and up to that.`,
  );

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it.each<[what: string, input: object, replies: Reply[], met: object]>([
  [
    "no invoice",
    { amount: "600" },
    [],
    halted("Invoice is empty. Map or choose a value for it."),
  ],
  [
    "an invoice that Xero does not have",
    INPUT,
    [{ call: GET_INVOICE, status: 404, body: "" }],
    halted(
      `Xero cannot find invoice ${INVOICE_ID}. Check the ID and the organisation.`,
    ),
  ],
  [
    "an amount that is no number",
    { ...INPUT, amount: "1,200" },
    [invoiceReply()],
    halted(
      'Amount is not usable: "1,200" is not a plain decimal number such as 1234.56.',
    ),
  ],
  [
    "an amount of tenths of a penny",
    { ...INPUT, amount: "600.005" },
    [invoiceReply()],
    halted('Amount is not usable: "600.005" has more than 2 decimals.'),
  ],
  [
    "a draft",
    INPUT,
    [invoiceReply({ Status: "DRAFT" }), foundNotes()],
    notDue("draft"),
  ],
  [
    "a voided invoice",
    INPUT,
    [invoiceReply({ Status: "VOIDED", AmountDue: 0 }), foundNotes()],
    notDue("voided"),
  ],
  [
    "a paid invoice without an amount",
    { invoice_id: INVOICE_ID },
    [invoiceReply({ Status: "PAID", AmountDue: 0 }), foundNotes()],
    notDue("paid"),
  ],
  [
    "a penny more than is due",
    { ...INPUT, amount: "3222.90" },
    [invoiceReply(), foundNotes()],
    beyond("3222.90"),
  ],
  [
    "an amount of nothing",
    { ...INPUT, amount: "0" },
    [invoiceReply(), foundNotes()],
    beyond("0.00"),
  ],
  [
    "a part of lines at different tax rates",
    INPUT,
    [
      invoiceReply({ LineItems: [...LINES, { ...LINES[0], TaxType: "NONE" }] }),
      foundNotes(),
      accountReply,
    ],
    halted(
      "The lines of invoice INV-0042 have different accounts or tax rates, so 600.00 of it cannot be credited on one line. Credit the whole 5622.89, or make the credit note in Xero.",
    ),
  ],
  [
    "Xero's token",
    INPUT,
    [xeroUnauthorized(GET_INVOICE)],
    { name: "RefreshAuthError" },
  ],
  [
    "Xero's minute",
    INPUT,
    [invoiceReply(), xeroLimit(LIST_CREDIT_NOTES, "minute", "17")],
    { name: "ThrottledError", delay: 17 },
  ],
  [
    "a search for credit notes that holds no list",
    INPUT,
    [invoiceReply(), { call: LIST_CREDIT_NOTES, body: {} }],
    { name: "AppError" },
  ],
])("%s ends the step with nothing written", async (_, input, replies, met) => {
  const wire = vendors(...replies);
  const running = newZap().create(KEY, input as Record<string, unknown>);
  expect(await failure(running)).toMatchObject(met);
  expect(wire.calls()).toHaveLength(replies.length);
  expect(wire.calls().filter((call) => call.startsWith("PUT"))).toEqual([]);
});

it("a locked period ends the step at Xero's refusal, and nothing is set against the invoice", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(),
    accountReply,
    xeroRefusal(PUT_NOTE, LOCKED),
  );
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject(
    halted(
      `Xero refused the credit note for INV-0042: ${LOCKED} The period is locked in Xero: choose a later date, or move the lock date.`,
    ),
  );
  expect(wire.calls()).toEqual([
    GET_INVOICE,
    LIST_CREDIT_NOTES,
    ACCOUNT,
    PUT_NOTE,
  ]);
});

it.each<[what: string, reply: Reply, met: object]>([
  [
    "refuses",
    xeroRefusal(PUT_ALLOCATION, NO_MORE),
    halted(`Xero refused credit note CN-0009 on INV-0042: ${NO_MORE}`),
  ],
  [
    "fails",
    { call: PUT_ALLOCATION, status: 500, body: "" },
    { name: "AppError" },
  ],
  ["breaks off", { call: PUT_ALLOCATION, breaks: true }, { name: "AppError" }],
])(
  "where Xero %s at the second call, the next run sets the same credit note against the invoice",
  async (_, reply, met) => {
    const zap = newZap();
    vendors(invoiceReply(), foundNotes(), accountReply, newNote(), reply);
    expect(await failure(zap.create(KEY, INPUT))).toMatchObject(met);
    const wire = vendors(invoiceReply(), foundNotes(openNote()), allocated);
    expect(await zap.create(KEY, INPUT)).toMatchObject({
      outcome: "already_credited",
      credit_note_number: "CN-0009",
      allocations: [{ amount: 600 }],
    });
    expect(wire.calls()).toEqual([
      GET_INVOICE,
      LIST_CREDIT_NOTES,
      PUT_ALLOCATION,
    ]);
  },
);

it("a credit note of which nobody knows whether it was made is an error that can be run again", async () => {
  vendors(invoiceReply(), foundNotes(), accountReply, {
    call: PUT_NOTE,
    breaks: true,
  });
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject({
    name: "AppError",
    message:
      "Xero did not answer in time or the connection broke. Run this step again: nothing is made twice.",
  });
});
