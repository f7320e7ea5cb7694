import { createXeroClient, type XeroClient } from "../../src/xero/client";
import { CONTACT_ID, INVOICE_ID, xeroInvoice } from "../builders";
import { creditNoteWire } from "../creditNote/creditNoteWire";
import { scriptedSend, type Reply } from "../scriptedSend";

const start = (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  const xero = createXeroClient({ send: script.send, tenantId: "tenant-1" });
  return { script, xero };
};
const TENANT = { "Xero-Tenant-Id": "tenant-1" };
const PAGE = { since: "2026-11-23T10:00:00.120Z", page: 2, pageSize: 50 };
const SINCE = { ...TENANT, "If-Modified-Since": "2026-11-23T10:00:00" };
const CHANGED = { order: "UpdatedDateUTC ASC", page: 2, pageSize: 50 };
const NEWEST = { order: "UpdatedDateUTC DESC", page: 1, pageSize: 3 };

interface List {
  what: string;
  run: (xero: XeroClient) => Promise<object[]>;
  collection: string;
  query: object;
  headers: object;
}

const LISTS: List[] = [
  {
    what: "invoices by id",
    run: (xero) => xero.invoices(["a", "b"]),
    collection: "Invoices",
    query: { IDs: "a,b", page: 1, unitdp: 4 },
    headers: TENANT,
  },
  {
    what: "payments that changed",
    run: (xero) => xero.changedPayments(PAGE),
    collection: "Payments",
    query: CHANGED,
    headers: SINCE,
  },
  {
    what: "overpayments that changed",
    run: (xero) => xero.changedOverpayments(PAGE),
    collection: "Overpayments",
    query: CHANGED,
    headers: SINCE,
  },
  {
    what: "prepayments that changed",
    run: (xero) => xero.changedPrepayments(PAGE),
    collection: "Prepayments",
    query: CHANGED,
    headers: SINCE,
  },
  {
    what: "credit notes that changed",
    run: (xero) => xero.changedCreditNotes(PAGE),
    collection: "CreditNotes",
    query: { ...CHANGED, unitdp: 4 },
    headers: SINCE,
  },
  {
    what: "sales invoices that changed",
    run: (xero) => xero.changedInvoices(PAGE),
    collection: "Invoices",
    query: { ...CHANGED, where: 'Type=="ACCREC"', unitdp: 4 },
    headers: SINCE,
  },
  {
    what: "the newest payments on sales invoices",
    run: (xero) => xero.newestPayments(3),
    collection: "Payments",
    query: { ...NEWEST, where: 'PaymentType=="ACCRECPAYMENT"' },
    headers: TENANT,
  },
  {
    what: "the newest overpayments",
    run: (xero) => xero.newestOverpayments(3),
    collection: "Overpayments",
    query: NEWEST,
    headers: TENANT,
  },
  {
    what: "the newest prepayments",
    run: (xero) => xero.newestPrepayments(3),
    collection: "Prepayments",
    query: NEWEST,
    headers: TENANT,
  },
  {
    what: "the newest sales credit notes that are no drafts",
    run: (xero) => xero.newestCreditNotes(3),
    collection: "CreditNotes",
    query: {
      ...NEWEST,
      where: 'Type=="ACCRECCREDIT" AND Status!="DRAFT"',
    },
    headers: TENANT,
  },
  {
    what: "the newest sales invoices",
    run: (xero) => xero.newestInvoices(3),
    collection: "Invoices",
    query: { ...NEWEST, where: 'Type=="ACCREC"' },
    headers: TENANT,
  },
  {
    what: "approved sales invoices due in a span of days",
    run: (xero) => xero.overdueInvoices("2026-11-16", "2026-11-23"),
    collection: "Invoices",
    query: {
      where:
        'Type=="ACCREC" AND Status=="AUTHORISED" AND DueDate>=DateTime(2026,11,16) AND DueDate<DateTime(2026,11,23)',
      page: 1,
      pageSize: 1000,
      unitdp: 4,
    },
    headers: TENANT,
  },
  {
    what: "sales invoices with a text in their reference",
    run: (xero) => xero.invoicesByReferencePart('HS-"7'),
    collection: "Invoices",
    query: {
      where:
        'Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-""7")',
      page: 1,
      pageSize: 1000,
      unitdp: 4,
    },
    headers: TENANT,
  },
];

