import { CHANGED, LIST_CREDIT_NOTES, NOW, xeroDate } from "../fixtures/changes";
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
import { ACCOUNT, accountReply } from "../fixtures/hubspot";
import { vendors } from "../fixtures/vendors";
import {
  ACCOUNTS,
  CONTACT_ID,
  INVOICE_ID,
  ORGANISATION,
  settingsReplies,
  TAX_RATES,
} from "../fixtures/xero";
import { newZap, stopClock, TENANT, undeclared } from "../fixtures/zap";

const KEY = "create_credit_note";
const INPUT = { invoice_id: INVOICE_ID, amount: "600" };

/** What goes to Xero for 600 of the invoice, dated the day in Auckland. */
const DOCUMENT = {
  Type: "ACCRECCREDIT",
  Status: "AUTHORISED",
  Contact: { ContactID: CONTACT_ID },
  Date: "2026-11-23",
  CurrencyCode: "GBP",
  Reference: "Credit for INV-0042",
  LineAmountTypes: "Inclusive",
  LineItems: [
    {
      Description: "Credit for invoice INV-0042",
      Quantity: 1,
      UnitAmount: 600,
      AccountCode: "200",
      TaxType: "OUTPUT2",
    },
  ],
};
const ALLOCATION = {
  Invoice: { InvoiceID: INVOICE_ID },
  Amount: 600,
  Date: "2026-11-23",
};
const OUTPUT = {
  outcome: "created",
  message: "Credit note CN-0009 over 600.00 GBP was created for INV-0042.",
  id: "note-9",
  credit_note_id: "note-9",
  credit_note_number: "CN-0009",
  status: "PAID",
  total: 600,
  remaining: 0,
  currency: "GBP",
  date: "2026-11-23",
  reference: "Credit for INV-0042",
  customer_name: "Harbour & Finch",
  contact_id: "contact-1",
  allocations: [
    {
      invoice_id: INVOICE_ID,
      invoice_number: "INV-0042",
      amount: 600,
      date: "2026-11-23",
      deal_id: "701",
    },
  ],
  line_items: [
    { description: "Design sprint", line_amount: 500, tax_amount: 100 },
  ],
  updated_at: CHANGED,
};

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("a part of an invoice is credited on one line, tax included, and set against it", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(),
    accountReply,
    ...settingsReplies,
    newNote(),
    allocated,
  );
  const output = await newZap().create(KEY, INPUT);
  expect(wire.calls()).toEqual([
    GET_INVOICE,
    LIST_CREDIT_NOTES,
    ACCOUNT,
    ORGANISATION,
    ACCOUNTS,
    TAX_RATES,
    PUT_NOTE,
    PUT_ALLOCATION,
  ]);
  expect(wire.query(0)).toEqual({ unitdp: "4" });
  expect(wire.query(1)).toEqual({
    where: `Reference=="Credit for INV-0042" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
    page: "1",
    unitdp: "4",
  });
  expect(wire.query(6)).toEqual({ summarizeErrors: "true", unitdp: "4" });
  expect(wire.headers(6)).toMatchObject({
    "xero-tenant-id": TENANT,
    "idempotency-key": expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(wire.body(6)).toEqual({ CreditNotes: [DOCUMENT] });
  expect(wire.query(7)).toEqual({});
  expect(wire.headers(7)).not.toHaveProperty("idempotency-key");
  expect(wire.body(7)).toEqual({ Allocations: [ALLOCATION] });
  expect(output).toEqual(OUTPUT);
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("without an amount, all that is due is credited", async () => {
  const due = { Total: 3222.89, RemainingCredit: 3222.89 };
  const wire = vendors(
    invoiceReply(),
    foundNotes(),
    accountReply,
    ...settingsReplies,
    newNote(due),
    allocated,
  );
  await newZap().create(KEY, { invoice_id: INVOICE_ID, amount: " " });
  expect(wire.body(6)).toMatchObject({
    CreditNotes: [{ LineItems: [{ UnitAmount: 3222.89 }] }],
  });
  expect(wire.body(7)).toEqual({
    Allocations: [{ ...ALLOCATION, Amount: 3222.89 }],
  });
});

it("the whole of an invoice is credited line by line at the net amounts, whatever accounts and rates they have", async () => {
  const whole = {
    AmountPaid: 0,
    AmountDue: 5622.89,
    LineAmountTypes: "Exclusive",
    LineItems: [
      ...LINES,
      {
        Description: "Hosting",
        Quantity: 3,
        UnitAmount: 65.9967,
        LineAmount: 197.99,
        TaxAmount: 24.9,
        TaxType: "RROUTPUT",
        AccountCode: "260",
        ItemCode: "HOSTING",
        Tracking: [
          {
            Name: "Team",
            Option: "Growth",
            TrackingCategoryID: "team",
            TrackingOptionID: "growth",
          },
        ],
      },
      { Description: "As agreed by phone", LineAmount: 0, TaxAmount: 0 },
    ],
  };
  const wire = vendors(
    invoiceReply(whole),
    foundNotes(),
    accountReply,
    ...settingsReplies,
    newNote({ Total: 5622.89, RemainingCredit: 5622.89 }),
    allocated,
  );
  await newZap().create(KEY, { invoice_id: INVOICE_ID });
  expect(wire.body(6)).toEqual({
    CreditNotes: [
      {
        ...DOCUMENT,
        LineAmountTypes: "Exclusive",
        LineItems: [
          {
            Description: "Design sprint\nFive days with two designers",
            Quantity: 1,
            UnitAmount: 4500,
            AccountCode: "200",
            TaxType: "OUTPUT2",
          },
          {
            Description: "Hosting",
            Quantity: 1,
            UnitAmount: 197.99,
            AccountCode: "260",
            TaxType: "RROUTPUT",
            Tracking: [
              { TrackingCategoryID: "team", TrackingOptionID: "growth" },
            ],
          },
        ],
      },
    ],
  });
});

it("the step's own reference and description go to Xero, quotes as apostrophes", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(),
    accountReply,
    ...settingsReplies,
    newNote({ Reference: "The 'late' days" }),
    allocated,
  );
  await newZap().create(KEY, {
    ...INPUT,
    reference: 'The "late" days',
    description: "Two days late",
  });
  expect(wire.query(1)["where"]).toContain(`Reference=="The 'late' days"`);
  expect(wire.body(6)).toEqual({
    CreditNotes: [
      {
        ...DOCUMENT,
        Reference: "The 'late' days",
        LineItems: [{ ...DOCUMENT.LineItems[0], Description: "Two days late" }],
      },
    ],
  });
});

it("a credit note is left open where the step says so", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(),
    accountReply,
    ...settingsReplies,
    newNote(),
  );
  const output = await newZap().create(KEY, { ...INPUT, allocate: false });
  expect(wire.calls()).toEqual([
    GET_INVOICE,
    LIST_CREDIT_NOTES,
    ACCOUNT,
    ORGANISATION,
    ACCOUNTS,
    TAX_RATES,
    PUT_NOTE,
  ]);
  expect(output).toEqual({
    ...OUTPUT,
    status: "AUTHORISED",
    remaining: 600,
    allocations: [],
  });
});

it("one of the same reference and total is taken up, and what is left of it set against the invoice", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(
      openNote({ CreditNoteID: "other total", Total: 599.99 }),
      openNote({ RemainingCredit: 250 }),
    ),
    accountReply,
    allocated,
  );
  const output = await newZap().create(KEY, INPUT);
  expect(wire.calls()).toEqual([
    GET_INVOICE,
    LIST_CREDIT_NOTES,
    ACCOUNT,
    PUT_ALLOCATION,
  ]);
  expect(wire.body(3)).toEqual({
    Allocations: [{ ...ALLOCATION, Amount: 250 }],
  });
  expect(output).toMatchObject({
    outcome: "already_credited",
    message:
      "Credit note CN-0009 with this reference and total was there already, so none was made.",
    remaining: 0,
    allocations: [{ amount: 250 }],
  });
});

it("one that is used up already is told of, and nothing is written", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(openNote({ Status: "PAID", RemainingCredit: 0 })),
    accountReply,
  );
  const output = await newZap().create(KEY, INPUT);
  expect(wire.calls()).toEqual([GET_INVOICE, LIST_CREDIT_NOTES, ACCOUNT]);
  expect(output).toMatchObject({ outcome: "already_credited", remaining: 0 });
});

it("without an amount, once nothing is due, the one that was set against the invoice is told of", async () => {
  const wire = vendors(
    invoiceReply({ Status: "PAID", AmountDue: 0, AmountCredited: 3222.89 }),
    foundNotes(
      openNote({ CreditNoteID: "of another invoice" }),
      openNote({
        Status: "PAID",
        Total: 3222.89,
        RemainingCredit: 0,
        Allocations: [
          {
            Amount: 3222.89,
            Date: xeroDate("2026-11-23"),
            Invoice: { InvoiceID: INVOICE_ID, InvoiceNumber: "INV-0042" },
          },
        ],
      }),
    ),
    accountReply,
  );
  const output = await newZap().create(KEY, { invoice_id: INVOICE_ID });
  expect(wire.calls()).toEqual([GET_INVOICE, LIST_CREDIT_NOTES, ACCOUNT]);
  expect(output).toEqual({
    ...OUTPUT,
    outcome: "already_credited",
    message:
      "Credit note CN-0009 with this reference and total was there already, so none was made.",
    total: 3222.89,
    allocations: [{ ...OUTPUT.allocations[0], amount: 3222.89 }],
  });
});

it("an approved one is taken up beside a draft of the same total", async () => {
  const wire = vendors(
    invoiceReply(),
    foundNotes(
      openNote({ CreditNoteID: "draft", Status: "DRAFT" }),
      openNote(),
    ),
    accountReply,
    allocated,
  );
  await newZap().create(KEY, INPUT);
  expect(wire.calls()).toEqual([
    GET_INVOICE,
    LIST_CREDIT_NOTES,
    ACCOUNT,
    PUT_ALLOCATION,
  ]);
});

it("a total that is not the amount is told", async () => {
  vendors(
    invoiceReply(),
    foundNotes(),
    accountReply,
    ...settingsReplies,
    newNote({ Total: 600.01, RemainingCredit: 600.01 }),
    allocated,
  );
  const output = await newZap().create(KEY, INPUT);
  expect(output["message"]).toBe(
    "Credit note CN-0009 over 600.01 GBP was created for INV-0042. Check it: its total differs by 0.01 from what was to be credited.",
  );
});

it("the key is the same for the same credit note, and another for another amount or organisation", async () => {
  const keys = [];
  for (const changes of [
    {},
    {},
    { amount: "601" },
    { organisation_id: "other" },
  ]) {
    const wire = vendors(
      invoiceReply(),
      foundNotes(),
      accountReply,
      ...settingsReplies,
      newNote(),
      allocated,
    );
    await newZap().create(KEY, { ...INPUT, ...changes });
    keys.push(wire.headers(6)["idempotency-key"]);
  }
  const [first, second, ...others] = keys;
  expect(second).toBe(first);
  expect(new Set([first, ...others]).size).toBe(3);
});
