import { differences, openWorld, TENANT, writes } from "./xeroWorld";

const GIVEN = {
  invoiceStatus: "AUTHORISED",
  lineItems: [
    {
      description: "Design sprint",
      quantity: "5",
      unitPrice: "1000",
      discountPercent: "10",
      accountCode: "210",
      taxType: "ZERORATEDOUTPUT",
    },
    { description: "Hosting", unitPrice: "33.335", quantity: "3" },
    { itemCode: "DESIGN", unitPrice: "49.99", discountAmount: "2" },
  ],
  name: "Harbour & Finch",
  email: "priya@harbourfinch.example",
  addressLine1: "14 Quayside",
  postalCode: "BS1 4DJ",
  defaultAccountCode: "200",
  defaultTaxType: "OUTPUT2",
  currency: "gbp",
  date: "2026-11-20T00:00:00.000Z",
  dueDate: "2026-12-20T00:00:00.000Z",
  reference: 'Order "7"',
};
const WHERE =
  'EmailAddress=="priya@harbourfinch.example" OR Name=="Harbour & Finch"';
const headers = { "Xero-Tenant-Id": TENANT };
const digest = expect.stringMatching(/^[\da-f]{64}$/) as string;

it("reads the organisation, finds the contact and the reference, and only then makes the contact and the invoice", async () => {
  const world = await openWorld();
  const output = await world.run("createInvoice", GIVEN);
  const [{ ContactID = "" } = {}] = Object.values(
    world.sandbox.xero.books().contacts,
  ).filter(({ Name }) => Name === "Harbour & Finch");
  expect(world.sent()).toEqual([
    { call: "GET /Organisation", query: {}, headers },
    { call: "GET /Items", query: { unitdp: "4" }, headers },
    { call: "GET /Accounts", query: {}, headers },
    { call: "GET /TaxRates", query: {}, headers },
    {
      call: "GET /Contacts",
      query: {
        where: WHERE,
        includeArchived: "true",
        page: "1",
        summaryOnly: "false",
      },
      headers,
    },
    {
      call: "PUT /Contacts",
      query: { summarizeErrors: "true" },
      headers: { ...headers, "Idempotency-Key": digest },
      body: {
        Contacts: [
          {
            Name: "Harbour & Finch",
            EmailAddress: "priya@harbourfinch.example",
            Addresses: [
              {
                AddressType: "POBOX",
                AddressLine1: "14 Quayside",
                PostalCode: "BS1 4DJ",
              },
            ],
          },
        ],
      },
    },
    {
      call: "GET /Invoices",
      query: {
        where: `Type=="ACCREC" AND Reference=="Order '7'" AND Contact.ContactID==Guid("${ContactID}")`,
        page: "1",
        unitdp: "4",
      },
      headers,
    },
    {
      call: "PUT /Invoices",
      query: { summarizeErrors: "true", unitdp: "4" },
      headers: { ...headers, "Idempotency-Key": digest },
      body: {
        Invoices: [
          {
            Type: "ACCREC",
            Status: "AUTHORISED",
            Contact: { ContactID },
            Date: "2026-11-20",
            DueDate: "2026-12-20",
            LineAmountTypes: "Exclusive",
            CurrencyCode: "GBP",
            Reference: "Order '7'",
            LineItems: [
              {
                Description: "Design sprint",
                Quantity: 5,
                UnitAmount: 1000,
                DiscountRate: 10,
                AccountCode: "210",
                TaxType: "ZERORATEDOUTPUT",
              },
              {
                Description: "Hosting",
                Quantity: 3,
                UnitAmount: 33.335,
                AccountCode: "200",
                TaxType: "OUTPUT2",
              },
              {
                Description: "DESIGN",
                Quantity: 1,
                UnitAmount: 49.99,
                DiscountAmount: 2,
                ItemCode: "DESIGN",
                AccountCode: "210",
                TaxType: "OUTPUT2",
              },
            ],
          },
        ],
      },
    },
  ]);
  // 4500.00 + 100.005 (100.01) + 47.99 = 4648.00; tax at 0%, 20%, 20%: 0 + 20.00 + 9.60
  expect(output).toMatchObject({
    outcome: "created",
    message: `Invoice ${String(output["invoiceNumber"])} over 4677.60 GBP was created.`,
    status: "AUTHORISED",
    date: "2026-11-20",
    dueDate: "2026-12-20",
    subtotal: 4648,
    tax: 29.6,
    total: 4677.6,
    difference: 0,
    contactId: ContactID,
    contactOutcome: "created",
    invoice: { id: output["invoiceId"], total: "4677.6", lines: [] },
  });
  // The first line has no item, the others have.
  const lines = (output["lineItems"] as object[]).toReversed();
  expect(
    differences(world, "createInvoice", { ...output, lineItems: lines }),
  ).toEqual([]);
});

