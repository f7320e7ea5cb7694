import { BILLING } from "./billing";
import { NOW, openWorld, TENANT, writes, type World } from "./xeroWorld";

const LINE = BILLING.lineItems[0]!;

/** A deal as `Get a deal for billing` hands it over for a batch, in the aggregator's wrapping. */
const dealOf = (id: string, customer: object, more: object = {}) => ({
  billing: {
    ...BILLING,
    deal: { ...BILLING.deal, id, name: `Deal ${id}` },
    key: `HS-${id}`,
    reference: `HS-${id}`,
    mayExist: false,
    begun: {
      state: "begun",
      attempt: 1,
      batch: "make",
      billingKey: `HS-${id}`,
      reference: `HS-${id}`,
    },
    customer,
    readAt: NOW,
    ...more,
  },
});

const northwind = BILLING.customer;
const alder = { type: "company", hubspotId: "77", name: "Alder Ltd" };
const twoOfAlder = [dealOf("701", alder), dealOf("702", alder)];
const given = (deals: unknown) => ({ deals, accountCode: "200" });

interface Row {
  dealId: string;
  outcome: string;
  sentence: string;
  syncMark?: string;
  invoice?: { id: string };
}
const rows = (output: Record<string, unknown>) => output["invoices"] as Row[];

const invoiceBody = (id: string, contact: unknown) => ({
  Type: "ACCREC",
  Status: "DRAFT",
  Contact: { ContactID: contact },
  Date: "2026-11-23",
  DueDate: "2026-12-23",
  LineAmountTypes: "Exclusive",
  CurrencyCode: "GBP",
  Reference: `HS-${id}`,
  Url: BILLING.deal.url,
  LineItems: [
    {
      Description: LINE.name,
      Quantity: 1,
      UnitAmount: 100,
      AccountCode: "200",
    },
  ],
});

it("two deals of one new customer make one contact and two invoices, in one call each", async () => {
  const world = await openWorld();
  const output = await world.run("createInvoices", given(twoOfAlder));
  const sent = world.sent();
  expect(sent.map(({ call }) => call)).toEqual([
    "GET /Organisation",
    "GET /Accounts",
    "GET /TaxRates",
    "GET /Contacts",
    "PUT /Contacts",
    "PUT /Invoices",
  ]);
  const [contacts, invoices] = sent.slice(-2);
  expect(contacts).toMatchObject({
    query: { summarizeErrors: "false" },
    body: {
      Contacts: [{ Name: "Alder Ltd", ContactNumber: "hubspot-company-77" }],
    },
  });
  const made = world.sandbox.xero
    .books()
    .contacts.find(({ Name }) => Name === "Alder Ltd");
  expect(invoices).toEqual({
    call: "PUT /Invoices",
    query: { summarizeErrors: "false", unitdp: "4" },
    headers: {
      "Xero-Tenant-Id": TENANT,
      "Idempotency-Key": `hubspot-invoices|${TENANT}|make`,
    },
    body: {
      Invoices: [
        invoiceBody("701", made?.ContactID),
        invoiceBody("702", made?.ContactID),
      ],
    },
  });
  expect(output).toMatchObject({
    message: "Invoices: 2 created over 240.00 GBP.",
    created: 2,
  });
  expect(
    rows(output).map(({ dealId, outcome, syncMark }) => [
      dealId,
      outcome,
      syncMark,
    ]),
  ).toEqual([
    ["701", "created", "done|1|HS-701|HS-701"],
    ["702", "created", "done|1|HS-702|HS-702"],
  ]);
});

/** Its line is in another currency than the deal. */
const refused = dealOf("702", northwind, {
  deal: { ...BILLING.deal, id: "702", name: "Deal 702", currency: "GBP" },
  lineItems: [{ ...LINE, currency: "EUR" }],
});

it("a contact that two searches find is one contact", async () => {
  const world = await openWorld();
  const other = (index: number) => ({
    type: "company",
    hubspotId: String(800 + index),
    name: `A customer with quite a long name, number ${index}, and an address`,
  });
  const deals = [
    dealOf("701", { ...northwind, email: "first@example.com" }),
    ...Array.from({ length: 20 }, (_, index) =>
      dealOf(String(702 + index), other(index)),
    ),
    dealOf("790", { ...northwind, email: "second@example.com" }),
  ];
  const output = await world.run("createInvoices", {
    ...given(deals),
    customerMatch: "company_name",
  });
  expect(
    world.sent().filter(({ call }) => call === "GET /Contacts").length,
  ).toBeGreaterThan(1);
  expect(output).toMatchObject({ created: 22, refused: 0 });
});

it("a merged contact is followed to the one that is left where the searches found it, else that one is named", async () => {
  const world = await openWorld();
  const person = world.sandbox.xero.person();
  const merge = (hubspotId: string, Name: string, into: string) => {
    const ContactNumber = `hubspot-company-${hubspotId}`;
    const gone = person.createContact({ Name, ContactNumber }).ContactID;
    const left = person.createContact({ Name: into }).ContactID;
    person.mergeContact(gone, left);
    return { gone, left };
  };
  const renamed = merge("81", "Smith & Sons", "Brown Holdings");
  const found = merge("82", "Jones", "Jones Ltd");
  const company = (hubspotId: string, name: string) => ({
    type: "company",
    hubspotId,
    name,
  });
  const output = await world.run(
    "createInvoices",
    given([
      dealOf("701", company("81", "Smith & Sons")),
      dealOf("702", company("82", "Jones Ltd")),
    ]),
  );
  expect(rows(output)).toMatchObject([
    {
      outcome: "refused",
      sentence: `Deal "Deal 701" was not invoiced. The Xero contact "Smith & Sons" (${renamed.gone}) of company "Smith & Sons" (HubSpot 81) was merged into contact ${renamed.left}. Put the ID of the contact that is left into Xero contact ID on the HubSpot record, then run this step again.`,
    },
    { outcome: "created" },
  ]);
  const { invoices } = world.sandbox.xero.books();
  expect(invoices.map(({ Contact }) => Contact.ContactID)).toEqual([
    found.left,
  ]);
});