describe.each(LISTS)("$what", ({ run, collection, query, headers }) => {
  const call = `GET xero /${collection}`;

  it("are asked for in one request, and handed out as they came", async () => {
    const records = [{ Reference: "a" }, { Reference: "b" }];
    const { script, xero } = start({ call, body: { [collection]: records } });
    expect(await run(xero)).toEqual(records);
    expect(script.requests).toEqual([
      {
        vendor: "xero",
        method: "GET",
        path: `/api.xro/2.0/${collection}`,
        query,
        headers,
      },
    ]);
  });

  it("are never taken for none where the answer holds no list", async () => {
    const { xero } = start({ call, body: { Status: "OK" } });
    await expect(run(xero)).rejects.toMatchObject({
      kind: "server",
      vendor: "xero",
      message: `Xero's answer about ${collection} holds no list. Run this step again: nothing is made twice.`,
    });
  });
});

it.each<[what: string, run: (xero: XeroClient) => Promise<object[]>]>([
  ["due in a span", (xero) => xero.overdueInvoices("2026-11-16", "2026-11-23")],
  ["of a reference", (xero) => xero.invoicesByReferencePart("HS-701")],
])(
  "invoices %s are read to the first page that is not full",
  async (_, run) => {
    const call = "GET xero /Invoices";
    const page = (count: number, first = 0) =>
      Array.from({ length: count }, (_entry, index) => ({
        InvoiceID: `${first + index}`,
      }));
    const { script, xero } = start(
      { call, body: { Invoices: page(1000) } },
      { call, body: { Invoices: page(1000, 1000) } },
      { call, body: { Invoices: page(1, 2000) } },
    );
    expect(await run(xero)).toEqual(page(2001));
    expect(script.requests.map(({ query }) => query?.["page"])).toEqual([
      1, 2, 3,
    ]);
  },
);

describe("one invoice", () => {
  const call = "GET xero /Invoices/INV%2F0042%20B";

  it("is read by id or number with four decimals, its characters encoded", async () => {
    const body = { Invoices: [xeroInvoice()] };
    const { script, xero } = start({ call, body });
    expect(await xero.findInvoiceById("INV/0042 B")).toEqual(xeroInvoice());
    expect(script.requests).toEqual([
      {
        vendor: "xero",
        method: "GET",
        path: "/api.xro/2.0/Invoices/INV%2F0042%20B",
        query: { unitdp: 4 },
        headers: TENANT,
      },
    ]);
  });

  it.each([
    ["no list", {}],
    ["nothing", { Invoices: [] }],
    ["no InvoiceID", { Invoices: [{ InvoiceNumber: "INV-0042" }] }],
  ])("whose answer names %s may exist all the same", async (_, body) => {
    const { xero } = start({ call, body });
    const met = {
      kind: "server",
      vendor: "xero",
      message:
        "Xero's answer about invoice INV/0042 B names no invoice. Run this step again.",
    };
    await expect(xero.findInvoiceById("INV/0042 B")).rejects.toMatchObject(met);
  });

  it("that Xero does not have is none", async () => {
    const body = "The resource you're looking for cannot be found";
    const { xero } = start({ call, status: 404, body });
    expect(await xero.findInvoiceById("INV/0042 B")).toBeUndefined();
  });

  it("is found by its number", async () => {
    const { xero } = start({ call, body: { Invoices: [xeroInvoice()] } });
    const found = await xero.findInvoiceById("INV/0042 B");
    expect(found?.InvoiceID).toBe(INVOICE_ID);
  });

  const bill = xeroInvoice({ Type: "ACCPAY", InvoiceID: "bill" });
  const deleted = xeroInvoice({ InvoiceID: "draft", Status: "DELETED" });

  it.each([
    ["is found", [deleted, xeroInvoice()], INVOICE_ID],
    ["is none where there is no other", [], undefined],
    ["is none where only a deleted draft had it", [deleted], undefined],
  ])("whose number a bill has too %s", async (_, others, id) => {
    const { script, xero } = start(
      { call, body: { Invoices: [bill] } },
      { call: "GET xero /Invoices", body: { Invoices: others } },
    );
    expect((await xero.findInvoiceById("INV/0042 B"))?.InvoiceID).toBe(id);
    expect(script.requests[1]?.query).toEqual({
      where: 'Type=="ACCREC" AND InvoiceNumber=="INV/0042 B"',
      page: 1,
      unitdp: 4,
    });
  });

  it("that is a bill by its id is none, at one call", async () => {
    const { script, xero } = start({
      call: "GET xero /Invoices/bill",
      body: { Invoices: [bill] },
    });
    expect(await xero.findInvoiceById("bill")).toBeUndefined();
    expect(script.calls).toHaveLength(1);
  });

  it.each([
    [401, "auth"],
    [403, "permission"],
    [429, "rateLimit"],
    [500, "server"],
  ])("is not missing at status %i", async (status, kind) => {
    const { xero } = start({ call, status, body: "" });
    await expect(xero.findInvoiceById("INV/0042 B")).rejects.toMatchObject({
      kind,
      status,
    });
  });
});

