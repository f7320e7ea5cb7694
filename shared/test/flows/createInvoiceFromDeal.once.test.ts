import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import {
  CONTACT_ID,
  dealOptions,
  INVOICE_ID,
  OTHER_CONTACT_ID,
  xeroContact,
  xeroInvoice,
} from "../builders";
import { connectionReset, scriptedSend, type Reply } from "../scriptedSend";
import {
  companyReply,
  dealReply,
  earlierReply,
  FIND_CONTACTS,
  FIND_INVOICES,
  foundReply,
  GET_DEAL,
  invoiceReply,
  linesReply,
  markReply,
  PATCH_DEAL,
  peopleReply,
  PUT_CONTACT,
  PUT_INVOICE,
  refusal,
  writeBackReply,
} from "./dealReplies";
import { TENANT, warmContext } from "./warmContext";

const start = async (
  replies: Reply[],
  options: Partial<DealInvoiceOptions> = {},
) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  const running = createInvoiceFromDeal(context, "701", dealOptions(options));
  return { script, outcome: await running.catch((error: unknown) => error) };
};
const payer = companyReply({ xero_contact_id: CONTACT_ID });
const patches = (script: { requests: { method: string; body?: unknown }[] }) =>
  script.requests.flatMap(({ method, body }) =>
    method === "PATCH"
      ? [
          (body as { properties: Record<string, string> }).properties[
            "xero_sync_mark"
          ],
        ]
      : [],
  );
const key = (script: {
  requests: {
    path: string;
    method: string;
    headers?: Record<string, string>;
  }[];
}) =>
  script.requests.find(
    ({ method, path }) => method === "PUT" && path.endsWith("/Invoices"),
  )?.headers?.["Idempotency-Key"];

it("a deal that has an invoice costs one call", async () => {
  const { script, outcome } = await start([
    dealReply({ xero_invoice_id: INVOICE_ID, xero_invoice_number: "INV-0042" }),
  ]);
  expect(outcome).toMatchObject({
    outcome: "already_invoiced",
    deal: { billing: { invoiceId: INVOICE_ID } },
  });
  expect(script.calls).toEqual([GET_DEAL]);
});

it("a begun attempt whose invoice exists is found by its reference, and nothing is made", async () => {
  const reference = "The 'Blue' job (HS-701)";
  const { script, outcome } = await start([
    dealReply({ xero_sync_mark: `begun|1|HS-701|${reference}` }),
    earlierReply(xeroInvoice({ Reference: reference })),
    writeBackReply,
  ]);
  expect(script.calls).toEqual([GET_DEAL, FIND_INVOICES, PATCH_DEAL]);
  expect(script.requests[1]?.query).toEqual({
    where: `Type=="ACCREC" AND Reference=="${reference}"`,
    page: 1,
    unitdp: 4,
  });
  expect(script.requests[2]?.body).toMatchObject({
    properties: {
      xero_invoice_id: INVOICE_ID,
      xero_sync_mark: `done|1|HS-701|${reference}`,
    },
  });
  expect(outcome).toMatchObject({
    outcome: "recovered",
    invoice: { id: INVOICE_ID },
  });
});

it("an invoice that was e-mailed by the earlier run is not e-mailed again", async () => {
  const { script, outcome } = await start(
    [
      dealReply({ xero_sync_mark: "begun|1|HS-701|HS-701" }),
      earlierReply(xeroInvoice({ Status: "AUTHORISED", SentToContact: true })),
      writeBackReply,
    ],
    { status: "AUTHORISED", sendEmail: true },
  );
  expect(outcome).toMatchObject({ outcome: "recovered" });
  expect(script.calls).toEqual([GET_DEAL, FIND_INVOICES, PATCH_DEAL]);
});

