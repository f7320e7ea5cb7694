import { bookCreditNote, bookInvoice, read } from "./booked";
import { CITY, messages, openTenant } from "./tenant";
import type { Answer, Tenant } from "./tenant";

const noteOf = (answer: Answer) => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.CreditNotes[0];
};
const note = (more: object = {}) => ({
  Type: "ACCRECCREDIT",
  Date: "2026-11-23",
  ...CITY,
  LineItems: [{ Description: "Refund", UnitAmount: 50, AccountCode: "200" }],
  ...more,
});
const put = (tenant: Tenant, more: object = {}, query = "") =>
  tenant.call("PUT", `/CreditNotes${query}`, { CreditNotes: [note(more)] });
const post = (tenant: Tenant, body: object) =>
  tenant.call("POST", "/CreditNotes", body);

describe("making", () => {
  test("a draft is numbered, dated and taxed", async () => {
    const tenant = openTenant();
    const made = noteOf(await put(tenant, { Date: undefined }));
    expect(made).toMatchObject({
      Type: "ACCRECCREDIT",
      Status: "DRAFT",
      CreditNoteNumber: "CN-0001",
      Reference: "",
      DateString: "2026-11-23T00:00:00",
      LineAmountTypes: "Exclusive",
      CurrencyCode: "GBP",
      CurrencyRate: 1,
      SubTotal: 50,
      TotalTax: 10,
      Total: 60,
      RemainingCredit: 60,
      Allocations: [],
      Payments: [],
      BrandingThemeID: tenant.xero.books().brandingThemes[0]!.BrandingThemeID,
      LineItems: [{ TaxType: "OUTPUT2", TaxAmount: 10 }],
      Contact: { Name: "City Limousines" },
    });
    expect(made.ID).toBe(made.CreditNoteID);
    expect(noteOf(await put(tenant)).CreditNoteNumber).toBe("CN-0002");
  });

  test("a supplier's note has the number it is given, or none", async () => {
    const tenant = openTenant();
    const LineItems = [
      { Description: "Ads", UnitAmount: 10, AccountCode: "400" },
    ];
    const bill = { Type: "ACCPAYCREDIT", LineItems };
    expect(noteOf(await put(tenant, bill))).not.toHaveProperty(
      "CreditNoteNumber",
    );
    const numbered = { ...bill, CreditNoteNumber: "S-1" };
    for (const answer of [
      await put(tenant, numbered),
      await put(tenant, numbered),
    ])
      expect(noteOf(answer)).toMatchObject({
        CreditNoteNumber: "S-1",
        TotalTax: 2,
      });
  });

  test("unit amounts keep four decimals for those who ask", async () => {
    const tenant = openTenant();
    const LineItems = [
      {
        Description: "x",
        Quantity: 100,
        UnitAmount: 0.1234,
        AccountCode: "200",
      },
    ];
    const made = noteOf(await put(tenant, { LineItems }, "?unitdp=4"));
    expect(made).toMatchObject({ SubTotal: 12.34, TotalTax: 2.47 });
    const price = async (query: string) =>
      (await tenant.call("GET", `/CreditNotes/${made.CreditNoteID}${query}`))
        .body.CreditNotes[0].LineItems[0].UnitAmount;
    expect([await price(""), await price("?unitdp=4")]).toEqual([0.12, 0.1234]);
  });

  test.each<[object, string]>([
    [
      { LineItems: [{ Description: "x", UnitAmount: 9, DiscountRate: 10 }] },
      "Credit notes do not support discounts.",
    ],
    [
      {
        Status: "AUTHORISED",
        LineItems: [{ Description: "x", UnitAmount: 9, TaxType: "OUTPUT2" }],
      },
      "Account code or ID must be specified",
    ],
    [
      { Status: "AUTHORISED", LineItems: [] },
      "One or more line items must be specified",
    ],
    [
      { Contact: undefined },
      "A Contact must be specified for this type of transaction",
    ],
    [
      { Contact: { ContactNumber: "C9" } },
      "The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.",
    ],
    [{ CurrencyCode: "USD" }, "Organisation is not subscribed to currency USD"],
    [
      { Status: "AUTHORISED", Date: "2025-12-31" },
      "The document date cannot be before the period lock date, currently set at 31-Dec-2025",
    ],
    [{ Status: "VOIDED" }, "Credit Note not of valid status for creation"],
    [{ Type: undefined }, "The Type field must be specified."],
    [{ CreditNoteNumber: "cn-0001" }, "Credit Note # must be unique."],
  ])("%j", async (change, message) => {
    const tenant = openTenant();
    await put(tenant);
    const answer = await put(tenant, change);
    expect(answer.status).toBe(400);
    expect(messages(answer)).toEqual([message]);
    expect(tenant.xero.books().credits).toHaveLength(1);
    expect(noteOf(await put(tenant)).CreditNoteNumber).toBe("CN-0002");
  });

  test("with summarizeErrors=false each stands for itself", async () => {
    const tenant = openTenant();
    const answer = await tenant.call(
      "PUT",
      "/CreditNotes?summarizeErrors=false",
      { CreditNotes: [note(), note({ CurrencyCode: "USD" })] },
    );
    expect(answer.body.CreditNotes).toMatchObject([
      { StatusAttributeString: "OK", CreditNoteNumber: "CN-0001" },
      {
        StatusAttributeString: "ERROR",
        CreditNoteID: "00000000-0000-0000-0000-000000000000",
        HasErrors: true,
      },
    ]);
  });
});