it("a reference is searched for as it stands, its quotes doubled", async () => {
  const Reference = 'He said "yes"';
  const body = { Invoices: [xeroInvoice({ Reference })] };
  const { script, xero } = start({ call: "GET xero /Invoices", body });
  const found = await xero.findInvoiceByReference(Reference, "it", CONTACT_ID);
  expect(found?.InvoiceID).toBe(INVOICE_ID);
  expect(script.requests).toEqual([
    {
      vendor: "xero",
      method: "GET",
      path: "/api.xro/2.0/Invoices",
      query: {
        where: `Type=="ACCREC" AND Reference=="He said ""yes""" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
        page: 1,
        unitdp: 4,
      },
      headers: TENANT,
    },
  ]);
});

it("of a contact's credit notes, the living sales ones with exactly the reference are found", async () => {
  const Reference = "Credit for INV-0042";
  const note = (CreditNoteID: string, changes = {}) =>
    creditNoteWire({ CreditNoteID, Reference, ...changes });
  const CreditNotes = [
    note("supplier's", { Type: "ACCPAYCREDIT" }),
    note("longer", { Reference: `${Reference}1` }),
    note("other case", { Reference: Reference.toLowerCase() }),
    note("voided", { Status: "VOIDED" }),
    note("deleted", { Status: "DELETED" }),
    note("approved"),
    note("used up", { Status: "PAID" }),
  ];
  const call = "GET xero /CreditNotes";
  const { script, xero } = start({ call, body: { CreditNotes } });
  const found = await xero.findCreditNotes(Reference, CONTACT_ID);
  expect(found.map(({ CreditNoteID }) => CreditNoteID)).toEqual([
    "approved",
    "used up",
  ]);
  expect(script.requests).toEqual([
    {
      vendor: "xero",
      method: "GET",
      path: "/api.xro/2.0/CreditNotes",
      query: {
        where: `Reference=="${Reference}" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
        page: 1,
        unitdp: 4,
      },
      headers: TENANT,
    },
  ]);
});

