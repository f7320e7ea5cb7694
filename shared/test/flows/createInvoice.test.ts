import { createInvoice } from "../../src/flows/createInvoice";
import type { Input } from "../../src/input/input";
import {
  CONTACT_ID,
  INVOICE_ID,
  OTHER_CONTACT_ID,
  settings,
  xeroContact,
  xeroInvoice,
} from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  earlierReply,
  FIND_CONTACTS,
  FIND_INVOICES,
  foundReply,
  invoiceReply,
  newContactReply,
  PUT_INVOICE,
} from "./dealReplies";
import { TENANT, warmContext } from "./warmContext";

const start = async (
  replies: Reply[],
  changes: Input = {},
  cached: Record<string, unknown> = {},
) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script, cached);
  const input = {
    contactId: CONTACT_ID,
    defaultAccountCode: "200",
    lineItems: [{ description: "Design", unitPrice: "100" }],
    ...changes,
  };
  const running = createInvoice(context, input);
  return { script, outcome: await running.catch((error: unknown) => error) };
};

it("with a contact and no reference it is one call", async () => {
  const { script, outcome } = await start(
    [invoiceReply()],
    {
      invoiceStatus: "AUTHORISED",
      lineAmountTypes: "Inclusive",
      currency: "eur",
      date: "2026-11-20T00:00:00+13:00",
      dueDate: "2026-12-01",
      defaultTaxType: "OUTPUT2",
      tracking: ["c-1/o-1"],
      lineItems: [
        {
          description: "Design",
          quantity: "2",
          unitPrice: "49.9950",
          discountAmount: "5",
          accountCode: "260",
          taxType: "RROUTPUT",
          itemCode: "DESIGN",
        },
        {
          description: "Hosting",
          unitPrice: 10,
          discountPercent: 10,
          discountAmount: 0,
        },
      ],
    },
    { [`xero-items-${TENANT}`]: { items: {}, unknown: ["design"] } },
  );
  const tracking = {
    Tracking: [{ TrackingCategoryID: "c-1", TrackingOptionID: "o-1" }],
  };
  expect(script.calls).toEqual([PUT_INVOICE]);
  expect(script.requests[0]?.body).toEqual({
    Invoices: [
      {
        Type: "ACCREC",
        Status: "AUTHORISED",
        Contact: { ContactID: CONTACT_ID },
        Date: "2026-11-20",
        DueDate: "2026-12-01",
        LineAmountTypes: "Inclusive",
        CurrencyCode: "EUR",
        LineItems: [
          {
            Description: "Design",
            Quantity: 2,
            UnitAmount: 49.995,
            DiscountAmount: 5,
            ItemCode: "DESIGN",
            AccountCode: "260",
            TaxType: "RROUTPUT",
            ...tracking,
          },
          {
            Description: "Hosting",
            Quantity: 1,
            UnitAmount: 10,
            DiscountRate: 10,
            AccountCode: "200",
            TaxType: "OUTPUT2",
            ...tracking,
          },
        ],
      },
    ],
  });
  expect(script.requests[0]?.headers?.["Idempotency-Key"]).toMatch(
    new RegExp(`^digest of invoice\\|${TENANT}\\|`),
  );
  // 99.99 - 5 = 94.99 with 5%: 94.99 x 5 / 105 = 4.5233 -> 4.52; 9.00 with 20%: 9 x 20 / 120 = 1.50
  expect(outcome).toMatchObject({
    outcome: "created",
    contactOutcome: "stored",
    predicted: { subtotal: "97.97", tax: "6.02", total: "103.99" },
    invoice: { id: INVOICE_ID },
  });
});

it("left empty, the date is today's in the account's zone, and the rest Xero's to choose", async () => {
  const { script } = await start([invoiceReply()], { dueInDays: "14" });
  expect(script.requests[0]?.body).toEqual({
    Invoices: [
      {
        Type: "ACCREC",
        Status: "DRAFT",
        Contact: { ContactID: CONTACT_ID },
        Date: "2026-11-23",
        DueDate: "2026-12-07",
        LineAmountTypes: "Exclusive",
        LineItems: [
          {
            Description: "Design",
            Quantity: 1,
            UnitAmount: 100,
            AccountCode: "200",
          },
        ],
      },
    ],
  });
});

it("discounts of zero count as none", async () => {
  const line = { description: "Design", unitPrice: 100 };
  const { script } = await start([invoiceReply()], {
    lineItems: [{ ...line, discountPercent: "0.00", discountAmount: 0 }],
  });
  expect(
    (script.requests[0]?.body as { Invoices: { LineItems: unknown }[] })
      .Invoices[0]?.LineItems,
  ).toEqual([
    {
      Description: "Design",
      Quantity: 1,
      UnitAmount: 100,
      AccountCode: "200",
    },
  ]);
});

