import { BILLING } from "./billing";
import { differences, NOW, openWorld, TENANT, writes } from "./xeroWorld";

const MODULE = "createRepeatingInvoice";
const [SET_UP] = BILLING.lineItems;
const CARE = {
  ...SET_UP!,
  id: "2",
  name: "Care",
  unitPrice: "50",
  netAmount: "50",
  recurring: { frequency: "monthly", startDate: "2026-12-01" },
};
const LICENCE = {
  ...CARE,
  id: "3",
  name: "Licence",
  recurring: {
    frequency: "annually",
    startDate: "2027-01-01",
    numberOfPayments: "3",
  },
};
const MARK = { state: "begun", attempt: 1, date: "2026-11-23" };

/** A deal as `Get a deal for billing` hands it over, its recurring lines apart. */
const retainer = (changes: object = {}) => ({
  ...BILLING,
  mayExist: false,
  begun: { ...BILLING.begun, attempt: 1 },
  lineItems: [SET_UP, CARE, LICENCE],
  repeating: MARK,
  referenceText: "Care",
  readAt: NOW,
  ...changes,
});
const marked = (state: string) => ({
  ...BILLING.deal,
  billing: { repeatingMark: { state, attempt: 1, date: "2026-11-20" } },
});
const given = (billing: unknown, more: object = {}) => ({
  billing,
  invoiceStatus: "AUTHORISED",
  accountCode: "200",
  dueInDays: 14,
  ...more,
});

const KEY = "HS-701-R1M20261201";

it("one-time lines become an invoice, and each schedule a repeating invoice", async () => {
  const world = await openWorld();
  const output = await world.run(MODULE, given(retainer()));
  const sent = world.sent();
  expect(sent.map(({ call }) => call)).toEqual([
    "GET /RepeatingInvoices",
    "GET /Organisation",
    "GET /Accounts",
    "GET /TaxRates",
    "GET /Contacts",
    "PUT /Invoices",
    "PUT /RepeatingInvoices",
    "PUT /RepeatingInvoices",
  ]);
  expect(sent[0]?.query).toEqual({
    where:
      'Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-701-R")',
  });
  const contact = world.sandbox.xero
    .books()
    .contacts.find(({ Name }) => Name === "Northwind Energy plc");
  const monthly = sent.at(-1);
  expect(monthly).toEqual({
    call: "PUT /RepeatingInvoices",
    query: { summarizeErrors: "true" },
    headers: {
      "Xero-Tenant-Id": TENANT,
      "Idempotency-Key": expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    },
    body: {
      RepeatingInvoices: [
        {
          Type: "ACCREC",
          Status: "AUTHORISED",
          Contact: { ContactID: contact?.ContactID },
          Schedule: {
            Period: 1,
            Unit: "MONTHLY",
            DueDate: 14,
            DueDateType: "DAYSAFTERBILLDATE",
            StartDate: "2026-12-01",
          },
          LineAmountTypes: "Exclusive",
          CurrencyCode: "GBP",
          Reference: `Care (${KEY})`,
          ApprovedForSending: false,
          LineItems: [
            {
              Description: "Care",
              Quantity: 1,
              UnitAmount: 50,
              AccountCode: "200",
            },
          ],
        },
      ],
    },
  });
  const keys = sent.flatMap(({ headers }) => headers["Idempotency-Key"] ?? []);
  expect(new Set(keys).size).toBe(3);
  const standing = world.sandbox.xero.books().repeatingInvoices;
  expect(output).toMatchObject({
    outcome: "created",
    total: 120,
    repeatingInvoices: [{ total: 60 }, { total: 60 }],
    syncMark: "done|1|HS-701|HS-701",
    repeatingIds: standing
      .map(({ RepeatingInvoiceID }) => RepeatingInvoiceID)
      .join(","),
    repeatingMark: "done|1|2026-11-23",
  });
  expect(
    differences(world, MODULE, output).filter((key) => key.startsWith("+")),
  ).toEqual([]);
});

it("a run that has looked for hidden invoices, and found none, says so in its mark", async () => {
  const world = await openWorld();
  const output = await world.run(
    MODULE,
    given(
      retainer({
        deal: { ...BILLING.deal, billing: { mark: BILLING.begun } },
        repeating: { ...MARK, attempt: 0 },
      }),
    ),
  );
  expect(output).toMatchObject({
    outcome: "created",
    repeatingMark: "done|1|2026-11-23",
  });
});

it("a run that is taken up finds what was made, by its own day, and makes the rest", async () => {
  const world = await openWorld();
  const undated = { ...CARE, recurring: { frequency: "monthly" } };
  await world.run(MODULE, given(retainer({ lineItems: [undated] })));
  world.sandbox.clock.advance(3 * 86_400_000);
  world.sent();
  const billing = retainer({
    lineItems: [undated, LICENCE],
    deal: marked("begun"),
    repeating: { ...MARK, date: "2026-11-20" },
    readAt: "2026-11-26T10:00:00.000Z",
  });
  const output = await world.run(MODULE, given(billing));
  expect(writes(world.sent())).toEqual(["PUT /RepeatingInvoices"]);
  const references = world.sandbox.xero
    .books()
    .repeatingInvoices.map(({ Reference }) => Reference);
  expect(references).toEqual([
    "Care (HS-701-R1M20261123)",
    "Care (HS-701-R12M20270101x3)",
  ]);
  expect(output["repeatingMark"]).toBe("done|1|2026-11-23");
});

