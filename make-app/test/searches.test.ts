import { differences, openWorld, TENANT, type World } from "./xeroWorld";

const headers = { "Xero-Tenant-Id": TENANT };

function invoiceIn(world: World, changes: object = {}) {
  return world.sandbox.xero.person().createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Northwind Energy plc" },
    Reference: "HS-701",
    DueDate: "2026-12-20",
    LineItems: [
      {
        Description: "Design",
        Quantity: 2,
        UnitAmount: 33.3333,
        ItemCode: "DESIGN",
        AccountCode: "200",
      },
    ],
    ...changes,
  });
}

const query = (where: string) => ({
  where,
  order: "UpdatedDateUTC ASC",
  page: "1",
  pageSize: "100",
  unitdp: "4",
});

describe("invoices", () => {
  it("are found by ID, number or reference, whichever is given first", async () => {
    const world = await openWorld();
    const { InvoiceID, InvoiceNumber } = invoiceIn(world);
    invoiceIn(world, { Reference: "HS-702" });
    const given = {
      invoiceId: InvoiceID,
      invoiceNumber: InvoiceNumber,
      reference: "HS-701",
    };
    const wheres = [
      `Type=="ACCREC" AND InvoiceID==Guid("${InvoiceID}")`,
      `Type=="ACCREC" AND InvoiceNumber=="${InvoiceNumber}"`,
      'Type=="ACCREC" AND Reference=="HS-701"',
    ];
    for (const where of wheres) {
      const [found, ...others] = await world.search("searchInvoices", given);
      expect(world.sent()).toEqual([
        { call: "GET /Invoices", query: query(where), headers },
      ]);
      expect(others).toEqual([]);
      expect(found).toMatchObject({
        id: InvoiceID,
        invoiceId: InvoiceID,
        invoiceNumber: InvoiceNumber,
        reference: "HS-701",
        total: 80,
        lineItems: [{ unitPrice: 33.3333, lineAmount: 66.67 }],
        invoice: { id: InvoiceID, amountDue: "80", lines: [] },
      });
      expect(differences(world, "searchInvoices", found!)).toEqual([]);
      const [first = ""] = Object.keys(given);
      delete (given as Record<string, unknown>)[first];
    }
  });

  it("that are voided count by their number and not by their reference; bills never", async () => {
    const world = await openWorld();
    const { InvoiceID, InvoiceNumber } = invoiceIn(world);
    world.sandbox.xero.person().voidInvoice(InvoiceID);
    invoiceIn(world, {
      Type: "ACCPAY",
      InvoiceNumber: "BILL-1",
      LineItems: [{ Description: "Paper", UnitAmount: 5, AccountCode: "860" }],
    });
    const found = (given: object) =>
      world.search("searchInvoices", { ...given });
    expect(await found({ reference: "HS-701" })).toEqual([]);
    expect(await found({ invoiceNumber: InvoiceNumber })).toMatchObject([
      { status: "VOIDED" },
    ]);
    expect(await found({ invoiceNumber: "BILL-1" })).toEqual([]);
  });

  it("of a contact are the open ones, the oldest first", async () => {
    const world = await openWorld();
    const person = world.sandbox.xero.person();
    const newer = invoiceIn(world, { Date: "2026-11-20" });
    const paid = invoiceIn(world, { Date: "2026-11-01" });
    person.pay(paid.InvoiceID, 80);
    const older = invoiceIn(world, { Date: "2026-11-10" });
    invoiceIn(world, { Date: "2026-11-02", Status: "DRAFT" });
    invoiceIn(world, { Date: "2026-11-03", Contact: { Name: "Blue Door" } });
    const contactId = newer.Contact.ContactID;
    const found = await world.search("searchInvoices", { contactId });
    expect(found.map(({ id }) => id)).toEqual([
      older.InvoiceID,
      newer.InvoiceID,
    ]);
    expect(world.sent()).toMatchObject([
      {
        call: "GET /Invoices",
        query: {
          where: `Type=="ACCREC" AND Status=="AUTHORISED" AND Contact.ContactID==Guid("${contactId}")`,
          order: "Date ASC",
        },
      },
    ]);
  });

  it("of one reference come page by page up to the limit", async () => {
    const world = await openWorld();
    for (let count = 0; count < 101; count += 1) invoiceIn(world);
    const given = { reference: "HS-701" };
    const limited = await world.search("searchInvoices", given);
    expect([limited.length, world.sent().length]).toEqual([10, 1]);
    const all = await world.search("searchInvoices", { ...given, limit: 500 });
    expect(new Set(all.map(({ id }) => id)).size).toBe(101);
    expect(world.sent().map((sent) => sent.query["page"])).toEqual(["1", "2"]);
  });

  it.each([
    [
      {},
      "Invoice ID, Invoice Number, Reference and Contact ID are all empty. Fill in one of them.",
    ],
    [
      { invoiceId: "INV-0001" },
      '"INV-0001" is not the ID of a Xero invoice. Map an ID, or search by the invoice number.',
    ],
  ])("%j is refused without a request", async (given, message) => {
    const world = await openWorld();
    expect(await world.refusal("searchInvoices", given)).toEqual({
      type: "DataError",
      message,
    });
    expect(world.sent()).toEqual([]);
  });

  it("a search that Xero limits is tried again by Make", async () => {
    const world = await openWorld();
    world.sandbox.faults.add({
      path: /Invoices$/,
      effect: { kind: "refuse", status: 429 },
    });
    expect(
      await world.refusal("searchInvoices", { reference: "HS-701" }),
    ).toMatchObject({ type: "RateLimitError" });
  });
});

describe("contacts", () => {
  const where =
    'EmailAddress=="accounts@northwind.example" OR Name=="accounts@northwind.example"';

  it("are found as an invoice finds its contact", async () => {
    const world = await openWorld();
    const [found, ...others] = await world.search("searchContacts", {
      email: "accounts@northwind.example",
    });
    expect(world.sent()).toEqual([
      {
        call: "GET /Contacts",
        query: {
          where,
          includeArchived: "true",
          page: "1",
          pageSize: "100",
          summaryOnly: "false",
        },
        headers,
      },
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      name: "Northwind Energy plc",
      email: "accounts@northwind.example",
      status: "ACTIVE",
    });
    const whole = {
      firstName: "A",
      lastName: "B",
      contactNumber: "1",
      accountNumber: "2",
    };
    expect(
      differences(world, "searchContacts", { ...found, ...whole }),
    ).toEqual([]);
  });

  it("that are not there are no results", async () => {
    const world = await openWorld();
    expect(await world.search("searchContacts", { name: "Nobody" })).toEqual(
      [],
    );
  });

  it("several that could be meant are an error, not the first of them", async () => {
    const world = await openWorld();
    const refusal = await world.refusal("searchContacts", {
      email: "office@twinrivers.example",
    });
    expect(refusal.type).toBe("DataError");
    expect(refusal.message).toMatch(/^Xero has 2 active contacts/);
  });

  it("without anything to search by are refused without a request", async () => {
    const world = await openWorld();
    expect(await world.refusal("searchContacts", {})).toMatchObject({
      message:
        "The customer has neither a name nor an e-mail address. Map one of them, or choose a Xero contact.",
    });
    expect(world.sent()).toEqual([]);
  });
});
