import { differences, NOW, openWorld, TENANT, type World } from "./xeroWorld";

const headers = { "Xero-Tenant-Id": TENANT };
const START = { lastDate: NOW };
const MINUTE = 60_000;

function invoiceIn(world: World, changes: object = {}) {
  return world.sandbox.xero.person().createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Northwind Energy plc" },
    DueDate: "2026-12-20",
    LineItems: [
      { Description: "Design", UnitAmount: 1000, AccountCode: "200" },
    ],
    ...changes,
  });
}

const query = (where: string) => ({
  where,
  order: "UpdatedDateUTC DESC",
  page: "1",
  pageSize: "100",
  unitdp: "4",
});
const since = { ...headers, "If-Modified-Since": "2026-11-23T09:55:00" };

/** Polls until nothing more comes. */
async function pollAll(
  world: World,
  module: string,
  given: Record<string, unknown>,
  from: Record<string, unknown>,
) {
  const ids: unknown[] = [];
  let state = from;
  for (;;) {
    const poll = await world.poll(module, given, state);
    if (poll.bundles.length === 0) return { ids, state };
    ids.push(...poll.bundles.map(({ id }) => id));
    state = { ...poll.state };
  }
}

describe("payments", () => {
  it("come once, with what Xero's list carries, and again when they are reversed", async () => {
    const world = await openWorld();
    const { person } = world.sandbox.xero;
    const { InvoiceID, InvoiceNumber, Contact } = invoiceIn(world);
    world.sandbox.clock.advance(MINUTE);
    const { PaymentID } = person().pay(InvoiceID, 240);
    const first = await world.poll("watchPayments", {}, START);
    expect(world.sent()).toEqual([
      {
        call: "GET /Payments",
        query: query('PaymentType=="ACCRECPAYMENT"'),
        headers: since,
      },
    ]);
    expect(first.bundles).toEqual([
      {
        id: PaymentID,
        paymentId: PaymentID,
        kind: "payment",
        reversed: false,
        amount: 240,
        currency: "GBP",
        currencyRate: 1,
        amountInBaseCurrency: 240,
        paidOn: "2026-11-23",
        invoiceId: InvoiceID,
        invoiceNumber: InvoiceNumber,
        customerName: "Northwind Energy plc",
        contactId: Contact.ContactID,
        updatedAt: "2026-11-23T10:01:00.000Z",
      },
    ]);
    expect(
      differences(world, "watchPayments", {
        ...first.bundles[0],
        reference: "BACS 17",
        batchPaymentId: "batch-1",
      }),
    ).toEqual([]);

    const idle = await world.poll("watchPayments", {}, first.state);
    expect(idle).toMatchObject({ bundles: [], requests: 1 });
    expect(idle.state).toEqual(first.state);

    world.sandbox.clock.advance(MINUTE);
    person().deletePayment(PaymentID);
    const reversal = await world.poll("watchPayments", {}, idle.state);
    expect(reversal.bundles).toMatchObject([
      { id: `${PaymentID}:reversed`, reversed: true, invoiceId: InvoiceID },
    ]);
  });

  it("of a busy hour come over several polls, none missed and none twice, the oldest first", async () => {
    const world = await openWorld();
    const { person } = world.sandbox.xero;
    const { InvoiceID } = invoiceIn(world);
    const paid: string[] = [];
    for (let count = 0; count < 130; count += 1) {
      // Several within the same instant.
      if (count % 3 === 0) world.sandbox.clock.advance(1000);
      paid.push(person().pay(InvoiceID, 1).PaymentID);
    }
    const { ids, state } = await pollAll(
      world,
      "watchPayments",
      { limit: 50 },
      START,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(paid));
    expect(world.sent().map((sent) => sent.query["page"])).toContain("2");
    world.sandbox.clock.advance(MINUTE);
    const { PaymentID } = person().pay(InvoiceID, 2);
    const next = await world.poll("watchPayments", {}, state);
    expect(next.bundles.map(({ id }) => id)).toEqual([PaymentID]);
  });

  it("to suppliers and refunds are left out", async () => {
    const world = await openWorld();
    const { person } = world.sandbox.xero;
    const bill = invoiceIn(world, { Type: "ACCPAY", InvoiceNumber: "BILL-1" });
    world.sandbox.clock.advance(MINUTE);
    person().pay(bill.InvoiceID, 10);
    const { bundles } = await world.poll("watchPayments", {}, START);
    expect(bundles).toEqual([]);
  });

  it.each([
    ["overpayments", "overpayment", 'Type=="RECEIVE-OVERPAYMENT"'],
    ["prepayments", "prepayment", 'Type=="RECEIVE-PREPAYMENT"'],
  ])("%s are a kind of their own", async (kind, name, where) => {
    const world = await openWorld();
    const { person } = world.sandbox.xero;
    const { InvoiceID, InvoiceNumber, Contact } = invoiceIn(world);
    world.sandbox.clock.advance(MINUTE);
    const credit =
      kind === "overpayments"
        ? person().overpay(Contact.ContactID, 60)
        : person().prepay(Contact.ContactID, 60);
    const first = await world.poll("watchPayments", { kind }, START);
    expect(world.sent()).toEqual([
      {
        call: `GET /${kind === "overpayments" ? "Overpayments" : "Prepayments"}`,
        query: query(where),
        headers: since,
      },
    ]);
    expect(first.bundles).toMatchObject([
      {
        id: credit.ID,
        kind: name,
        amount: 60,
        currency: "GBP",
        customerName: "Northwind Energy plc",
        contactId: Contact.ContactID,
        reversed: false,
      },
    ]);
    expect(first.bundles[0]!["invoiceId"]).toBeUndefined();
    world.sandbox.clock.advance(MINUTE);
    person().allocate(credit.ID, InvoiceID, 60);
    const next = await world.poll("watchPayments", { kind }, first.state);
    expect(next.bundles).toMatchObject([
      { id: credit.ID, invoiceId: InvoiceID, invoiceNumber: InvoiceNumber },
    ]);
  });

  it("are shown to choose a start from", async () => {
    const world = await openWorld();
    const { InvoiceID } = invoiceIn(world);
    world.sandbox.xero.person().pay(InvoiceID, 240);
    const choices = await world.epoch("watchPayments", {});
    expect(choices).toEqual([
      { label: "2026-11-23 240 GBP Northwind Energy plc", date: NOW },
    ]);
  });

  it("a poll that Xero refuses leaves the place as it is", async () => {
    const world = await openWorld();
    world.sandbox.faults.add({
      path: /Payments$/,
      effect: { kind: "refuse", status: 503 },
    });
    expect(await world.refusal("watchPayments", {})).toMatchObject({
      type: "ConnectionError",
    });
  });
});

