import { createFixedClock } from "../../src/clock";
import { approved, CITY, messages, openTenant } from "./tenant";
import type { Answer, Tenant } from "./tenant";

const put = (tenant: Tenant, invoice: object, query = "") =>
  tenant.call("PUT", `/Invoices${query}`, { Invoices: [invoice] });
const post = (tenant: Tenant, invoice: object, query = "") =>
  tenant.call("POST", `/Invoices${query}`, { Invoices: [invoice] });
const invoiceOf = (answer: Answer) => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.Invoices[0];
};

describe("defaults", () => {
  test("an approved invoice is numbered, dated, taxed and themed", async () => {
    const tenant = openTenant();
    const invoice = invoiceOf(
      await put(tenant, approved({}, { Date: undefined })),
    );
    expect(invoice).toMatchObject({
      Type: "ACCREC",
      Status: "AUTHORISED",
      InvoiceNumber: "INV-0001",
      DateString: "2026-11-23T00:00:00",
      Date: "/Date(1795392000000+0000)/",
      DueDateString: "2026-12-23T00:00:00",
      LineAmountTypes: "Exclusive",
      CurrencyCode: "GBP",
      CurrencyRate: 1,
      BrandingThemeID: tenant.xero.books().brandingThemes[0]!.BrandingThemeID,
      SubTotal: 100,
      TotalTax: 20,
      Total: 120,
      AmountDue: 120,
      Contact: { Name: "City Limousines", IsCustomer: true },
      LineItems: [
        { AccountCode: "200", TaxType: "OUTPUT2", TaxAmount: 20, Quantity: 1 },
      ],
    });
    expect(invoice).not.toHaveProperty("StatusAttributeString");
  });

  test("today is the organisation's calendar date", async () => {
    const tenant = openTenant({
      clock: createFixedClock("2026-11-23T13:00:00Z"),
    });
    tenant.xero.books().organisation.Timezone = "NEWZEALANDSTANDARDTIME";
    const invoice = invoiceOf(
      await put(tenant, approved({}, { Date: undefined })),
    );
    expect(invoice.DateString).toBe("2026-11-24T00:00:00");
  });

  test("a draft needs neither account nor tax nor due date", async () => {
    const invoice = invoiceOf(
      await put(openTenant(), {
        Type: "ACCREC",
        ...CITY,
        LineItems: [{ Description: "x", UnitAmount: 5 }],
      }),
    );
    expect(invoice).toMatchObject({ Status: "DRAFT", Total: 5, TotalTax: 0 });
    expect(invoice.LineItems[0]).not.toHaveProperty("AccountCode");
    expect(invoice).not.toHaveProperty("DueDate");
  });

  test("an item brings text, price, account and tax", async () => {
    const invoice = invoiceOf(
      await put(
        openTenant(),
        approved({}, { LineItems: [{ ItemCode: "book" }] }),
      ),
    );
    expect(invoice.LineItems[0]).toMatchObject({
      ItemCode: "BOOK",
      Description: "Fish out of Water",
      UnitAmount: 19.95,
      Quantity: 1,
      AccountCode: "200",
      TaxType: "RROUTPUT",
      TaxAmount: 1,
      Item: { Code: "BOOK", Name: "Book" },
    });
  });

  test("the contact's tax type comes before the account's and after the item's", async () => {
    const tenant = openTenant();
    const contact = tenant.xero
      .person()
      .editContact(tenant.xero.books().contacts[0]!.ContactID, {
        AccountsReceivableTaxType: "TAX001",
      });
    const Contact = { ContactID: contact.ContactID };
    const LineItems = [
      { Description: "x", UnitAmount: 100, AccountCode: "200" },
      { ItemCode: "BOOK" },
      {
        Description: "y",
        UnitAmount: 100,
        AccountCode: "200",
        TaxType: "NONE",
      },
    ];
    const invoice = invoiceOf(
      await put(tenant, approved({}, { Contact, LineItems })),
    );
    expect(
      invoice.LineItems.map(({ TaxType }: { TaxType: string }) => TaxType),
    ).toEqual(["TAX001", "RROUTPUT", "NONE"]);
  });

  test("organisations without tax put NONE on every line", async () => {
    const tenant = openTenant();
    tenant.xero.books().organisation.PaysTax = false;
    const invoice = invoiceOf(
      await put(tenant, approved({ TaxType: "OUTPUT2" })),
    );
    expect(invoice).toMatchObject({
      TotalTax: 0,
      LineItems: [{ TaxType: "NONE" }],
    });
  });

  test.each([
    ["Inclusive", 83.33, 16.67, 100],
    ["NoTax", 100, 0, 100],
    ["Exclusive", 100, 20, 120],
  ])("%s totals", async (LineAmountTypes, SubTotal, TotalTax, Total) => {
    const invoice = invoiceOf(
      await put(openTenant(), approved({}, { LineAmountTypes })),
    );
    expect(invoice).toMatchObject({
      SubTotal,
      TotalTax,
      Total,
      AmountDue: Total,
    });
  });

  test("a subscribed currency gets the day's rate", async () => {
    const invoice = invoiceOf(
      await put(openTenant(), approved({}, { CurrencyCode: "EUR" })),
    );
    expect(invoice).toMatchObject({
      CurrencyCode: "EUR",
      CurrencyRate: 1.164557,
    });
  });

  test("numbers go on from the last and skip taken ones", async () => {
    const tenant = openTenant();
    await put(tenant, approved({}, { InvoiceNumber: "INV-0002" }));
    const numbers = [];
    for (let time = 0; time < 2; time += 1)
      numbers.push(invoiceOf(await put(tenant, approved({}))).InvoiceNumber);
    expect(numbers).toEqual(["INV-0001", "INV-0003"]);
  });

  test("a refused invoice burns no number", async () => {
    const tenant = openTenant();
    await put(tenant, approved({ AccountCode: "999" }));
    expect(invoiceOf(await put(tenant, approved({}))).InvoiceNumber).toBe(
      "INV-0001",
    );
  });
});