it.each(["VOIDED", "DELETED"])(
  "a begun attempt whose invoice is %s is taken up again",
  async (Status) => {
    const { script, outcome } = await start([
      dealReply({ xero_sync_mark: "begun|1|HS-701|HS-701" }),
      earlierReply(xeroInvoice({ Status })),
      linesReply(),
      payer,
      markReply,
      invoiceReply(),
      writeBackReply,
    ]);
    expect(outcome).toMatchObject({ outcome: "created" });
    expect(key(script)).toBe(`hubspot-invoice|${TENANT}|HS-701|1`);
  },
);

it("a begun attempt without an invoice goes on under its own number", async () => {
  const { script } = await start([
    dealReply({ xero_sync_mark: "begun|2|HS-701|HS-701" }),
    earlierReply(),
    linesReply(),
    payer,
    markReply,
    invoiceReply(),
    writeBackReply,
  ]);
  expect(patches(script)).toEqual([
    "begun|2|HS-701|HS-701",
    "done|2|HS-701|HS-701",
  ]);
  expect(key(script)).toBe(`hubspot-invoice|${TENANT}|HS-701|2`);
});

it("a refused attempt is searched too, and followed by the next one under another key", async () => {
  const { script } = await start([
    dealReply({ xero_sync_mark: "refused|1|HS-701|HS-701" }),
    earlierReply(),
    linesReply(),
    payer,
    markReply,
    invoiceReply(),
    writeBackReply,
  ]);
  expect(script.calls[1]).toBe(FIND_INVOICES);
  expect(patches(script)).toEqual([
    "begun|2|HS-701|HS-701",
    "done|2|HS-701|HS-701",
  ]);
  expect(key(script)).toBe(`hubspot-invoice|${TENANT}|HS-701|2`);
});

it("an attempt marked refused whose invoice exists all the same is recovered", async () => {
  const { script, outcome } = await start([
    dealReply({ xero_sync_mark: "refused|1|HS-701|HS-701" }),
    earlierReply(xeroInvoice()),
    writeBackReply,
  ]);
  expect(outcome).toMatchObject({ outcome: "recovered" });
  expect(script.calls).toEqual([GET_DEAL, FIND_INVOICES, PATCH_DEAL]);
  expect(patches(script)).toEqual(["done|2|HS-701|HS-701"]);
});

it("a deal without a mark of ours is not searched for", async () => {
  const { script } = await start([
    dealReply({ xero_sync_mark: "done|1|HS-701-1795000000|HS-701-1795000000" }),
    linesReply(),
    payer,
    markReply,
    invoiceReply(),
    writeBackReply,
  ]);
  expect(script.calls).not.toContain(FIND_INVOICES);
  expect(key(script)).toBe(`hubspot-invoice|${TENANT}|HS-701|1`);
});

it("a deal whose invoice was voided and cleared is invoiced again", async () => {
  const { script } = await start([
    dealReply({ xero_sync_mark: "done|1|HS-701|HS-701" }),
    earlierReply(xeroInvoice({ Status: "VOIDED" })),
    linesReply(),
    payer,
    markReply,
    invoiceReply(),
    writeBackReply,
  ]);
  expect(key(script)).toBe(`hubspot-invoice|${TENANT}|HS-701|2`);
});

it("a search for the earlier invoice that fails makes none", async () => {
  const { script, outcome } = await start([
    dealReply({ xero_sync_mark: "begun|1|HS-701|HS-701" }),
    { call: FIND_INVOICES, status: 500 },
  ]);
  expect(outcome).toMatchObject({ kind: "server" });
  expect(script.calls).toEqual([GET_DEAL, FIND_INVOICES]);
});

it("Xero's refusal is written on the deal and told to the user", async () => {
  const { script, outcome } = await start([
    dealReply(),
    linesReply(),
    payer,
    markReply,
    refusal(PUT_INVOICE, "Account must be valid."),
    markReply,
  ]);
  expect(patches(script)).toEqual([
    "begun|1|HS-701|HS-701",
    "refused|1|HS-701|HS-701",
  ]);
  expect(outcome).toMatchObject({
    kind: "validation",
    message:
      'Deal "Website relaunch" was not invoiced. Xero refused the invoice for deal "Website relaunch" to company "Harbour & Finch" (HubSpot 501): Account must be valid.',
  });
});