it("a repeated run finds the invoice of the reference", async () => {
  const world = await openWorld();
  const first = await world.run("createInvoice", GIVEN);
  world.sandbox.clock.advance(24 * 3_600_000);
  world.sent();
  const again = await world.run("createInvoice", {
    ...GIVEN,
    date: "2026-11-24T00:00:00.000Z",
  });
  expect(writes(world.sent())).toEqual([]);
  expect(again).toMatchObject({
    outcome: "already_invoiced",
    message: `The contact has invoice ${String(first["invoiceNumber"])} with this reference already, so none was made.`,
    invoiceId: first["invoiceId"],
    contactOutcome: "matched",
    invoice: { id: first["invoiceId"] },
  });
});

it("a run that is repeated at once without a reference asks with the same key and gets the same invoice", async () => {
  const world = await openWorld();
  const given = { ...GIVEN, reference: undefined };
  const first = await world.run("createInvoice", given);
  const again = await world.run("createInvoice", given);
  expect(again["invoiceId"]).toBe(first["invoiceId"]);
  expect(Object.keys(world.sandbox.xero.books().invoices)).toHaveLength(1);
});

it("where the answer is lost, the next run takes the invoice that Xero made", async () => {
  const world = await openWorld();
  world.sandbox.faults.add({
    method: "PUT",
    path: /Invoices$/,
    effect: { kind: "dropAfterCommit" },
  });
  expect(await world.refusal("createInvoice", GIVEN)).toMatchObject({
    type: "ConnectionError",
  });
  expect(await world.run("createInvoice", GIVEN)).toMatchObject({
    outcome: "already_invoiced",
  });
  expect(Object.keys(world.sandbox.xero.books().invoices)).toHaveLength(1);
});

it("makes another one where the user says so", async () => {
  const world = await openWorld();
  await world.run("createInvoice", GIVEN);
  world.sandbox.clock.advance(3_600_000);
  const again = await world.run("createInvoice", {
    ...GIVEN,
    ifReferenceExists: "create_another",
  });
  expect(again["outcome"]).toBe("created");
  expect(Object.keys(world.sandbox.xero.books().invoices)).toHaveLength(2);
});

it("a contact that is known costs no search", async () => {
  const world = await openWorld();
  const { ContactID } = world.sandbox.xero
    .person()
    .createContact({ Name: "Known Ltd" });
  const output = await world.run("createInvoice", {
    contactId: ContactID,
    lineItems: [{ description: "Support", unitPrice: "10" }],
  });
  expect(world.sent().map(({ call }) => call)).toEqual([
    "GET /Organisation",
    "GET /Accounts",
    "GET /TaxRates",
    "PUT /Invoices",
  ]);
  expect(output).toMatchObject({
    status: "DRAFT",
    contactOutcome: "stored",
    contactName: "Known Ltd",
  });
});