describe("unit decimals", () => {
  test("four are kept only when written and read with unitdp=4", async () => {
    const tenant = openTenant();
    const unit = async (number: string, query: string) =>
      invoiceOf(await tenant.call("GET", `/Invoices/${number}${query}`))
        .LineItems[0].UnitAmount;
    const line = { Quantity: 1000, UnitAmount: 0.0617 };
    expect(
      invoiceOf(await put(tenant, approved(line), "?unitdp=4")).SubTotal,
    ).toBe(61.7);
    expect(invoiceOf(await put(tenant, approved(line))).SubTotal).toBe(60);
    expect(await unit("INV-0001", "?unitdp=4")).toBe(0.0617);
    expect(await unit("INV-0001", "")).toBe(0.06);
    expect(await unit("INV-0002", "?unitdp=4")).toBe(0.06);
  });
});

describe("refusals", () => {
  const line = (more: object) => approved(more);
  const head = (more: object) => approved({}, more);
  test.each([
    [
      head({ Contact: undefined }),
      ["A Contact must be specified for this type of transaction"],
    ],
    [
      head({ Contact: {} }),
      [
        "The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber",
      ],
    ],
    [
      head({ Contact: { ContactNumber: "C9" } }),
      [
        "The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.",
      ],
    ],
    [
      head({ DueDate: undefined }),
      ["The document DueDate field must be specified."],
    ],
    [head({ LineItems: [] }), ["One or more line items must be specified"]],
    [
      head({ CurrencyCode: "USD" }),
      ["Organisation is not subscribed to currency USD"],
    ],
    [head({ Status: "PAID" }), ["Invoice not of valid status for creation"]],
    [
      head({ Date: "2025-12-31" }),
      [
        "The document date cannot be before the period lock date, currently set at 31-Dec-2025",
      ],
    ],
    [
      head({ Date: "2024-06-01" }),
      [
        "The document date cannot be before the end of year lock date, currently set at 31-Dec-2024",
      ],
    ],
    [
      line({ AccountCode: undefined }),
      [
        "Account code or ID must be specified",
        "The TaxType field is mandatory",
      ],
    ],
    [
      line({ AccountCode: "999" }),
      ["Account code '999' is not a valid code for this document."],
    ],
    [
      line({ AccountCode: "090" }),
      ["Account code '090' is not a valid code for this document."],
    ],
    [
      line({ AccountCode: "610" }),
      ["Account code '610' is not a valid code for this document."],
    ],
    [
      line({ AccountCode: "300" }),
      [
        "Account code '300' has been archived, or has been deleted. Each line item must reference a valid account.",
      ],
    ],
    [
      line({ TaxType: "GST on Income" }),
      [
        "The TaxType code GST on Income does not exist or cannot be used for this type of transaction.",
        "The TaxType code 'GST on Income' cannot be used with account code '200'.",
      ],
    ],
    [
      line({ TaxType: "INPUT2" }),
      ["The TaxType code 'INPUT2' cannot be used with account code '200'."],
    ],
    [line({ ItemCode: "NOPE" }), ["Item code 'NOPE' is not valid"]],
    [
      line({ LineAmount: 1 }),
      ["The line total 1.00 does not match the expected line total 100.00"],
    ],
    [
      line({ TaxAmount: 101 }),
      ["The tax amount cannot be greater than the line amount!"],
    ],
    [
      line({ Tracking: [{ Name: "Region", Option: "West" }] }),
      ["There is no ACTIVE tracking option with the name 'West'"],
    ],
  ])("%j", async (invoice, expected) => {
    const tenant = openTenant();
    const answer = await put(tenant, invoice);
    expect(answer.status).toBe(400);
    expect(messages(answer)).toEqual(expected);
    expect(answer.body.Elements[0]).toMatchObject({
      InvoiceID: "00000000-0000-0000-0000-000000000000",
      HasErrors: true,
    });
    expect(tenant.xero.books().invoices).toEqual([]);
  });

  test("a number is used once, whatever its case, and freed by deletion", async () => {
    const tenant = openTenant();
    const numbered = {
      ...approved({}),
      Status: "DRAFT",
      InvoiceNumber: "HS-1",
    };
    const { InvoiceID } = invoiceOf(await put(tenant, numbered));
    const again = await put(tenant, { ...numbered, InvoiceNumber: "hs-1" });
    expect(messages(again)).toEqual(["Invoice # must be unique."]);
    await post(tenant, { InvoiceID, Status: "DELETED" });
    expect((await put(tenant, numbered)).status).toBe(200);
  });

  test("line errors stand on the line as well as on the document", async () => {
    const good = { Description: "x", UnitAmount: 1, AccountCode: "200" };
    const answer = await put(
      openTenant(),
      approved({}, { LineItems: [good, { ...good, AccountCode: "999" }] }),
    );
    const lines = answer.body.Elements[0].LineItems;
    expect(lines[0].ValidationErrors).toEqual([]);
    expect(lines[1].ValidationErrors).toEqual([
      { Message: messages(answer)[0] },
    ]);
  });

  test("with summarizeErrors=false good and bad invoices come back side by side", async () => {
    const tenant = openTenant();
    const answer = await tenant.call("PUT", "/Invoices?summarizeErrors=false", {
      Invoices: [approved({ AccountCode: "999" }), approved({})],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.Invoices).toEqual([
      expect.objectContaining({
        StatusAttributeString: "ERROR",
        HasErrors: true,
      }),
      expect.objectContaining({
        StatusAttributeString: "OK",
        HasErrors: false,
      }),
    ]);
    expect(tenant.xero.books().invoices).toHaveLength(1);
  });

  test("a draft with an unknown account loses it and is warned", async () => {
    const invoice = invoiceOf(
      await put(
        openTenant(),
        { ...approved({ AccountCode: "476" }), Status: "DRAFT" },
        "?summarizeErrors=false",
      ),
    );
    expect(invoice).toMatchObject({
      StatusAttributeString: "WARNING",
      Warnings: [
        {
          Message:
            "Account code '476' has been removed as it does not match a recognised account.",
        },
      ],
    });
  });

  test.each([{ Date: "31/12/2026" }, { Date: "2026-02-30" }])(
    "%j is no date",
    async (dates) => {
      const answer = await put(openTenant(), approved({}, dates));
      expect(answer.body).toMatchObject({
        ErrorNumber: 14,
        Message: `JSON for post data was invalid,Could not convert string to DateTime: ${dates.Date}. Path 'Invoices[0].Date'.`,
      });
    },
  );
});

describe("contacts on invoices", () => {
  test("an unknown name makes a contact, a known one in any case is used", async () => {
    const tenant = openTenant();
    await put(tenant, approved({}, { Contact: { Name: "Fresh Ltd" } }));
    await put(tenant, approved({}, { Contact: { Name: "FRESH LTD" } }));
    const fresh = tenant.xero.books().contacts.slice(2);
    expect(fresh).toEqual([
      expect.objectContaining({ Name: "Fresh Ltd", IsCustomer: true }),
    ]);
  });

  test("fields sent along with a ContactID change the contact", async () => {
    const tenant = openTenant();
    const { ContactID } = tenant.xero.books().contacts[0]!;
    await put(
      tenant,
      approved({}, { Contact: { ContactID, Name: "Renamed" } }),
    );
    expect(tenant.xero.books().contacts[0]!.Name).toBe("Renamed");
  });

  test("a refused invoice leaves no contact behind", async () => {
    const tenant = openTenant();
    await put(
      tenant,
      approved({ AccountCode: "999" }, { Contact: { Name: "Fresh" } }),
    );
    expect(tenant.xero.books().contacts).toHaveLength(2);
  });

  test("what is owed shows on the contact", async () => {
    const tenant = openTenant();
    await put(tenant, approved({}));
    await put(
      tenant,
      approved({}, { Date: "2026-10-01", DueDate: "2026-11-01" }),
    );
    const answer = await tenant.call("GET", "/Contacts?page=1");
    expect(answer.body.Contacts[0].Balances).toEqual({
      AccountsReceivable: { Outstanding: 240, Overdue: 120 },
      AccountsPayable: { Outstanding: 0, Overdue: 0 },
    });
  });
});

describe("changes", () => {
  async function stored(status: string, tenant = openTenant()) {
    const { InvoiceID, LineItems } = invoiceOf(
      await put(tenant, { ...approved({}), Status: status }),
    );
    return { tenant, InvoiceID: InvoiceID as string, LineItems };
  }

  test.each([
    ["DRAFT", "SUBMITTED"],
    ["DRAFT", "AUTHORISED"],
    ["DRAFT", "DELETED"],
    ["SUBMITTED", "DRAFT"],
    ["SUBMITTED", "AUTHORISED"],
    ["SUBMITTED", "DELETED"],
    ["AUTHORISED", "VOIDED"],
  ])("%s may become %s", async (from, Status) => {
    const { tenant, InvoiceID } = await stored(from);
    tenant.clock.advance(5000);
    const invoice = invoiceOf(await post(tenant, { InvoiceID, Status }));
    expect(invoice).toMatchObject({
      Status,
      UpdatedDateUTC: "/Date(1795428005000+0000)/",
    });
  });

  test.each([
    ["DRAFT", "VOIDED"],
    ["AUTHORISED", "DRAFT"],
    ["AUTHORISED", "DELETED"],
    ["AUTHORISED", "SUBMITTED"],
  ])("%s may not become %s", async (from, Status) => {
    const { tenant, InvoiceID } = await stored(from);
    expect(messages(await post(tenant, { InvoiceID, Status }))).toEqual([
      "Invoice not of valid status for modification",
    ]);
  });

  test("a voided invoice owes nothing and stays as it is", async () => {
    const { tenant, InvoiceID } = await stored("AUTHORISED");
    const voided = tenant.xero.person().voidInvoice(InvoiceID);
    expect(voided).toMatchObject({
      Status: "VOIDED",
      AmountDue: 0,
      Total: 120,
    });
    expect(messages(await post(tenant, { InvoiceID, Reference: "x" }))).toEqual(
      ["Invoice not of valid status for modification"],
    );
  });

  test("fields left out stay", async () => {
    const { tenant, InvoiceID, LineItems } = await stored("AUTHORISED");
    const invoice = invoiceOf(
      await post(tenant, { InvoiceID, Reference: "PO 7" }),
    );
    expect(invoice).toMatchObject({
      Reference: "PO 7",
      InvoiceNumber: "INV-0001",
      LineItems,
    });
  });

  test("posted lines replace all lines, and one with its id is changed", async () => {
    const { tenant, InvoiceID, LineItems } = await stored("DRAFT");
    const { LineItemID } = LineItems[0];
    const invoice = invoiceOf(
      await tenant.call("POST", `/Invoices/${InvoiceID}`, {
        LineItems: [
          { Description: "New", UnitAmount: 1, AccountCode: "260" },
          { LineItemID, Quantity: 3 },
        ],
      }),
    );
    expect(invoice.LineItems).toEqual([
      expect.objectContaining({ Description: "New", LineAmount: 1 }),
      expect.objectContaining({
        LineItemID,
        Description: "Consulting",
        LineAmount: 300,
        TaxAmount: 60,
      }),
    ]);
    expect(invoice.Total).toBe(361.2);
    const fewer = invoiceOf(
      await post(tenant, { InvoiceID, LineItems: [{ LineItemID }] }),
    );
    expect(fewer.Total).toBe(360);
  });

  test("a line amount that gave the price is kept to the cent", async () => {
    const tenant = openTenant();
    const LineItems = [
      { Description: "x", Quantity: 3, LineAmount: 100, AccountCode: "200" },
    ];
    const { InvoiceID } = invoiceOf(
      await put(tenant, approved({}, { LineItems })),
    );
    expect(
      invoiceOf(await post(tenant, { InvoiceID, Reference: "r" })).SubTotal,
    ).toBe(100);
  });

  test("another way of taxing computes every line again", async () => {
    const { tenant, InvoiceID } = await stored("DRAFT");
    const invoice = invoiceOf(
      await post(tenant, { InvoiceID, LineAmountTypes: "Inclusive" }),
    );
    expect(invoice).toMatchObject({
      SubTotal: 83.33,
      TotalTax: 16.67,
      Total: 100,
    });
  });

  test("POST finds a sales invoice by its number", async () => {
    const { tenant } = await stored("DRAFT");
    const invoice = invoiceOf(
      await post(tenant, {
        Type: "ACCREC",
        InvoiceNumber: "INV-0001",
        Reference: "found",
      }),
    );
    expect(invoice.Reference).toBe("found");
    expect(tenant.xero.books().invoices).toHaveLength(1);
  });

  test("an unknown id is refused", async () => {
    const answer = await post(openTenant(), {
      InvoiceID: "5040915e-8ce7-4177-8d08-fde416232f18",
    });
    expect(messages(answer)).toEqual([
      "The document with the supplied id was not found for this endpoint.",
    ]);
  });

  test("a document in a locked period cannot be edited", async () => {
    const { tenant, InvoiceID } = await stored("AUTHORISED");
    tenant.xero.books().organisation.EndOfYearLockDate = "2026-11-30";
    expect(messages(await post(tenant, { InvoiceID, Reference: "x" }))).toEqual(
      [
        "The document cannot be edited as it is currently dated before the end of year lock date",
      ],
    );
  });

  test("money of a part-paid invoice stands, its texts do not", async () => {
    const { tenant, InvoiceID, LineItems } = await stored("AUTHORISED");
    const [invoice] = tenant.xero.books().invoices;
    Object.assign(invoice!, { AmountPaid: 20, AmountDue: 100 });
    const LineItem = { LineItemID: LineItems[0].LineItemID };
    const changed = await post(tenant, {
      InvoiceID,
      Reference: "x",
      DueDate: "2027-01-31",
      LineItems: [{ ...LineItem, Description: "Advice" }],
    });
    expect(invoiceOf(changed)).toMatchObject({
      Reference: "x",
      AmountDue: 100,
    });
    for (const refused of [
      { LineItems: [{ ...LineItem, UnitAmount: 90 }] },
      { Date: "2026-11-22" },
      { LineAmountTypes: "Inclusive" },
    ])
      expect(messages(await post(tenant, { InvoiceID, ...refused }))).toEqual([
        "This document cannot be edited as it has a payment or credit note allocated to it.",
      ]);
    expect(
      messages(await post(tenant, { InvoiceID, Status: "VOIDED" })),
    ).toEqual([
      "The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.",
    ]);
  });

  test("an approved invoice of nothing is paid", async () => {
    const invoice = invoiceOf(
      await put(openTenant(), approved({ UnitAmount: 0 })),
    );
    expect(invoice).toMatchObject({
      Status: "PAID",
      FullyPaidOnDate: "/Date(1795392000000+0000)/",
    });
  });
});

describe("lists", () => {
  async function three() {
    const tenant = openTenant();
    for (const Reference of ["HS-1", "HS-2", "HS-3"]) {
      await put(tenant, approved({}, { Reference }));
      tenant.clock.advance(60_000);
    }
    return tenant;
  }
  const references = (answer: Answer) =>
    answer.body.Invoices.map(
      ({ Reference }: { Reference: string }) => Reference,
    );

  test.each([
    ["where=" + encodeURIComponent('Reference=="hs-2"'), ["HS-2"]],
    [
      "where=" +
        encodeURIComponent('Contact.Name=="City Limousines" AND AmountDue>0'),
      ["HS-1", "HS-2", "HS-3"],
    ],
    ["where=" + encodeURIComponent("Date<DateTime(2026,11,23)"), []],
    ["InvoiceNumbers=INV-0001,inv-0003", ["HS-1", "HS-3"]],
    ["Statuses=DRAFT,VOIDED", []],
    ["Statuses=AUTHORISED&order=Reference%20DESC", ["HS-3", "HS-2", "HS-1"]],
    ["searchTerm=0002", ["HS-2"]],
    ["page=2&pageSize=2", ["HS-3"]],
  ])("%s", async (query, expected) => {
    const tenant = await three();
    expect(references(await tenant.call("GET", `/Invoices?${query}`))).toEqual(
      expected,
    );
  });

  test("IDs and ContactIDs", async () => {
    const tenant = await three();
    const { InvoiceID, Contact } = tenant.xero.books().invoices[1]!;
    const list = async (query: string) =>
      references(await tenant.call("GET", `/Invoices?${query}`));
    expect(await list(`IDs=${InvoiceID}`)).toEqual(["HS-2"]);
    expect(await list(`ContactIDs=${Contact.ContactID}`)).toHaveLength(3);
    expect(await list(`ContactIDs=${InvoiceID}`)).toEqual([]);
  });

  test("If-Modified-Since gives what changed since, to the second", async () => {
    const tenant = await three();
    const answer = await tenant.call("GET", "/Invoices", undefined, {
      "if-modified-since": "2026-11-23T10:01:00",
    });
    expect(references(answer)).toEqual(["HS-2", "HS-3"]);
  });

  test("only pages have lines", async () => {
    const tenant = await three();
    const first = async (query: string) =>
      (await tenant.call("GET", `/Invoices${query}`)).body.Invoices[0];
    expect((await first("")).LineItems).toEqual([]);
    expect((await first("?page=1")).LineItems).toHaveLength(1);
    const summary = await first("?page=1&summaryOnly=true");
    expect(summary.LineItems).toEqual([]);
    expect(summary).not.toHaveProperty("Payments");
    expect(summary).not.toHaveProperty("HasAttachments");
  });
});

describe("sending", () => {
  test("an approved invoice is emailed and then marked as sent", async () => {
    const tenant = openTenant();
    await put(tenant, approved({}));
    const answer = await tenant.call("POST", "/Invoices/INV-0001/Email", {});
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const read = await tenant.call("GET", "/Invoices/INV-0001");
    expect(read.body.Invoices[0].SentToContact).toBe(true);
  });

  test("drafts and contacts without an address cannot be emailed", async () => {
    const tenant = openTenant();
    await put(tenant, { ...approved({}), Status: "DRAFT" });
    await put(tenant, approved({}, { Contact: { Name: "No mail" } }));
    for (const number of ["INV-0001", "INV-0002"])
      expect(
        (await tenant.call("POST", `/Invoices/${number}/Email`)).status,
      ).toBe(400);
  });

  test("approved invoices have an online address, drafts have none", async () => {
    const tenant = openTenant();
    await put(tenant, approved({}));
    await put(tenant, { ...approved({}), Status: "DRAFT" });
    const online = await tenant.call("GET", "/Invoices/INV-0001/OnlineInvoice");
    expect(online.body.OnlineInvoices).toEqual([
      {
        OnlineInvoiceUrl: expect.stringMatching(
          /^https:\/\/in\.xero\.com\/\w+$/,
        ),
      },
    ]);
    expect(
      (await tenant.call("GET", "/Invoices/INV-0002/OnlineInvoice")).status,
    ).toBe(400);
  });
});