it("Xero's refusal of the new contact is written on the deal, and no invoice is made", async () => {
  const { script, outcome } = await start([
    dealReply(),
    linesReply(),
    companyReply(),
    peopleReply(),
    foundReply(),
    markReply,
    refusal(PUT_CONTACT, "Email address must be valid."),
    markReply,
  ]);
  expect(patches(script)).toEqual([
    "begun|1|HS-701|HS-701",
    "refused|1|HS-701|HS-701",
  ]);
  expect((outcome as Error).message).toMatch(
    /^Deal "Website relaunch" was not invoiced\. Xero refused company/,
  );
  expect(script.calls).not.toContain(PUT_INVOICE);
});

it("customers that conflict leave neither mark nor contact", async () => {
  const { script, outcome } = await start([
    dealReply(),
    linesReply(),
    companyReply(),
    peopleReply(),
    foundReply(
      xeroContact({ Name: "H&F" }),
      xeroContact({ ContactID: OTHER_CONTACT_ID, EmailAddress: "x@x.example" }),
    ),
  ]);
  expect(outcome).toMatchObject({
    kind: "conflict",
    message: expect.stringMatching(
      /^Deal "Website relaunch" was not invoiced\. Two Xero contacts could be/,
    ) as string,
  });
  expect(script.calls.at(-1)).toBe(FIND_CONTACTS);
});

it("a refusal stands even when the deal cannot be marked", async () => {
  const { outcome } = await start([
    dealReply(),
    linesReply(),
    payer,
    markReply,
    refusal(PUT_INVOICE, "Account must be valid."),
    { call: PATCH_DEAL, status: 502 },
  ]);
  expect(outcome).toMatchObject({ kind: "validation", vendor: "xero" });
});

it.each<[string, Partial<Reply>, string]>([
  ["a connection that breaks", { breaks: connectionReset() }, "server"],
  ["a failure of Xero's", { status: 500 }, "server"],
  ["an answer that cannot be read", { body: "<html>" }, "server"],
  ["a minute limit", { status: 429 }, "rateLimit"],
  [
    "another attempt under way",
    {
      status: 400,
      body: { Message: "Idempotency Key: k is used with a different request." },
    },
    "busy",
  ],
])("after %s the mark stays begun", async (_, reply, kind) => {
  const { script, outcome } = await start([
    dealReply(),
    linesReply(),
    payer,
    markReply,
    { call: PUT_INVOICE, ...reply },
  ]);
  expect(outcome).toMatchObject({ kind });
  expect(patches(script)).toEqual(["begun|1|HS-701|HS-701"]);
});

it.each<[string, Reply[]]>([
  ["", [payer]],
  [", the contact neither", [companyReply(), peopleReply(), foundReply()]],
])("without the mark on the deal nothing is created%s", async (_, customer) => {
  const { script, outcome } = await start([
    dealReply(),
    linesReply(),
    ...customer,
    { call: PATCH_DEAL, status: 502 },
  ]);
  expect(outcome).toMatchObject({ kind: "server", vendor: "hubspot" });
  expect(script.calls.filter((call) => call.startsWith("PUT"))).toEqual([]);
});

it("a deal that cannot be written after the invoice says that the invoice stands", async () => {
  const { outcome } = await start([
    dealReply(),
    linesReply(),
    payer,
    markReply,
    invoiceReply(),
    { call: PATCH_DEAL, status: 502 },
  ]);
  expect(outcome).toMatchObject({
    kind: "server",
    message:
      'Invoice INV-0042 stands in Xero, but the deal could not be updated; the next run finds the invoice and updates the deal. HubSpot failed (502) on deal "Website relaunch". Run this step again: nothing is made twice.',
  });
});