it("a discount may take off the whole line", async () => {
  const { outcome } = await start([invoiceReply()], {
    lineItems: [
      { description: "a", quantity: 2, unitPrice: 1, discountAmount: 2 },
      { description: "b", unitPrice: 1, discountPercent: 100 },
    ],
  });
  expect(outcome).toMatchObject({ predicted: { total: "0" } });
});

it.each([
  // 13 hours ahead of UTC in November
  ["2026-11-23T12:00:00Z", "2026-11-24"],
  ["2026-11-23T10:59:59.999Z", "2026-11-23"],
  ["2026-11-23T11:00:00+00:00", "2026-11-24"],
  ["2026-11-23T11:00:00-0000", "2026-11-24"],
  ["2026-11-23T23:00:00+13:00", "2026-11-23"],
  ["2026-11-23T23:00:00", "2026-11-23"],
  ["2026-11-23", "2026-11-23"],
])("the date %p is %p in the account's zone", async (date, expected) => {
  const { script } = await start([invoiceReply()], { date, dueDate: date });
  expect(script.requests[0]?.body).toMatchObject({
    Invoices: [{ Date: expected, DueDate: expected }],
  });
});

it("an equal invoice within minutes is told as a repetition", async () => {
  const script = scriptedSend(
    invoiceReply(),
    invoiceReply(),
    invoiceReply({ InvoiceID: "another" }),
  );
  const context = await warmContext(script);
  const input = {
    contactId: CONTACT_ID,
    defaultAccountCode: "200",
    lineItems: [{ description: "Design", unitPrice: "100" }],
  };
  expect(await createInvoice(context, input)).toMatchObject({
    outcome: "created",
    predicted: { total: "120" },
  });
  const second = await createInvoice(context, input);
  expect(second).toMatchObject({
    outcome: "already_invoiced",
    existing: "repetition",
    invoice: { id: INVOICE_ID },
  });
  expect(second.predicted).toBeUndefined();
  const [first, repeated] = script.requests;
  expect(repeated).toEqual(first);
  const key = first?.headers?.["Idempotency-Key"];
  expect(await context.cache.get(`invoice-made-${key}`)).toBe(INVOICE_ID);
  // Later Xero has forgotten the key and makes another.
  expect(await createInvoice(context, input)).toMatchObject({
    outcome: "created",
    invoice: { id: "another" },
  });
});

describe("the e-mail of an invoice that exists already", () => {
  const approved = {
    invoiceStatus: "AUTHORISED",
    dueInDays: 14,
    sendEmail: true,
    reference: "PO 7",
  };
  const stored = (SentToContact: boolean) =>
    xeroInvoice({ Reference: "PO 7", Status: "AUTHORISED", SentToContact });
  const EMAIL = `POST xero /Invoices/${INVOICE_ID}/Email`;

  it("is sent where Xero has not sent it", async () => {
    const { script, outcome } = await start(
      [earlierReply(stored(false)), { call: EMAIL, status: 204 }],
      approved,
    );
    expect(outcome).toMatchObject({ outcome: "already_invoiced" });
    expect(script.calls).toEqual([FIND_INVOICES, EMAIL]);
  });

  it("is not sent a second time", async () => {
    const { script } = await start([earlierReply(stored(true))], approved);
    expect(script.calls).toEqual([FIND_INVOICES]);
  });

  it("that Xero refuses is told with the result", async () => {
    const { outcome } = await start(
      [earlierReply(stored(false)), { call: EMAIL, status: 500 }],
      approved,
    );
    expect(outcome).toMatchObject({
      outcome: "already_invoiced",
      emailProblem: expect.stringContaining("Xero failed (500)") as string,
    });
  });
});

it("an approved invoice in a locked period is refused before the contact is looked for", async () => {
  const PeriodLockDate = "/Date(1795392000000+0000)/"; // 23 November 2026
  const { script, outcome } = await start(
    [
      {
        call: "GET xero /Organisation",
        body: { Organisations: [{ BaseCurrency: "GBP", PeriodLockDate }] },
      },
      { call: "GET xero /Accounts", body: { Accounts: [] } },
      { call: "GET xero /TaxRates", body: { TaxRates: [] } },
    ],
    { contactId: "", name: "Acme", invoiceStatus: "AUTHORISED", dueInDays: 1 },
    { [`xero-settings-${TENANT}`]: settings({ lockedUntil: "2026-11-23" }) },
  );
  expect(outcome).toMatchObject({
    kind: "validation",
    message:
      "The invoice: the invoice date 2026-11-23 lies in a period that is locked in Xero until 2026-11-23. Choose a later date, or move the lock date in Xero (Settings > Financial settings).",
  });
  expect(script.calls).not.toContain(FIND_CONTACTS);
});

