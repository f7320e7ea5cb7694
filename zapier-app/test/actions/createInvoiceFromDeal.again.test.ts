import {
  accountReply,
  companiesReply,
  contactsReply,
  dealReply,
  GET_DEAL,
  linesReply,
  PATCH_DEAL,
  patchReply,
  READ_COMPANIES,
  READ_LINES,
} from "../fixtures/hubspot";
import { xeroRefusal, xeroUnauthorized } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import {
  contact,
  CONTACT_ID,
  FIND_CONTACTS,
  FIND_INVOICES,
  foundContacts,
  INVOICE_ID,
  INVOICE_URL,
  invoice,
  itemsReply,
  newInvoice,
  PUT_CONTACT,
  PUT_INVOICE,
  settingsReplies,
} from "../fixtures/xero";
import {
  failure,
  newZap,
  stopClock,
  TENANT,
  undeclared,
} from "../fixtures/zap";

const KEY = "create_invoice_from_deal";
const INPUT = {
  deal_id: "701",
  account_code: "200",
  invoice_status: "DRAFT",
  tax_table: [
    { hubspot_tax_rate: "9001", xero_tax_rate: "OUTPUT2" },
    { hubspot_tax_rate: "9002", xero_tax_rate: "RROUTPUT" },
  ],
};
const INVOICED = {
  xero_invoice_id: INVOICE_ID,
  xero_invoice_number: "INV-0042",
  xero_invoice_status: "draft",
  xero_invoice_url: INVOICE_URL,
  xero_invoice_total: "5622.89",
  xero_due_date: "2026-12-14",
  xero_sync_mark: "done|1|HS-701|HS-701",
};
const BEGUN = { xero_sync_mark: "begun|1|HS-701|HS-701" };
const REFUSED = { xero_sync_mark: "refused|1|HS-701|HS-701" };
const STORED = companiesReply({ xero_contact_id: CONTACT_ID });
const ours = { Reference: "HS-701" };

beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

/** A Zap that has run before: the slow-moving facts are known. */
async function warmZap() {
  const zap = newZap();
  vendors(
    accountReply,
    ...settingsReplies,
    itemsReply,
    dealReply({}, "700"),
    linesReply,
    STORED,
    patchReply("700"),
    newInvoice({ Reference: "HS-700" }),
    patchReply("700"),
  );
  await zap.create(KEY, { ...INPUT, deal_id: "700" });
  return zap;
}