describe("credit notes", () => {
  const WHERE =
    'Type=="ACCRECCREDIT" AND Status!="DRAFT" AND Status!="SUBMITTED" AND Status!="VOIDED" AND Status!="DELETED"';
  const note = (world: World, changes: object = {}) =>
    world.sandbox.xero.person().createCreditNote({
      Type: "ACCRECCREDIT",
      Status: "AUTHORISED",
      Contact: { Name: "Northwind Energy plc" },
      Reference: "Late",
      LineItems: [
        { Description: "Design", UnitAmount: 50, AccountCode: "200" },
      ],
      ...changes,
    });

  it("come when they are approved, and again with the invoices that they are set against", async () => {
    const world = await openWorld();
    const { person } = world.sandbox.xero;
    const { InvoiceID, InvoiceNumber, Contact } = invoiceIn(world);
    world.sandbox.clock.advance(MINUTE);
    const draft = note(world, { Status: "DRAFT" });
    const none = await world.poll("watchCreditNotes", {}, START);
    expect(none.bundles).toEqual([]);
    expect(world.sent()).toEqual([
      { call: "GET /CreditNotes", query: query(WHERE), headers: since },
    ]);

    world.sandbox.clock.advance(MINUTE);
    person().editCreditNote(draft.ID, { Status: "AUTHORISED" });
    const approved = await world.poll("watchCreditNotes", {}, none.state);
    expect(approved.bundles).toMatchObject([
      {
        id: draft.ID,
        creditNoteNumber: draft.Number,
        status: "AUTHORISED",
        total: 60,
        remaining: 60,
        currency: "GBP",
        date: "2026-11-23",
        reference: "Late",
        customerName: "Northwind Energy plc",
        contactId: Contact.ContactID,
        allocations: [],
        lineItems: [{ description: "Design", lineAmount: 50, taxAmount: 10 }],
      },
    ]);

    world.sandbox.clock.advance(MINUTE);
    person().allocate(draft.ID, InvoiceID, 60);
    const set = await world.poll("watchCreditNotes", {}, approved.state);
    expect(set.bundles).toMatchObject([
      {
        id: draft.ID,
        status: "PAID",
        remaining: 0,
        allocations: [
          {
            invoiceId: InvoiceID,
            invoiceNumber: InvoiceNumber,
            amount: 60,
            date: "2026-11-23",
          },
        ],
      },
    ]);
    expect(differences(world, "watchCreditNotes", set.bundles[0]!)).toEqual([]);
    expect(
      (await world.poll("watchCreditNotes", {}, set.state)).bundles,
    ).toEqual([]);
  });

  it("of suppliers do not count, and of a full page none is missed", async () => {
    const world = await openWorld();
    const made: string[] = [];
    for (let count = 0; count < 105; count += 1) {
      world.sandbox.clock.advance(1000);
      made.push(note(world).ID);
      if (count % 5 === 0) note(world, { Type: "ACCPAYCREDIT" });
    }
    const { ids } = await pollAll(
      world,
      "watchCreditNotes",
      { limit: 40 },
      START,
    );
    expect(ids).toEqual(made);
  });
});

it("invoices still come by the same way", async () => {
  const world = await openWorld();
  world.sandbox.clock.advance(MINUTE);
  const { InvoiceID } = invoiceIn(world);
  const { bundles } = await world.poll("watchInvoices", {}, START);
  expect(world.sent()).toEqual([
    { call: "GET /Invoices", query: query('Type=="ACCREC"'), headers: since },
  ]);
  expect(bundles).toMatchObject([{ invoiceId: InvoiceID }]);
});