describe("writing", () => {
  const NOTE = "the credit note for INV-0042";
  const ON = "credit note CN-0007 on INV-0042";
  const PUT_NOTE = "PUT xero /CreditNotes";
  const PUT_ALLOCATION = "PUT xero /CreditNotes/note-1/Allocations";
  const EMAIL = `POST xero /Invoices/${INVOICE_ID}/Email`;
  const allocation = {
    Invoice: { InvoiceID: INVOICE_ID },
    Amount: 100.5,
    Date: "2026-11-23",
  };
  const createNote = (xero: XeroClient) =>
    xero.createCreditNote({ Type: "ACCRECCREDIT" }, NOTE, "key-1");
  const allocate = (xero: XeroClient) =>
    xero.allocate({ type: "credit_note", id: "note-1" }, allocation, ON);
  const email = (xero: XeroClient) =>
    xero.emailInvoice(INVOICE_ID, "the e-mail");

  it("a credit note goes with PUT, four decimals and the key", async () => {
    const body = { CreditNotes: [creditNoteWire()] };
    const { script, xero } = start({ call: PUT_NOTE, body });
    expect(await createNote(xero)).toEqual(creditNoteWire());
    expect(script.requests).toEqual([
      {
        vendor: "xero",
        method: "PUT",
        path: "/api.xro/2.0/CreditNotes",
        query: { summarizeErrors: true, unitdp: 4 },
        headers: { ...TENANT, "Idempotency-Key": "key-1" },
        body: { CreditNotes: [{ Type: "ACCRECCREDIT" }] },
      },
    ]);
  });

  it("an allocation goes with PUT to its credit note, and without a key", async () => {
    const { script, xero } = start({ call: PUT_ALLOCATION });
    await allocate(xero);
    expect(script.requests).toEqual([
      {
        vendor: "xero",
        method: "PUT",
        path: "/api.xro/2.0/CreditNotes/note-1/Allocations",
        headers: TENANT,
        body: { Allocations: [allocation] },
      },
    ]);
  });

  it("an e-mail goes with POST and an empty body", async () => {
    const { script, xero } = start({ call: EMAIL, status: 204, body: "" });
    await email(xero);
    expect(script.requests).toEqual([
      {
        vendor: "xero",
        method: "POST",
        path: `/api.xro/2.0/Invoices/${INVOICE_ID}/Email`,
        headers: TENANT,
        body: {},
      },
    ]);
  });

  it.each([
    ["no list", {}],
    ["nothing", { CreditNotes: [] }],
    ["no CreditNoteID", { CreditNotes: [{ CreditNoteNumber: "CN-0007" }] }],
  ])("a credit note whose answer names %s may exist", async (_, body) => {
    const { xero } = start({ call: PUT_NOTE, body });
    await expect(createNote(xero)).rejects.toMatchObject({
      kind: "server",
      vendor: "xero",
      message: `Xero did not say what became of ${NOTE}. Run this step again: nothing is made twice.`,
    });
  });

  const refusal = (Message: string) => ({
    Message: "A validation exception occurred",
    Elements: [{ ValidationErrors: [{ Message }] }],
  });
  const LOCKED =
    "The document date cannot be before the period lock date, currently set at 30 Nov 2026";
  const TOO_MUCH =
    "Credit Note cannot be allocated as amount is greater than amount outstanding";

  it.each<
    [
      what: string,
      run: (xero: XeroClient) => Promise<unknown>,
      answer: Reply,
      met: object,
    ]
  >([
    [
      "a credit note in a locked period",
      createNote,
      { call: PUT_NOTE, status: 400, body: refusal(LOCKED) },
      {
        kind: "validation",
        vendorText: LOCKED,
        message: `Xero refused ${NOTE}: ${LOCKED}. The period is locked in Xero: choose a later date, or move the lock date.`,
      },
    ],
    [
      "a credit note whose key was used for another a moment ago",
      createNote,
      {
        call: PUT_NOTE,
        status: 400,
        body: refusal("The key was used with a different request."),
      },
      { kind: "busy", retryAfterSeconds: 360 },
    ],
    [
      "an allocation of more than is left",
      allocate,
      { call: PUT_ALLOCATION, status: 400, body: refusal(TOO_MUCH) },
      {
        kind: "validation",
        message: `Xero refused ${ON}: ${TOO_MUCH}.`,
      },
    ],
    [
      "an allocation of a credit note that is gone",
      allocate,
      { call: PUT_ALLOCATION, status: 404, body: "" },
      {
        kind: "notFound",
        message: `Xero cannot find ${ON}. Check the ID and the organisation.`,
      },
    ],
    [
      "an allocation that Xero fails on",
      allocate,
      { call: PUT_ALLOCATION, status: 500, body: "" },
      {
        kind: "server",
        message: `Xero failed (500) on ${ON}. Run this step again: nothing is made twice.`,
      },
    ],
    [
      "an allocation whose answer cannot be read",
      allocate,
      { call: PUT_ALLOCATION, body: "<html>" },
      {
        kind: "server",
        message: `Xero's answer about ${ON} could not be read. Run this step again: nothing is made twice.`,
      },
    ],
    [
      "an e-mail for which the connection lacks the scope",
      email,
      { call: EMAIL, status: 401, body: { Detail: "insufficient_scope" } },
      { kind: "permission" },
    ],
  ])("%s is an error of its kind", async (_, run, answer, met) => {
    const { xero } = start(answer);
    await expect(run(xero)).rejects.toMatchObject({ vendor: "xero", ...met });
  });
});