it("of three deals one is refused, and the others are made", async () => {
  const world = await openWorld();
  const output = await world.run(
    "createInvoices",
    given([dealOf("701", northwind), refused, dealOf("703", northwind)]),
  );
  expect(output).toMatchObject({ created: 2, refused: 1, failed: 0 });
  const [first, second, third] = rows(output);
  expect(second).toMatchObject({ dealId: "702", outcome: "refused" });
  expect(second?.sentence).toContain('Deal "Deal 702", line "Design"');
  expect(second).not.toHaveProperty("syncMark");
  const { invoices } = world.sandbox.xero.books();
  expect([first, third].map((row) => [row?.outcome, row?.invoice?.id])).toEqual(
    ["HS-701", "HS-703"].map((reference) => [
      "created",
      invoices.find(({ Reference }) => Reference === reference)?.InvoiceID,
    ]),
  );
});

it("what Xero refuses of a batch is told for its own deal", async () => {
  const world = await openWorld();
  const broken = dealOf("702", { ...northwind, xeroContactId: NOBODY });
  const output = await world.run(
    "createInvoices",
    given([broken, dealOf("701", northwind)]),
  );
  expect(rows(output).map(({ dealId, outcome }) => [dealId, outcome])).toEqual([
    ["702", "refused"],
    ["701", "created"],
  ]);
  expect(rows(output)[0]?.sentence).toMatch(
    /^Deal "Deal 702" was not invoiced\. Xero refused the invoice for deal "Deal 702"/,
  );
});

const NOBODY = "11111111-2222-4333-8444-555555555555";

it("a run that is taken up again finds what was made and makes the rest", async () => {
  const world = await openWorld();
  await world.run("createInvoices", given(twoOfAlder.slice(0, 1)));
  world.sent();
  world.sandbox.clock.advance(15 * 60_000);
  const output = await world.run("createInvoices", given(twoOfAlder));
  expect(output).toMatchObject({ created: 1, recovered: 1 });
  const sent = world.sent();
  // Xero filters one reference efficiently, however many invoices there are.
  expect(
    sent.flatMap(({ call, query }) =>
      call === "GET /Invoices" ? query["where"] : [],
    ),
  ).toEqual(['Reference=="HS-701"', 'Reference=="HS-702"']);
  expect(writes(sent)).toEqual(["PUT /Invoices"]);
  expect(references(world)).toEqual(["HS-701", "HS-702"]);
});

it("while a batch may still be under way, none with other deals gets in", async () => {
  const world = await openWorld();
  await world.run("createInvoices", given(twoOfAlder.slice(0, 1)));
  const { message } = await world.refusal("createInvoices", given(twoOfAlder));
  expect(message).toContain("less than 6 minutes old");
  expect(references(world)).toEqual(["HS-701"]);
});

it("an attempt that another step had begun is taken up under its own key", async () => {
  const world = await openWorld();
  const mark = {
    state: "begun",
    attempt: 1,
    billingKey: "HS-702",
    reference: "HS-702",
  };
  const begun = { mark, begun: mark, mayExist: true };
  const deals = [dealOf("701", northwind), dealOf("702", northwind, begun)];
  await world.run("createInvoices", given(deals));
  const keys = world
    .sent()
    .flatMap(({ headers }) => headers["Idempotency-Key"] ?? []);
  expect(keys).toEqual([
    `hubspot-invoices|${TENANT}|make`,
    `hubspot-invoice|${TENANT}|HS-702|1`,
  ]);
});

it("deals that are invoiced already cost no call", async () => {
  const world = await openWorld();
  const output = await world.run(
    "createInvoices",
    given([dealOf("701", northwind, { invoiced: true })]),
  );
  expect(output).toMatchObject({ alreadyInvoiced: 1, created: 0 });
  expect(world.sent()).toEqual([]);
});

it.each([
  ["something else is mapped", [{ dealId: "701" }], "Billing data is empty"],
  [
    "a deal was read for a single invoice",
    [dealOf("701", northwind, { begun: { ...BILLING.begun } })],
    'Switch on "In a batch"',
  ],
  [
    "there are too many",
    Array.from({ length: 51 }, (_, index) => dealOf(`${index}`, northwind)),
    "One run takes 50 deals, not 51",
  ],
])("stops before anything is sent where %s", async (_, deals, sentence) => {
  const world = await openWorld();
  const { message } = await world.refusal("createInvoices", given(deals));
  expect(message).toContain(sentence);
  expect(world.sent()).toEqual([]);
});

it("a run that brings no deal to its invoice fails with each deal's sentence", async () => {
  const world = await openWorld();
  const { message } = await world.refusal("createInvoices", given([refused]));
  expect(message).toContain('Deal "Deal 702", line "Design"');
});

function references({ sandbox }: World) {
  return sandbox.xero
    .books()
    .invoices.map(({ Reference }) => Reference)
    .sort();
}