it("an invoice may be due on its own date", async () => {
  const { script } = await start([invoiceReply()], {
    date: "2026-11-23",
    dueDate: "2026-11-23",
  });
  expect(script.requests[0]?.body).toMatchObject({
    Invoices: [{ Date: "2026-11-23", DueDate: "2026-11-23" }],
  });
});

describe("a reference that the contact has an invoice with", () => {
  const mine = xeroInvoice({ Reference: "PO 7" });

  it("returns that invoice instead of a second one", async () => {
    const theirs = { ...mine, Contact: { ContactID: OTHER_CONTACT_ID } };
    const { script, outcome } = await start(
      [earlierReply(theirs, { ...mine, Status: "VOIDED" }, mine)],
      { reference: "PO 7" },
    );
    expect(script.calls).toEqual([FIND_INVOICES]);
    expect(script.requests[0]?.query).toMatchObject({
      where: `Type=="ACCREC" AND Reference=="PO 7" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
    });
    expect(outcome).toMatchObject({
      outcome: "already_invoiced",
      existing: "reference",
      invoice: { id: INVOICE_ID },
    });
  });

  it.each([
    [
      "another contact's",
      { ...mine, Contact: { ContactID: OTHER_CONTACT_ID } },
    ],
    ["voided", { ...mine, Status: "VOIDED" }],
    ["a bill", { ...mine, Type: "ACCPAY" }],
    ["written otherwise", { ...mine, Reference: "po 7" }],
  ])("does not count when it is %s", async (_, found) => {
    const { outcome } = await start([earlierReply(found), invoiceReply()], {
      reference: "PO 7",
    });
    expect(outcome).toMatchObject({ outcome: "created" });
  });

  it("gets another where that is wanted, without a search", async () => {
    const { script } = await start([invoiceReply()], {
      reference: "PO 7",
      ifReferenceExists: "create_another",
    });
    expect(script.calls).toEqual([PUT_INVOICE]);
  });

  it("is not invoiced when the search fails", async () => {
    const { script, outcome } = await start(
      [{ call: FIND_INVOICES, status: 500 }],
      { reference: "PO 7" },
    );
    expect(outcome).toMatchObject({ kind: "server" });
    expect(script.calls).toEqual([FIND_INVOICES]);
  });

  it("is sent and searched with apostrophes for quotes", async () => {
    const { script } = await start([earlierReply(), invoiceReply()], {
      reference: 'The "Blue" job',
    });
    expect(script.requests[0]?.query).toMatchObject({
      where: `Type=="ACCREC" AND Reference=="The 'Blue' job" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
    });
    expect(script.requests[1]?.body).toMatchObject({
      Invoices: [{ Reference: "The 'Blue' job" }],
    });
  });
});

it.each<[string, Reply[], string]>([
  ["found", [foundReply(xeroContact())], "matched"],
  ["created", [foundReply(), newContactReply()], "created"],
])("a customer by its fields is %s", async (_, replies, contactOutcome) => {
  const { outcome } = await start([...replies, invoiceReply()], {
    contactId: "",
    name: "Harbour & Finch",
    email: "priya@harbourfinch.example",
  });
  expect(outcome).toMatchObject({ outcome: "created", contactOutcome });
});

it("a contact search that fails creates nothing", async () => {
  const { script, outcome } = await start(
    [{ call: FIND_CONTACTS, status: 503 }],
    { contactId: "", name: "Acme" },
  );
  expect(outcome).toMatchObject({ kind: "server" });
  expect(script.calls).toEqual([FIND_CONTACTS]);
});

