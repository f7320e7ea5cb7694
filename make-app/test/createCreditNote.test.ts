import {
  differences,
  openWorld,
  TENANT,
  writes,
  type World,
} from "./xeroWorld";

const headers = { "Xero-Tenant-Id": TENANT };

/** An approved invoice over 1000 and 200 tax. */
function invoiceIn(world: World, changes: object = {}) {
  return world.sandbox.xero.person().createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Northwind Energy plc" },
    Reference: "HS-701",
    DueDate: "2026-12-20",
    LineItems: [
      { Description: "Design", UnitAmount: 1000, AccountCode: "200" },
    ],
    ...changes,
  });
}

const notesIn = (world: World) =>
  world.sandbox.xero
    .books()
    .credits.filter(({ Kind }) => Kind === "CreditNote");
const invoiceNow = (world: World, id: string) =>
  world.search("searchInvoices", { invoiceId: id });

it("reads, checks, creates and sets against the invoice", async () => {
  const world = await openWorld();
  const { InvoiceID, InvoiceNumber, Contact } = invoiceIn(world);
  const output = await world.run("createCreditNote", {
    invoiceId: InvoiceNumber,
    amount: "600",
    reference: "Late",
    description: "Two days late",
  });
  const where = `Reference=="Late" AND Contact.ContactID==Guid("${Contact.ContactID}")`;
  expect(world.sent()).toEqual([
    { call: `GET /Invoices/${InvoiceNumber}`, query: { unitdp: "4" }, headers },
    {
      call: "GET /CreditNotes",
      query: { where, page: "1", unitdp: "4" },
      headers,
    },
    { call: "GET /Organisation", query: {}, headers },
    {
      call: "PUT /CreditNotes",
      query: { summarizeErrors: "true", unitdp: "4" },
      headers: {
        ...headers,
        "Idempotency-Key": expect.stringMatching(/^[\da-f]{64}$/) as string,
      },
      body: {
        CreditNotes: [
          {
            Type: "ACCRECCREDIT",
            Status: "AUTHORISED",
            Contact: { ContactID: Contact.ContactID },
            Date: "2026-11-23",
            CurrencyCode: "GBP",
            Reference: "Late",
            LineAmountTypes: "Inclusive",
            LineItems: [
              {
                Description: "Two days late",
                Quantity: 1,
                UnitAmount: 600,
                AccountCode: "200",
                TaxType: "OUTPUT2",
              },
            ],
          },
        ],
      },
    },
    {
      call: `PUT /CreditNotes/${String(output["id"])}/Allocations`,
      query: {},
      headers,
      body: {
        Allocations: [
          { Invoice: { InvoiceID }, Amount: 600, Date: "2026-11-23" },
        ],
      },
    },
  ]);
  expect(output).toMatchObject({
    outcome: "created",
    message: `Credit note ${String(output["creditNoteNumber"])} over 600.00 GBP was created for ${InvoiceNumber}.`,
    total: 600,
    remaining: 0,
    date: "2026-11-23",
    reference: "Late",
    customerName: "Northwind Energy plc",
    allocations: [
      {
        invoiceId: InvoiceID,
        invoiceNumber: InvoiceNumber,
        amount: 600,
        date: "2026-11-23",
        dealId: "701",
      },
    ],
    lineItems: [{ lineAmount: 600, taxAmount: 100 }],
  });
  expect(differences(world, "createCreditNote", output)).toEqual([]);
  expect(await invoiceNow(world, InvoiceID)).toMatchObject([
    { invoice: { amountDue: "600", amountCredited: "600" } },
  ]);
});

it("without an amount credits all that is due, line by line, once", async () => {
  const world = await openWorld();
  const { InvoiceID, InvoiceNumber } = invoiceIn(world);
  const given = { invoiceId: InvoiceID };
  const first = await world.run("createCreditNote", given);
  expect(first).toMatchObject({
    outcome: "created",
    total: 1200,
    reference: `Credit for ${InvoiceNumber}`,
  });
  world.sandbox.clock.advance(24 * 3_600_000);
  world.sent();
  const again = await world.run("createCreditNote", given);
  expect(writes(world.sent())).toEqual([]);
  expect(again).toMatchObject({
    outcome: "already_credited",
    message: `Credit note ${String(first["creditNoteNumber"])} with this reference and total was there already, so none was made.`,
    id: first["id"],
    remaining: 0,
    allocations: [{ invoiceId: InvoiceID, amount: 1200, dealId: "701" }],
  });
  expect(notesIn(world)).toHaveLength(1);
});

