import {
  accountReply,
  companiesReply,
  dealReply,
  GET_DEAL,
  linesReply,
  PATCH_DEAL,
  patchReply,
  READ_COMPANIES,
  READ_LINES,
} from "../fixtures/hubspot";
import { vendors, type Reply } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_INVOICES,
  invoice,
  INVOICE_ID,
  INVOICE_URL,
  itemsReply,
  newInvoice,
  PUT_INVOICE,
  settingsReplies,
} from "../fixtures/xero";
import { failure, newZap, stopClock, TENANT } from "../fixtures/zap";

const KEY = "create_invoice_from_deal";
const INPUT = {
  deal_id: "701",
  account_code: "200",
  invoice_status: "DRAFT",
  tax_table: [
    { hubspot_tax_rate: "9001", xero_tax_rate: "OUTPUT2" },
    { hubspot_tax_rate: "9002", xero_tax_rate: "RROUTPUT" },
  ],
  once_per: "stage_entry",
  // Date.parse("2026-11-20T09:30:00.123Z")
  stage_entry_id: "701:closedwon:1795167000123",
};
/** To the second. */
const ENTRY = "HS-701-1795167000";
const EARLIER_ENTRY = "HS-701-1795000000";
const EARLIER_ID = "7c1e8a90-6f2c-4c8e-9a51-0b4ad9b13d2f";
const STORED = companiesReply({ xero_contact_id: CONTACT_ID });
const SETTINGS = [accountReply, ...settingsReplies, itemsReply];
const found = (...Invoices: object[]): Reply => ({
  call: FIND_INVOICES,
  body: { Invoices },
});
/** The earlier entry's invoice, 1000 of its 5622.89 paid. */
const earlier = invoice({
  InvoiceID: EARLIER_ID,
  InvoiceNumber: "INV-0041",
  Reference: EARLIER_ENTRY,
  Status: "AUTHORISED",
  AmountPaid: 1000,
  AmountDue: 4622.89,
});
/** Two of 5622.89, the second a draft. */
const BOTH = {
  xero_invoice_id: INVOICE_ID,
  xero_invoice_number: "INV-0042",
  xero_invoice_status: "draft",
  xero_invoice_url: INVOICE_URL,
  xero_invoice_total: "11245.78",
  xero_amount_paid: "1000.00",
  xero_amount_due: "10245.78",
  xero_amount_credited: "0.00",
  xero_due_date: "2026-12-14",
  xero_last_payment_date: "",
  xero_sync_mark: `done|1|${ENTRY}|${ENTRY}`,
  xero_invoice_request: "",
};
const marked = (state: string, key: string, invoiceId: string | null) => ({
  xero_invoice_id: invoiceId,
  xero_invoice_number: invoiceId && "INV-0042",
  xero_sync_mark: `${state}|1|${key}|${key}`,
});

beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

it("the event of the trigger is what is billed once, and no stage history is read", async () => {
  const wire = vendors(
    ...SETTINGS,
    dealReply(),
    linesReply,
    STORED,
    patchReply(),
    newInvoice({ Reference: ENTRY }),
    patchReply(),
  );
  expect(await newZap().create(KEY, INPUT)).toMatchObject({
    outcome: "created",
    reference: ENTRY,
  });
  const [read] = wire.sent.filter(({ call }) => call === GET_DEAL);
  expect(read?.query).not.toHaveProperty("propertiesWithHistory");
  const [begun, done] = wire.sent.filter(({ call }) => call === PATCH_DEAL);
  expect(begun?.body).toEqual({
    properties: { xero_sync_mark: `begun|1|${ENTRY}|${ENTRY}` },
  });
  expect(done?.body).toMatchObject({
    properties: { xero_sync_mark: `done|1|${ENTRY}|${ENTRY}` },
  });
  const [put] = wire.sent.filter(({ call }) => call === PUT_INVOICE);
  expect(put?.body).toMatchObject({ Invoices: [{ Reference: ENTRY }] });
  expect(put?.headers["idempotency-key"]).toBe(
    `hubspot-invoice|${TENANT}|${ENTRY}|1`,
  );
});