it.each<[string, Partial<Reply>]>([
  ["fails", { status: 500 }],
  ["breaks off", { breaks: connectionReset() }],
  ["meets a limit", { status: 429 }],
  ["is answered without a list", { body: { Status: "OK" } }],
])(
  "a contact search that %s creates neither contact nor invoice",
  async (_, reply) => {
    const { script, outcome } = await start([
      dealReply(),
      linesReply(),
      companyReply(),
      peopleReply(),
      { call: FIND_CONTACTS, ...reply },
    ]);
    expect((outcome as Error).message).toMatch(
      /^Deal "Website relaunch" was not invoiced\. /,
    );
    expect(script.calls.at(-1)).toBe(FIND_CONTACTS);
  },
);

describe("once per stage entry", () => {
  // 2026-11-23T10:00:00Z is second 1,795,428,000
  const entry = {
    oncePer: "stage_entry",
    stageEntryId: "701:closedwon:1795428000250",
  } as const;
  const KEY = "HS-701-1795428000";
  const OTHER = "HS-701-1795000000";
  const create = [
    linesReply(),
    payer,
    markReply,
    invoiceReply(),
    writeBackReply,
  ];

  it("the entry that has its invoice costs one call, without the stage history", async () => {
    const { script, outcome } = await start(
      [
        dealReply({
          xero_invoice_id: INVOICE_ID,
          xero_sync_mark: `done|1|${KEY}|${KEY}`,
        }),
      ],
      entry,
    );
    expect(outcome).toMatchObject({ outcome: "already_invoiced" });
    expect(script.calls).toEqual([GET_DEAL]);
    expect(script.requests[0]?.query).not.toHaveProperty(
      "propertiesWithHistory",
    );
  });

  it.each([
    ["without a mark", undefined],
    ["of the whole deal", "done|1|HS-701|HS-701"],
  ])("an invoice %s counts as the entry's", async (_, xero_sync_mark) => {
    const { script, outcome } = await start(
      [dealReply({ xero_invoice_id: INVOICE_ID, xero_sync_mark })],
      entry,
    );
    expect(outcome).toMatchObject({ outcome: "already_invoiced" });
    expect(script.calls).toEqual([GET_DEAL]);
  });

  it("once per deal, an invoice of a stage entry counts as the deal's", async () => {
    const { outcome } = await start([
      dealReply({
        xero_invoice_id: INVOICE_ID,
        xero_sync_mark: `done|1|${OTHER}|${OTHER}`,
      }),
    ]);
    expect(outcome).toMatchObject({ outcome: "already_invoiced" });
  });

  /** The invoice of another entry, approved, with 1500.50 of its 6000.00 paid. */
  const older = xeroInvoice({
    InvoiceID: "older",
    InvoiceNumber: "INV-0041",
    Reference: OTHER,
    Status: "AUTHORISED",
    AmountPaid: 1500.5,
    AmountDue: 4499.5,
    Payments: [{ Date: "/Date(1795132800000+0000)/", Amount: 1500.5 }],
  });
  /** Both at 6000.00. */
  const both = {
    xero_invoice_id: INVOICE_ID,
    xero_invoice_number: "INV-0042",
    xero_invoice_status: "draft",
    xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`,
    xero_invoice_total: "12000.00",
    xero_amount_paid: "1500.50",
    xero_amount_due: "10499.50",
    xero_amount_credited: "0.00",
    xero_due_date: "2026-12-23",
    xero_last_payment_date: "2026-11-20",
  };

  it("another entry gets an invoice of its own, after one search, and the deal shows the sum of both", async () => {
    const { script, outcome } = await start(
      [
        dealReply({
          xero_invoice_id: "older",
          xero_sync_mark: `done|3|${OTHER}|${OTHER}`,
        }),
        earlierReply(),
        ...create,
        earlierReply(older, xeroInvoice({ Reference: `PO 7 (${KEY})` })),
      ],
      { ...entry, reference: "PO 7" },
    );
    expect(outcome).toMatchObject({ outcome: "created" });
    expect(script.calls.slice(0, 2)).toEqual([GET_DEAL, FIND_INVOICES]);
    expect(script.requests[1]?.query).toMatchObject({
      where: `Type=="ACCREC" AND Reference=="PO 7 (${KEY})"`,
    });
    expect(patches(script)).toEqual([
      `begun|1|${KEY}|PO 7 (${KEY})`,
      `done|1|${KEY}|PO 7 (${KEY})`,
    ]);
    expect(key(script)).toBe(`hubspot-invoice|${TENANT}|${KEY}|1`);
    expect(script.calls.slice(-3)).toEqual([
      PUT_INVOICE,
      FIND_INVOICES,
      PATCH_DEAL,
    ]);
    expect(script.requests.at(-2)?.query).toEqual({
      where:
        'Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-701")',
      page: 1,
      pageSize: 1000,
      unitdp: 4,
    });
    expect(script.requests.at(-1)?.body).toEqual({
      properties: {
        ...both,
        xero_sync_mark: `done|1|${KEY}|PO 7 (${KEY})`,
        xero_invoice_request: "",
      },
    });
  });

  it("an entry that was billed before a newer one is recovered, and the newer invoice stays on the deal", async () => {
    const { script, outcome } = await start(
      [
        dealReply({
          xero_invoice_id: "newer",
          xero_sync_mark: "done|1|HS-701-1795999999|HS-701-1795999999",
        }),
        earlierReply(xeroInvoice({ Reference: KEY })),
      ],
      entry,
    );
    expect(outcome).toMatchObject({
      outcome: "recovered",
      invoice: { id: INVOICE_ID },
    });
    expect(script.calls).toEqual([GET_DEAL, FIND_INVOICES]);
  });

  it("a recovered invoice is written on a deal that shows none", async () => {
    const { script, outcome } = await start(
      [
        dealReply({ xero_sync_mark: `begun|2|${KEY}|${KEY}` }),
        earlierReply(xeroInvoice({ Reference: KEY })),
        writeBackReply,
      ],
      entry,
    );
    expect(outcome).toMatchObject({ outcome: "recovered" });
    expect(patches(script)).toEqual([`done|2|${KEY}|${KEY}`]);
  });

  it("a begun entry whose invoice exists replaces the older entry's invoice on the deal", async () => {
    // The mark of this entry was written after the older invoice: this one is the newest.
    const { script, outcome } = await start(
      [
        dealReply({
          xero_invoice_id: "older",
          xero_sync_mark: `begun|1|${KEY}|${KEY}`,
        }),
        earlierReply(xeroInvoice({ Reference: KEY })),
        earlierReply(older, xeroInvoice({ Reference: KEY })),
        writeBackReply,
      ],
      entry,
    );
    expect(outcome).toMatchObject({ outcome: "recovered" });
    expect(script.calls).toEqual([
      GET_DEAL,
      FIND_INVOICES,
      FIND_INVOICES,
      PATCH_DEAL,
    ]);
    expect(script.requests[3]?.body).toEqual({
      properties: {
        ...both,
        xero_sync_mark: `done|1|${KEY}|${KEY}`,
        xero_invoice_request: "",
      },
    });
  });

  it("an entry whose others cannot be read is finished by the next run", async () => {
    const { script, outcome } = await start(
      [
        dealReply({
          xero_invoice_id: "older",
          xero_sync_mark: `begun|1|${KEY}|${KEY}`,
        }),
        earlierReply(xeroInvoice({ Reference: KEY })),
        { call: FIND_INVOICES, status: 502 },
      ],
      entry,
    );
    expect(outcome).toMatchObject({
      kind: "server",
      message: expect.stringContaining(
        "Invoice INV-0042 stands in Xero, but the deal could not be updated; the next run finds the invoice and updates the deal.",
      ) as string,
    });
    expect(script.calls).toEqual([GET_DEAL, FIND_INVOICES, FIND_INVOICES]);
  });

  it("without the trigger's event nothing is made", async () => {
    const { script, outcome } = await start([dealReply()], {
      oncePer: "stage_entry",
    });
    expect(outcome).toMatchObject({ kind: "validation" });
    expect(script.calls).toEqual([GET_DEAL]);
  });
});