it("a deal that has its invoice takes one call, and nothing is written", async () => {
  const zap = await warmZap();
  const wire = vendors(dealReply(INVOICED));
  const output = await zap.create(KEY, INPUT);
  expect(wire.calls()).toEqual([GET_DEAL]);
  expect(output).toMatchObject({
    outcome: "already_invoiced",
    message: expect.stringContaining("INV-0042"),
    invoice_id: INVOICE_ID,
    invoice_number: "INV-0042",
    invoice_url: INVOICE_URL,
    due_date: "2026-12-14",
    currency: "GBP",
    total: 5622.89,
    deal_id: "701",
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("a contact that is stored on the company takes six calls, one of them Xero's", async () => {
  const zap = await warmZap();
  const wire = vendors(
    dealReply(),
    linesReply,
    STORED,
    patchReply(),
    newInvoice(ours),
    patchReply(),
  );
  await zap.create(KEY, INPUT);
  expect(wire.calls()).toEqual([
    GET_DEAL,
    READ_LINES,
    READ_COMPANIES,
    PATCH_DEAL,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
});

it("Xero's token running out in the middle is refreshed, and the run that follows makes one invoice", async () => {
  const zap = await warmZap();
  const first = vendors(
    dealReply(),
    linesReply,
    STORED,
    patchReply(),
    xeroUnauthorized(PUT_INVOICE),
  );
  expect(await failure(zap.create(KEY, INPUT))).toMatchObject({
    name: "RefreshAuthError",
  });
  const second = vendors(
    dealReply(BEGUN),
    { call: FIND_INVOICES, body: { Invoices: [] } },
    linesReply,
    STORED,
    patchReply(),
    newInvoice(ours),
    patchReply(),
  );
  expect(await zap.create(KEY, INPUT)).toMatchObject({ outcome: "created" });
  // the same attempt under the same key, so that Xero would know a repeat
  expect(second.headers(5)["idempotency-key"]).toBe(
    first.headers(4)["idempotency-key"],
  );
  expect(second.body(5)).toEqual(first.body(4));
});

it("an invoice whose answer got lost is found by its reference and not made again", async () => {
  const zap = await warmZap();
  const lost: Reply = { call: PUT_INVOICE, breaks: true };
  vendors(dealReply(), linesReply, STORED, patchReply(), lost);
  expect(await failure(zap.create(KEY, INPUT))).toMatchObject({
    name: "AppError",
    code: "vendor_unavailable",
  });
  const wire = vendors(
    dealReply(BEGUN),
    { call: FIND_INVOICES, body: { Invoices: [invoice(ours)] } },
    patchReply(),
  );
  const output = await zap.create(KEY, INPUT);
  expect(wire.calls()).toEqual([GET_DEAL, FIND_INVOICES, PATCH_DEAL]);
  expect(output).toMatchObject({ outcome: "recovered", total: 5622.89 });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("a refusal of Xero's stops the step, and the next run looks before it tries again under another key", async () => {
  const zap = await warmZap();
  const wire = vendors(
    dealReply(),
    linesReply,
    STORED,
    patchReply(),
    xeroRefusal(PUT_INVOICE, "The period is closed by a lock date."),
    patchReply(),
  );
  expect(await failure(zap.create(KEY, INPUT))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("lock date"),
  });
  expect(wire.body(5)).toEqual({ properties: REFUSED });
  const next = vendors(
    dealReply(REFUSED),
    { call: FIND_INVOICES, body: { Invoices: [] } },
    linesReply,
    STORED,
    patchReply(),
    newInvoice(ours),
    patchReply(),
  );
  expect(await zap.create(KEY, INPUT)).toMatchObject({ outcome: "created" });
  expect(next.calls()).toEqual([
    GET_DEAL,
    FIND_INVOICES,
    READ_LINES,
    READ_COMPANIES,
    PATCH_DEAL,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
  expect(next.body(4)).toEqual({
    properties: { xero_sync_mark: "begun|2|HS-701|HS-701" },
  });
  // Xero would answer the first key with the same refusal
  expect(wire.headers(4)["idempotency-key"]).toBe(
    `hubspot-invoice|${TENANT}|HS-701|1`,
  );
  expect(next.headers(5)["idempotency-key"]).toBe(
    `hubspot-invoice|${TENANT}|HS-701|2`,
  );
});

it("a contact that Xero refuses is marked as well, and no invoice is made", async () => {
  const zap = await warmZap();
  const wire = vendors(
    dealReply(),
    linesReply,
    companiesReply(),
    contactsReply,
    foundContacts(),
    patchReply(),
    xeroRefusal(PUT_CONTACT, "Email address is not valid."),
    patchReply(),
  );
  expect(await failure(zap.create(KEY, INPUT))).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(
      /Website relaunch.*Email address is not valid/,
    ),
  });
  expect(wire.body(5)).toEqual({ properties: BEGUN });
  expect(wire.body(7)).toEqual({ properties: REFUSED });
});

it("a customer whom two contacts could be stops the step before anything is written", async () => {
  const zap = await warmZap();
  const wire = vendors(
    dealReply(),
    linesReply,
    companiesReply(),
    contactsReply,
    foundContacts(
      contact({ Name: "Priya Nair" }),
      contact({ ContactID: "other", EmailAddress: "x@y.example" }),
    ),
  );
  const { name, message } = await failure(zap.create(KEY, INPUT));
  expect(name).toBe("HaltedError");
  for (const text of ["Website relaunch", CONTACT_ID, "other"])
    expect(message).toContain(text);
  expect(wire.calls().at(-1)).toBe(FIND_CONTACTS);
});

it.each([
  ["empty", [], "9001"],
  ["short of one rate", INPUT.tax_table.slice(0, 1), "9002"],
])(
  "a line with a tax rate stops the step where the tax table is %s, and nothing is written",
  async (_, tax_table, rate) => {
    const zap = await warmZap();
    const wire = vendors(dealReply(), linesReply, STORED);
    const running = zap.create(KEY, { ...INPUT, tax_table });
    expect(await failure(running)).toMatchObject({
      name: "HaltedError",
      message: expect.stringContaining(`(${rate}) is not in the tax table`),
    });
    expect(wire.calls()).toEqual([GET_DEAL, READ_LINES, READ_COMPANIES]);
  },
);

it.each([
  [{ deal_id: "" }, "Deal is empty"],
  [{ invoice_status: "PAID" }, 'Invoice Status is "PAID"'],
  [{ invoice_status: "AUTHORISED" }, "due date"],
  [{ send_email: true }, "does not e-mail drafts"],
  [{ tax_table: [{ hubspot_tax_rate: "9001" }] }, "half empty"],
  [{ tax_table: [{ xero_tax_rate: "OUTPUT2" }] }, "half empty"],
])("input %j stops the step before any call", async (input, text) => {
  const wire = vendors();
  const running = newZap().create(KEY, { ...INPUT, ...input });
  expect(await failure(running)).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining(text),
  });
  expect(wire.calls()).toEqual([]);
});