it.each(["CreditNotes$", "Allocations$"])(
  "a run that broke off at /%s is finished by the next",
  async (path) => {
    for (const kind of ["dropAfterCommit", "dropBefore"] as const) {
      const world = await openWorld();
      const { InvoiceID } = invoiceIn(world);
      const given = { invoiceId: InvoiceID, amount: "600" };
      world.sandbox.faults.add({
        method: "PUT",
        path: new RegExp(path),
        effect: { kind },
      });
      expect(await world.refusal("createCreditNote", given)).toMatchObject({
        type: "ConnectionError",
      });
      world.sandbox.clock.advance(3_600_000);
      await world.run("createCreditNote", given);
      expect(notesIn(world)).toHaveLength(1);
      expect(await invoiceNow(world, InvoiceID)).toMatchObject([
        { invoice: { amountDue: "600", amountCredited: "600" } },
      ]);
    }
  },
);

it("is left open where the step says so", async () => {
  const world = await openWorld();
  const { InvoiceID } = invoiceIn(world);
  const given = { invoiceId: InvoiceID, amount: 600, allocate: false };
  const output = await world.run("createCreditNote", given);
  expect(writes(world.sent())).toEqual(["PUT /CreditNotes"]);
  expect(output).toMatchObject({ remaining: 600, allocations: [] });
});

it("is dated in the scenario's time zone", async () => {
  const world = await openWorld({ timezone: "Pacific/Auckland" });
  world.sandbox.clock.advance(2 * 3_600_000);
  const { InvoiceID } = invoiceIn(world);
  expect(
    await world.run("createCreditNote", { invoiceId: InvoiceID, amount: 1 }),
  ).toMatchObject({ date: "2026-11-24" });
});

describe("nothing is written", () => {
  it.each([
    [{ amount: "many" }, /^Amount is not usable: /, 0],
    [{ amount: "0.001" }, /^Amount is not usable: /, 0],
    [{ invoiceId: " " }, "Invoice is empty. Map or choose a value for it.", 0],
    [
      { invoiceId: "INV-9" },
      "Xero has no sales invoice INV-9. Check the ID and the organisation; bills cannot be used here.",
      1,
    ],
    [
      { amount: "1200.01" },
      /^Invoice \S+ cannot be credited by 1200\.01: 1200\.00 GBP of it is due\. Use an amount above zero and up to that\.$/,
      2,
    ],
  ])("for %j", async (given, sentence, requests) => {
    const world = await openWorld();
    const { InvoiceID } = invoiceIn(world);
    const { type, message } = await world.refusal("createCreditNote", {
      invoiceId: InvoiceID,
      ...given,
    });
    expect(type).toBe("DataError");
    if (typeof sentence === "string") expect(message).toBe(sentence);
    else expect(message).toMatch(sentence);
    const sent = world.sent();
    expect(sent).toHaveLength(requests);
    expect(writes(sent)).toEqual([]);
  });

  it("for a draft, a bill or a note that nobody approved", async () => {
    const world = await openWorld();
    const draft = invoiceIn(world, { Status: "DRAFT" });
    const bill = invoiceIn(world, { Type: "ACCPAY", InvoiceNumber: "BILL-1" });
    const { InvoiceID, Contact } = invoiceIn(world);
    world.sandbox.xero.person().createCreditNote({
      Type: "ACCRECCREDIT",
      Status: "DRAFT",
      Contact: { ContactID: Contact.ContactID },
      Reference: "Late",
      LineAmountTypes: "NoTax",
      LineItems: [
        { Description: "Design", UnitAmount: 60, AccountCode: "200" },
      ],
    });
    const refused = (given: object) =>
      world.refusal("createCreditNote", { ...given });
    expect((await refused({ invoiceId: draft.InvoiceID })).message).toMatch(
      /is draft, so nothing of it can be credited/,
    );
    expect((await refused({ invoiceId: bill.InvoiceID })).message).toMatch(
      /^Xero has no sales invoice .+; bills cannot be used here\.$/,
    );
    const given = { invoiceId: InvoiceID, amount: 60, reference: "Late" };
    expect((await refused(given)).message).toMatch(
      /with this reference and total is a draft: approve or delete it in Xero/,
    );
    expect(writes(world.sent())).toEqual([]);
  });

  it("in a locked period", async () => {
    const world = await openWorld();
    const { InvoiceID, InvoiceNumber } = invoiceIn(world);
    world.sandbox.xero.books().organisation.PeriodLockDate = "2026-11-30";
    const refusal = await world.refusal("createCreditNote", {
      invoiceId: InvoiceID,
    });
    expect(refusal).toEqual({
      type: "DataError",
      message: `The credit note for ${InvoiceNumber}: the credit note date 2026-11-23 lies in a period that is locked in Xero until 2026-11-30. Choose a later date, or move the lock date in Xero (Settings > Financial settings).`,
    });
    expect(writes(world.sent())).toEqual([]);
  });
});
