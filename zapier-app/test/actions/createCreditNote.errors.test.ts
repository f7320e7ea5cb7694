import { LIST_CREDIT_NOTES, NOW, xeroDate } from "../fixtures/changes";
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
import {
  ACCOUNTS,
  accountsReply,
  INVOICE_ID,
  ORGANISATION,
  settingsReplies,
  TAX_RATES,
  taxRatesReply,
} from "../fixtures/xero";
import { failure, newZap, stopClock } from "../fixtures/zap";

const KEY = "create_credit_note";
const INPUT = { invoice_id: INVOICE_ID, amount: "600" };
const LOCKED =
  "The document date cannot be before the period lock date, currently set at 30 Nov 2026";
const NO_MORE =
  "Credit Note cannot be allocated as amount is greater than amount outstanding";

const NO_SALES_INVOICE = `Xero has no sales invoice ${INVOICE_ID}. Check the ID and the organisation; bills cannot be used here.`;

/** Xero's settings, locked up to a day. */
const lockedUntil = (day: string): Reply[] => [
  {
    call: ORGANISATION,
    body: {
      Organisations: [{ BaseCurrency: "GBP", PeriodLockDate: xeroDate(day) }],
    },
  },
  accountsReply,
  taxRatesReply,
];

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
    halted(NO_SALES_INVOICE),
  ],
  [
    "a bill",
    INPUT,
    [invoiceReply({ Type: "ACCPAY" })],
    halted(NO_SALES_INVOICE),
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
      "The lines of invoice INV-0042 have different accounts or tax rates, so 600.00 of it cannot be credited on one line. Make the credit note in Xero.",
    ),
  ],
  [
    "the same part before anything was paid",
    INPUT,
    [
      invoiceReply({
        AmountPaid: 0,
        AmountDue: 5622.89,
        LineItems: [...LINES, { ...LINES[0], TaxType: "NONE" }],
      }),
      foundNotes(),
      accountReply,
    ],
    halted(
      "The lines of invoice INV-0042 have different accounts or tax rates, so 600.00 of it cannot be credited on one line. Credit the whole 5622.89, or make the credit note in Xero.",
    ),
  ],
  [
    "an equal credit note that is a draft",
    INPUT,
    [
      invoiceReply(),
      foundNotes(openNote({ Status: "DRAFT", RemainingCredit: 0 })),
    ],
    halted(
      "Credit note CN-0009 with this reference and total is a draft: approve or delete it in Xero, then run this step again.",
    ),
  ],
  [
    "an equal credit note that nobody has approved yet",
    INPUT,
    [
      invoiceReply(),
      foundNotes(openNote({ Status: "SUBMITTED", RemainingCredit: 0 })),
    ],
    halted(
      "Credit note CN-0009 with this reference and total waits for approval: approve or delete it in Xero, then run this step again.",
    ),
  ],
  [
    "today in a locked period",
    INPUT,
    [
      invoiceReply(),
      foundNotes(),
      accountReply,
      ...lockedUntil("2026-11-23"),
      ...lockedUntil("2026-11-23"),
    ],
    halted(
      "The credit note for INV-0042: the credit note date 2026-11-23 lies in a period that is locked in Xero until 2026-11-23. Choose a later date, or move the lock date in Xero (Settings > Financial settings).",
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
    ...settingsReplies,
    xeroRefusal(PUT_NOTE, LOCKED),
  );
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject(
    halted(
      `Xero refused the credit note for INV-0042: ${LOCKED}. The period is locked in Xero: choose a later date, or move the lock date.`,
    ),
  );
  expect(wire.calls()).toEqual([
    GET_INVOICE,
    LIST_CREDIT_NOTES,
    ACCOUNT,
    ORGANISATION,
    ACCOUNTS,
    TAX_RATES,
    PUT_NOTE,
  ]);
});

it("the attempt after a refused one has another key, and one after an unknown outcome the same", async () => {
  const zap = newZap();
  const keys: unknown[] = [];
  const run = async (first: Reply[], reply: Reply) => {
    const wire = vendors(invoiceReply(), foundNotes(), ...first, reply);
    const name = await zap.create(KEY, INPUT).then(
      () => "none",
      ({ name }: Error) => name,
    );
    keys.push(
      wire.sent.find(({ call }) => call === PUT_NOTE)?.headers[
        "idempotency-key"
      ],
    );
    return name;
  };
  const refused = xeroRefusal(PUT_NOTE, LOCKED);
  const failed: Reply = { call: PUT_NOTE, status: 500, body: "" };
  expect(await run([accountReply, ...settingsReplies], failed)).toBe(
    "AppError",
  );
  expect(await run([], failed)).toBe("AppError");
  expect(await run([], refused)).toBe("HaltedError");
  expect(await run([], failed)).toBe("AppError");
  expect(await run([], refused)).toBe("HaltedError");
  expect(await run([allocated], newNote())).toBe("none");
  const [first, second, third, fourth, fifth, sixth] = keys;
  expect([second, third]).toEqual([first, first]);
  expect(fifth).toBe(fourth);
  expect(new Set([first, fourth, sixth]).size).toBe(3);
  expect(sixth).toMatch(/^[0-9a-f]{64}$/);
});

it.each<[what: string, reply: Reply, met: object]>([
  [
    "refuses",
    xeroRefusal(PUT_ALLOCATION, NO_MORE),
    halted(`Xero refused credit note CN-0009 on INV-0042: ${NO_MORE}.`),
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
    vendors(
      invoiceReply(),
      foundNotes(),
      accountReply,
      ...settingsReplies,
      newNote(),
      reply,
    );
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
  vendors(invoiceReply(), foundNotes(), accountReply, ...settingsReplies, {
    call: PUT_NOTE,
    breaks: true,
  });
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject({
    name: "AppError",
    message:
      "Xero did not answer in time or the connection broke. Run this step again: nothing is made twice.",
  });
});