it.each([
  ["", "Stage Entry is empty"],
  ["702:closedwon:1795167000123", "is no event of this deal"],
  ["closedwon", "is no event of this deal"],
  ["701:closedwon:soon", "is no event of this deal"],
])(
  "the stage entry %j stops the step, and nothing is written",
  async (stage_entry_id, text) => {
    const wire = vendors(accountReply, dealReply());
    const running = newZap().create(KEY, { ...INPUT, stage_entry_id });
    expect(await failure(running)).toMatchObject({
      name: "HaltedError",
      message: expect.stringContaining(text),
    });
    expect(wire.calls().at(-1)).toBe(GET_DEAL);
  },
);

it.each([
  ["of the same entry", marked("done", ENTRY, INVOICE_ID)],
  ["of the whole deal", marked("done", "HS-701", INVOICE_ID)],
  [
    "that somebody put there by hand",
    { ...marked("done", ENTRY, INVOICE_ID), xero_sync_mark: null },
  ],
])("an invoice %s is not made again", async (_, properties) => {
  const wire = vendors(accountReply, dealReply(properties));
  expect(await newZap().create(KEY, INPUT)).toMatchObject({
    outcome: "already_invoiced",
    invoice_id: INVOICE_ID,
  });
  expect(wire.calls().at(-1)).toBe(GET_DEAL);
});

it("another entry gets an invoice of its own, after a look for one that it has already, and the deal shows both", async () => {
  const wire = vendors(
    accountReply,
    dealReply(marked("done", EARLIER_ENTRY, EARLIER_ID)),
    found(),
    linesReply,
    STORED,
    ...settingsReplies,
    itemsReply,
    patchReply(),
    newInvoice({ Reference: ENTRY }),
    found(earlier, invoice({ Reference: ENTRY })),
    patchReply(),
  );
  expect(await newZap().create(KEY, INPUT)).toMatchObject({
    outcome: "created",
    invoice_id: INVOICE_ID,
    total: 5622.89,
  });
  expect(wire.calls().slice(-3)).toEqual([
    PUT_INVOICE,
    FIND_INVOICES,
    PATCH_DEAL,
  ]);
  expect(wire.sent.at(-2)?.query).toEqual({
    where:
      'Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-701")',
    page: "1",
    pageSize: "1000",
    unitdp: "4",
  });
  expect(wire.sent.at(-1)?.body).toEqual({ properties: BOTH });
  expect(
    wire.sent.find(({ call }) => call === FIND_INVOICES)?.query["where"],
  ).toBe(`Type=="ACCREC" AND Reference=="${ENTRY}"`);
  const own = wire.calls().filter((call) => call !== accountReply.call);
  expect(own.slice(0, 4)).toEqual([
    GET_DEAL,
    FIND_INVOICES,
    READ_LINES,
    READ_COMPANIES,
  ]);
});

it("a late run for an earlier entry finds its invoice, and the deal keeps showing the newest", async () => {
  const wire = vendors(
    accountReply,
    dealReply(marked("done", "HS-701-1795400000", INVOICE_ID)),
    found(invoice({ InvoiceID: EARLIER_ID, Reference: ENTRY })),
  );
  expect(await newZap().create(KEY, INPUT)).toMatchObject({
    outcome: "recovered",
    invoice_id: EARLIER_ID,
  });
  expect(wire.calls().at(-1)).toBe(FIND_INVOICES);
});

it("an invoice of this entry whose answer got lost takes the place of the earlier entry's on the deal", async () => {
  const wire = vendors(
    accountReply,
    dealReply(marked("begun", ENTRY, EARLIER_ID)),
    found(invoice({ Reference: ENTRY })),
    found(earlier, invoice({ Reference: ENTRY })),
    patchReply(),
  );
  expect(await newZap().create(KEY, INPUT)).toMatchObject({
    outcome: "recovered",
    invoice_id: INVOICE_ID,
  });
  expect(wire.calls()).toHaveLength(5);
  expect(wire.body(4)).toEqual({ properties: BOTH });
});