it.each<[string, Input, string]>([
  [
    "no lines",
    { lineItems: [] },
    "The invoice has no lines. Map at least one line item with a description.",
  ],
  [
    "a line without a price",
    { lineItems: [{ description: "x" }] },
    "Line 1: Unit Price is empty. Map a value for it.",
  ],
  [
    "a line without words",
    { lineItems: [{ unitPrice: 1 }] },
    "Line 1: Description is empty. Map a value for it.",
  ],
  [
    "a price that is no number",
    { lineItems: [{ description: "x", unitPrice: "1,000" }] },
    'Line 1: Unit Price is not usable: "1,000" is not a plain decimal number such as 1234.56.',
  ],
  [
    "five decimals",
    { lineItems: [{ description: "x", unitPrice: "0.12345" }] },
    'Line 1: Unit Price is not usable: "0.12345" has more than 4 decimals.',
  ],
  [
    "a negative quantity",
    { lineItems: [{ description: "x", unitPrice: 1, quantity: -1 }] },
    "Line 1: Quantity -1 is negative.",
  ],
  [
    "two discounts",
    {
      lineItems: [
        {
          description: "x",
          unitPrice: 1,
          discountPercent: 1,
          discountAmount: 1,
        },
      ],
    },
    "Line 1: it has a discount in percent and one as an amount.",
  ],
  [
    "a negative discount",
    {
      lineItems: [{ description: "x", unitPrice: 1, discountAmount: "-0.01" }],
    },
    "Line 1: the discount -0.01 is negative or larger than the line.",
  ],
  [
    "a discount larger than the line",
    {
      lineItems: [
        { description: "x", quantity: 2, unitPrice: 1, discountAmount: 2.01 },
      ],
    },
    "Line 1: the discount 2.01 is negative or larger than the line.",
  ],
  [
    "a negative percentage",
    { lineItems: [{ description: "x", unitPrice: 1, discountPercent: -5 }] },
    "Line 1: the discount -5 is negative or larger than the line.",
  ],
  [
    "more than a hundred percent",
    { lineItems: [{ description: "x", unitPrice: 1, discountPercent: 100.1 }] },
    "Line 1: the discount 100.1 is negative or larger than the line.",
  ],
  ["an e-mail of a draft", { sendEmail: true }, "Xero does not e-mail drafts."],
  [
    "an unknown choice for references that exist",
    { contactId: "", name: "Acme", ifReferenceExists: "maybe" },
    'If Reference Exists is "maybe".',
  ],
  [
    "a date that is none",
    { date: "2026-02-30" },
    'Date "2026-02-30" is not a date. Use YYYY-MM-DD.',
  ],
  [
    "a due date before the date",
    { date: "2026-11-23", dueDate: "2026-11-22" },
    "The due date 2026-11-22 lies before the invoice date 2026-11-23. Correct one of them.",
  ],
  [
    "an approved invoice without a due date",
    { invoiceStatus: "AUTHORISED" },
    "Xero demands a due date on approved invoices. Fill in Due Date or Due In Days.",
  ],
  [
    "nobody to invoice",
    { contactId: "" },
    "The customer has neither a name nor an e-mail address.",
  ],
])("%s is refused before any call", async (_, changes, message) => {
  const { outcome } = await start([], changes);
  expect(outcome).toMatchObject({ kind: "validation" });
  expect((outcome as Error).message).toContain(message);
});

it("an account that fresh settings do not know either is refused", async () => {
  const body = { Accounts: [{ Code: "200", Name: "Sales", Status: "ACTIVE" }] };
  const { script, outcome } = await start(
    [
      { call: "GET xero /Organisation", body: { Organisations: [{}] } },
      { call: "GET xero /Accounts", body },
      { call: "GET xero /TaxRates", body: { TaxRates: [] } },
    ],
    { defaultAccountCode: "999" },
  );
  expect(outcome).toMatchObject({
    kind: "validation",
    message:
      'Invoice, line "Design": the account "999" cannot be used in Xero: there is none. Choose one of: 200 (Sales).',
  });
  expect(script.calls).not.toContain(PUT_INVOICE);
});

it("a currency that the organisation does not use is refused", async () => {
  const body = { Currencies: [{ Code: "GBP" }, { Code: "EUR" }] };
  const { script, outcome } = await start(
    [{ call: "GET xero /Currencies", body }],
    { currency: "USD" },
  );
  expect(outcome).toMatchObject({
    kind: "validation",
    message:
      "The invoice is in USD, which Demo Company (UK) does not use in Xero (it has GBP, EUR). Nothing was made. Add USD in Xero (Settings > Currencies), which needs a plan with multi-currency, or choose one of those.",
  });
  expect(script.calls).not.toContain(PUT_INVOICE);
});

it("on an approved invoice the item brings the account and the tax that the line leaves out", async () => {
  const items = {
    design: { code: "DESIGN", accountCode: "260", taxType: "RROUTPUT" },
  };
  const { outcome } = await start(
    [invoiceReply()],
    {
      invoiceStatus: "AUTHORISED",
      dueInDays: "30",
      defaultAccountCode: undefined,
      lineItems: [
        { description: "Design", unitPrice: "100", itemCode: "DESIGN" },
      ],
    },
    { [`xero-items-${TENANT}`]: { items, unknown: [] } },
  );
  // 5% of 100 = 5
  expect(outcome).toMatchObject({
    outcome: "created",
    predicted: { tax: "5" },
  });
});