it.each([
  ["Europe/London", "2026-11-23T23:30:00.000Z", "2026-11-23"],
  ["Pacific/Auckland", "2026-11-23T12:30:00.000Z", "2026-11-24"],
  ["America/New_York", "2026-11-24T03:30:00.000Z", "2026-11-23"],
])(
  "is dated today in %s, the scenario's time zone",
  async (timezone, now, date) => {
    const world = await openWorld({ timezone });
    const { clock } = world.sandbox;
    clock.advance(Date.parse(now) - clock.now().getTime());
    const token = { ...GIVEN, date: undefined, dueDate: undefined };
    const output = await world.run("createInvoice", token);
    expect(output["date"]).toBe(date);
  },
);

it("a picked date is midnight in the scenario's time zone", async () => {
  const world = await openWorld({ timezone: "America/New_York" });
  const output = await world.run("createInvoice", {
    ...GIVEN,
    date: "2026-11-20T05:00:00.000Z",
  });
  expect(output["date"]).toBe("2026-11-20");
});

describe("nothing is written, nor read before it must be", () => {
  it.each([
    [
      { lineItems: [] },
      "The invoice has no lines. Map at least one line item with a description.",
    ],
    [
      { lineItems: [{ description: "Design" }] },
      "Line 1: Unit Price is empty. Map a value for it.",
    ],
    [
      { name: "", email: "" },
      "The customer has neither a name nor an e-mail address. Map one of them, or choose a Xero contact.",
    ],
    [
      { dueDate: undefined, dueInDays: "1000" },
      'Due In Days is "1000". Use a whole number from 0 to 999.',
    ],
    [
      { dueDate: "2026-11-19T00:00:00.000Z" },
      "The due date 2026-11-19 lies before the invoice date 2026-11-20. Correct one of them.",
    ],
  ])("%j", async (given, message) => {
    const world = await openWorld();
    expect(
      await world.refusal("createInvoice", { ...GIVEN, ...given }),
    ).toEqual({ type: "DataError", message });
    expect(world.sent()).toEqual([]);
  });

  it.each([
    [
      { currency: "EUR" },
      /^The invoice is in EUR, which Lantern Street Studio Ltd does not use in Xero \(it has GBP, USD\)\./,
    ],
    [
      { date: "2026-03-31T00:00:00.000Z" },
      /^The invoice: the invoice date 2026-03-31 lies in a period that is locked in Xero until 2026-03-31\./,
    ],
    [
      { defaultAccountCode: "299" },
      /^Invoice, line "Hosting": the account "299" cannot be used in Xero: it is archived\./,
    ],
    [
      { defaultTaxType: "20% (VAT on Income)" },
      /^Invoice, line "Hosting": the tax type "20% \(VAT on Income\)" does not exist/,
    ],
    [
      { name: "Twin Rivers", email: "office@twinrivers.example" },
      /^Xero has 2 active contacts with the e-mail office@twinrivers.example/,
    ],
  ])("%j", async (given, sentence) => {
    const world = await openWorld();
    const { type, message } = await world.refusal("createInvoice", {
      ...GIVEN,
      ...given,
    });
    expect(type).toBe("DataError");
    expect(message).toMatch(sentence);
    expect(writes(world.sent())).toEqual([]);
  });
});

it.each([
  [429, "RateLimitError", /^Xero allows no more calls for a moment/],
  [503, "ConnectionError", /^Xero or this organisation is offline/],
  [401, "InvalidAccessTokenError", /^Xero no longer accepts this connection/],
  [403, "InvalidConfigurationError", /^This connection has no access/],
])(
  "status %i while the contact is sought writes nothing",
  async (status, type, sentence) => {
    const world = await openWorld();
    world.sandbox.faults.add({
      method: "GET",
      path: /Contacts$/,
      effect: { kind: "refuse", status },
    });
    const refusal = await world.refusal("createInvoice", GIVEN);
    expect(refusal.type).toBe(type);
    expect(refusal.message).toMatch(sentence);
    expect(writes(world.sent())).toEqual([]);
  },
);