describe("changing", () => {
  test.each([
    ["DRAFT", "SUBMITTED"],
    ["DRAFT", "AUTHORISED"],
    ["DRAFT", "DELETED"],
    ["SUBMITTED", "DRAFT"],
    ["SUBMITTED", "DELETED"],
    ["AUTHORISED", "VOIDED"],
  ])("%s may become %s", async (from, Status) => {
    const tenant = openTenant();
    const { CreditNoteID } = noteOf(await put(tenant, { Status: from }));
    tenant.clock.advance(1_000);
    const changed = await tenant.call("POST", `/CreditNotes/${CreditNoteID}`, {
      Status,
    });
    expect(noteOf(changed)).toMatchObject({
      Status,
      RemainingCredit: /VOIDED|DELETED/.test(Status) ? 0 : 60,
      UpdatedDateUTC: "/Date(1795428001000+0000)/",
    });
  });

  test.each([
    ["DRAFT", "VOIDED"],
    ["AUTHORISED", "DRAFT"],
    ["AUTHORISED", "DELETED"],
  ])("%s may not become %s", async (from, Status) => {
    const tenant = openTenant();
    const { CreditNoteID } = noteOf(await put(tenant, { Status: from }));
    expect(messages(await post(tenant, { CreditNoteID, Status }))).toEqual([
      "Credit Note not of valid status for modification",
    ]);
  });

  test("by id or by number, what is left out stays", async () => {
    const tenant = openTenant();
    const made = noteOf(await put(tenant, { Status: "AUTHORISED" }));
    const { CreditNoteID, LineItems } = made;
    const named = [{ CreditNoteID }, { CreditNoteNumber: "CN-0001" }];
    for (const [place, name] of named.entries())
      expect(
        noteOf(await post(tenant, { ...name, Reference: `r${place}` })),
      ).toMatchObject({
        CreditNoteID,
        Reference: `r${place}`,
        CreditNoteNumber: "CN-0001",
        Status: "AUTHORISED",
        LineItems,
      });
    expect(await read(tenant, "/CreditNotes/CN-0001")).toMatchObject({
      CreditNoteID,
    });
    expect((await tenant.call("GET", "/CreditNotes/CN-9")).status).toBe(404);
  });

  test("an unknown id is refused", async () => {
    const answer = await post(openTenant(), {
      CreditNoteID: "5040915e-8ce7-4177-8d08-fde416232f18",
    });
    expect(messages(answer)).toEqual([
      "An existing Credit Note with the specified CreditNoteID could not be found",
    ]);
  });

  test("the money of a used note stands; it cannot be voided", async () => {
    const tenant = openTenant();
    const { ID: CreditNoteID, LineItems } = bookCreditNote(tenant);
    const { InvoiceID } = bookInvoice(tenant);
    tenant.xero.person().allocate(CreditNoteID, InvoiceID, 20);
    const { LineItemID } = LineItems[0]!;
    for (const change of [
      { LineItems: [{ LineItemID, UnitAmount: 40 }] },
      { Date: "2026-11-22" },
      { Status: "VOIDED" },
    ])
      expect(messages(await post(tenant, { CreditNoteID, ...change }))).toEqual(
        [
          "This document cannot be edited as it has a payment or credit note allocated to it.",
        ],
      );
    expect(
      noteOf(await post(tenant, { CreditNoteID, Reference: "RMA 7" })),
    ).toMatchObject({ Reference: "RMA 7", RemainingCredit: 40 });
  });
});

describe("lists", () => {
  async function three() {
    const tenant = openTenant();
    for (const Reference of ["A", "B", "C"]) {
      bookCreditNote(tenant, { Reference });
      tenant.clock.advance(60_000);
    }
    return tenant;
  }
  const references = (answer: Answer) =>
    answer.body.CreditNotes.map(
      ({ Reference }: { Reference: string }) => Reference,
    );

  test.each([
    ["", ["A", "B", "C"]],
    ["order=Reference%20DESC", ["C", "B", "A"]],
    ["page=2&pageSize=2", ["C"]],
    [`where=${encodeURIComponent('CreditNoteNumber=="CN-0002"')}`, ["B"]],
    [`where=${encodeURIComponent("RemainingCredit>60")}`, []],
    [
      `where=${encodeURIComponent('Contact.Name=="City Limousines" AND Type=="ACCRECCREDIT"')}`,
      ["A", "B", "C"],
    ],
  ])("%s", async (query, expected) => {
    const tenant = await three();
    expect(
      references(await tenant.call("GET", `/CreditNotes?${query}`)),
    ).toEqual(expected);
  });

  test("only pages have lines; If-Modified-Since holds", async () => {
    const tenant = await three();
    const first = async (query: string) =>
      (await tenant.call("GET", `/CreditNotes${query}`)).body.CreditNotes[0];
    expect((await first("")).LineItems).toEqual([]);
    expect((await first("?page=1")).LineItems).toHaveLength(1);
    const since = await tenant.call("GET", "/CreditNotes", undefined, {
      "if-modified-since": "2026-11-23T10:01:00",
    });
    expect(references(since)).toEqual(["B", "C"]);
  });
});