it("repeating invoices that the lines no longer ask for stop the run", async () => {
  const world = await openWorld();
  await world.run(MODULE, given(retainer({ lineItems: [CARE] })));
  world.sent();
  const billing = retainer({ lineItems: [LICENCE], deal: marked("begun") });
  const { message } = await world.refusal(MODULE, given(billing));
  expect(message).toContain(
    `repeating invoices in Xero that do not fit its lines: Care (${KEY}).`,
  );
  expect(writes(world.sent())).toEqual([]);
});

it.each(["done", "ended"])(
  "a deal whose repeating invoices are %s gets no more, however old the data",
  async (state) => {
    const world = await openWorld();
    const billing = retainer({
      deal: marked(state),
      readAt: "2026-01-01T00:00:00.000Z",
    });
    const output = await world.run(MODULE, given(billing));
    expect(output).toMatchObject({ outcome: "already_there" });
    expect(output["repeatingMark"]).toBeUndefined();
    expect(world.sent().map(({ call }) => call)).toEqual([
      "GET /RepeatingInvoices",
    ]);
  },
);

const tenStarts = Array.from({ length: 11 }, (_, index) => ({
  ...CARE,
  recurring: { frequency: "monthly", startDate: `2026-12-${index + 10}` },
}));

it.each([
  ["something else is mapped", { dealId: "701" }, {}, "Billing data is empty"],
  [
    "the deal was read for an invoice",
    retainer({ repeating: undefined }),
    {},
    'Switch on "Recurring lines apart"',
  ],
  [
    "the deal was read long ago and may have been ended since",
    retainer({ readAt: "2026-11-23T08:59:00.000Z" }),
    {},
    "may have been changed or ended since",
  ],
  [
    "Xero's repeating invoices have no such terms",
    retainer(),
    { dueRule: "days_after_end_of_next_month" },
    "cannot be due 14 days after the end of the next month",
  ],
  [
    "no line recurs",
    retainer({ lineItems: [SET_UP] }),
    {},
    "has no recurring line",
  ],
  [
    "an invoice may bill the recurring lines",
    retainer({
      invoiced: true,
      deal: {
        ...BILLING.deal,
        billing: { invoiceId: "1", invoiceNumber: "I-1" },
      },
    }),
    {},
    "has invoice I-1, which may bill its recurring lines too",
  ],
  [
    "such an invoice came to the deal after this was first read",
    retainer({
      invoiced: true,
      mark: { ...BILLING.begun, state: "done" },
      deal: {
        ...BILLING.deal,
        billing: {
          invoiceId: "1",
          invoiceNumber: "I-1",
          repeatingMark: { state: "begun", attempt: 0, date: "2026-11-20" },
        },
      },
    }),
    {},
    "has invoice I-1, which may bill its recurring lines too",
  ],
  [
    "there are more schedules than the module has requests",
    retainer({ lineItems: tenStarts }),
    {},
    "has 11 schedules, and this module makes 10",
  ],
  [
    "Xero is to e-mail and knows no address",
    retainer({ customer: { type: "company", hubspotId: "77", name: "Alder" } }),
    { invoiceStatus: "SENT" },
    "has no e-mail address in HubSpot, so Xero could not send its invoices",
  ],
])("nothing is made where %s", async (_, billing, more, sentence) => {
  const world = await openWorld();
  const { type, message } = await world.refusal(MODULE, given(billing, more));
  expect({ type, message }).toEqual({
    type: "DataError",
    message: expect.stringContaining(sentence) as string,
  });
  expect(writes(world.sent())).toEqual([]);
});

const NOT_LOOKED = { state: "begun", attempt: 0, date: "2026-11-20" };

it.each([
  ["", {}],
  [", read a second time,", { repeatingMark: NOT_LOOKED }],
])(
  "an invoice of a run that broke off, which the deal%s does not show, stops it",
  async (_, marks) => {
    const world = await openWorld();
    const { deal, begun } = BILLING;
    const billing = { mark: begun, ...marks };
    await world.run("createInvoiceFromDeal", {
      billing: {
        ...BILLING,
        lineItems: [SET_UP, { ...CARE, recurring: undefined }],
      },
      invoiceStatus: "AUTHORISED",
      accountCode: "200",
      dueInDays: 14,
    });
    world.sent();
    const hidden = retainer({ deal: { ...deal, billing }, mark: begun });
    const { message } = await world.refusal(MODULE, given(hidden));
    expect(message).toContain("does not show invoice INV-0001");
    expect(writes(world.sent())).toEqual([]);
  },
);

it("one-time lines that were never invoiced are refused where an invoice of a schedule has their place", async () => {
  const world = await openWorld();
  const deal = {
    ...BILLING.deal,
    billing: {
      invoiceId: "invoice-1",
      invoiceNumber: "INV-0001",
      repeatingIds: ["repeating-1"],
    },
  };
  const { message } = await world.refusal(
    MODULE,
    given(retainer({ deal, invoiced: true, mark: undefined })),
  );
  expect(message).toContain("one-time lines that were not invoiced");
  expect(writes(world.sent())).toEqual([]);
});
