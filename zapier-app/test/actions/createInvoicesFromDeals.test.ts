import {
  accountReply,
  associations,
  companiesReply,
  contactsReply,
  deal,
  READ_DEALS,
  READ_LINES,
  READ_COMPANIES,
  READ_CONTACTS,
} from "../fixtures/hubspot";
import { vendors, type Reply, type Wire } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_CONTACTS,
  foundContacts,
  invoice,
  newContact,
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

const UPDATE_DEALS = "POST hubspot /crm/objects/deals/batch/update";
const SECOND_ID = "1c5be0c2-7a3d-4d9f-8b62-4e3a8d2f9b01";

const linked = (to: string, typeId: number, ids: string[][]): Reply => ({
  call: associations(to),
  body: {
    results: ids.map(([from, ...targets]) => ({
      from: { id: from },
      to: targets.map((toObjectId) => ({
        toObjectId,
        associationTypes: [{ category: "HUBSPOT_DEFINED", typeId }],
      })),
    })),
  },
});

const line = (id: string, name: string, quantity: string, price: string) => ({
  id,
  properties: { name, quantity, price },
});

const updated: Reply = {
  call: UPDATE_DEALS,
  body: { status: "COMPLETE", results: [{ id: "702" }, { id: "701" }] },
};

/** 5 x 1000 and 2 x 49.50 for one customer; the second deal stands first in HubSpot's answers. */
const reads: Reply[] = [
  accountReply,
  {
    call: READ_DEALS,
    body: { results: [deal({ dealname: "Support" }, "702"), deal()] },
  },
  linked("line_items", 19, [
    ["702", "802"],
    ["701", "801"],
  ]),
  linked("companies", 5, [
    ["701", "501"],
    ["702", "501"],
  ]),
  linked("contacts", 3, [
    ["701", "601"],
    ["702", "601"],
  ]),
  {
    call: READ_LINES,
    body: {
      results: [
        line("802", "Support", "2", "49.50"),
        line("801", "Design sprint", "5", "1000"),
      ],
    },
  },
  companiesReply(),
  contactsReply,
  ...settingsReplies,
  foundContacts(),
];

const first = invoice({
  Reference: "HS-701",
  SubTotal: 5000,
  TotalTax: 1000,
  Total: 6000,
  AmountDue: 6000,
  StatusAttributeString: "OK",
});
const second = invoice({
  InvoiceID: SECOND_ID,
  InvoiceNumber: "INV-0043",
  Reference: "HS-702",
  SubTotal: 99,
  TotalTax: 19.8,
  Total: 118.8,
  AmountDue: 118.8,
  StatusAttributeString: "OK",
});

const STEP = {
  deal_ids: ["701", "702, 701"],
  invoice_status: "DRAFT",
  account_code: "200",
  tax_type: "OUTPUT2",
  due_in_days: 14,
  due_rule: "days_after_end_of_month",
};

async function run(...invoices: object[]) {
  // half past midnight on the 23rd in Auckland, where the account is
  stopClock("2026-11-22T11:30:00.000Z");
  const wire = vendors(
    ...reads,
    updated,
    newContact({ ContactNumber: "hubspot-company-501" }),
    { call: PUT_INVOICE, body: { Invoices: invoices } },
    updated,
  );
  const output = await newZap().create("create_invoices_from_deals", STEP);
  jest.useRealTimers();
  return { wire, output };
}

const bodyOf = (wire: Wire, call: string, nth = 0) =>
  wire.sent.filter((request) => request.call === call)[nth];

it("sends both invoices in one call to the one new contact, and writes both onto their deals in another", async () => {
  const { wire, output } = await run(second, first);
  const order = [READ_DEALS, READ_LINES, READ_COMPANIES, READ_CONTACTS];
  expect(wire.calls()).toEqual(expect.arrayContaining(order));
  expect(wire.calls().slice(-5)).toEqual([
    FIND_CONTACTS,
    UPDATE_DEALS,
    PUT_CONTACT,
    PUT_INVOICE,
    UPDATE_DEALS,
  ]);

  const marks = bodyOf(wire, UPDATE_DEALS)?.body as {
    inputs: { properties: { xero_sync_mark: string } }[];
  };
  const [, batch] =
    /^begun\|1@([0-9a-f]{64})\|/.exec(
      marks.inputs[0]?.properties.xero_sync_mark ?? "",
    ) ?? [];
  expect(marks).toEqual({
    inputs: ["701", "702"].map((id) => ({
      id,
      properties: { xero_sync_mark: `begun|1@${batch}|HS-${id}|HS-${id}` },
      objectWriteTraceId: id,
    })),
  });

  expect(bodyOf(wire, FIND_CONTACTS)?.query).toEqual({
    where:
      'ContactNumber=="hubspot-company-501" OR EmailAddress=="priya@harbourfinch.example" OR Name=="Harbour & Finch"',
    order: "Name ASC",
    includeArchived: "true",
    page: "1",
    pageSize: "1000",
    summaryOnly: "true",
  });
  const contacts = bodyOf(wire, PUT_CONTACT);
  expect(contacts?.query).toEqual({ summarizeErrors: "false" });
  expect(contacts?.body).toEqual({
    Contacts: [expect.objectContaining({ Name: "Harbour & Finch" })],
  });

  const put = bodyOf(wire, PUT_INVOICE);
  expect(put?.query).toEqual({ summarizeErrors: "false", unitdp: "4" });
  expect(put?.headers["idempotency-key"]).toBe(
    `hubspot-invoices|${TENANT}|${batch}`,
  );
  const sentInvoice = (id: string, LineItem: object) => ({
    Type: "ACCREC",
    Status: "DRAFT",
    Contact: { ContactID: CONTACT_ID },
    Date: "2026-11-23",
    DueDate: "2026-12-14",
    LineAmountTypes: "Exclusive",
    CurrencyCode: "GBP",
    Reference: `HS-${id}`,
    Url: `https://app.hubspot.com/contacts/2034521/record/0-3/${id}`,
    LineItems: [{ ...LineItem, AccountCode: "200", TaxType: "OUTPUT2" }],
  });
  expect(put?.body).toEqual({
    Invoices: [
      sentInvoice("701", {
        Description: "Design sprint",
        Quantity: 5,
        UnitAmount: 1000,
      }),
      sentInvoice("702", {
        Description: "Support",
        Quantity: 2,
        UnitAmount: 49.5,
      }),
    ],
  });

  const shown = (
    id: string,
    number: string,
    total: string,
    dealId: string,
  ) => ({
    id: dealId,
    properties: {
      xero_invoice_id: id,
      xero_invoice_number: number,
      xero_invoice_status: "draft",
      xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${id}`,
      xero_invoice_total: total,
      xero_amount_paid: "0.00",
      xero_amount_due: total,
      xero_amount_credited: "0.00",
      xero_due_date: "2026-12-14",
      xero_last_payment_date: "",
      xero_sync_mark: `done|1|HS-${dealId}|HS-${dealId}`,
      xero_invoice_request: "",
    },
    objectWriteTraceId: dealId,
  });
  expect(bodyOf(wire, UPDATE_DEALS, 1)?.body).toEqual({
    inputs: [
      shown(String(first["InvoiceID"]), "INV-0042", "6000.00", "701"),
      shown(SECOND_ID, "INV-0043", "118.80", "702"),
    ],
  });

  expect(output).toMatchObject({
    message: "Invoices: 2 created over 6118.80 GBP.",
    created: 2,
    totals: "6118.80 GBP",
    invoices: [
      { deal_id: "701", deal_name: "Website relaunch", total: 6000 },
      { deal_id: "702", deal_name: "Support", total: 118.8 },
    ],
  });
  expect(undeclared("creates", "create_invoices_from_deals", output)).toEqual(
    [],
  );
});

it("makes the other where Xero refuses one, and marks that attempt as settled", async () => {
  const { wire, output } = await run(first, {
    ...second,
    InvoiceID: "00000000-0000-0000-0000-000000000000",
    StatusAttributeString: "ERROR",
    HasErrors: true,
    ValidationErrors: [{ Message: "The branding theme has been deleted" }],
  });
  expect(output).toMatchObject({
    created: 1,
    refused: 1,
    invoices: [
      { outcome: "created", invoice_number: "INV-0042" },
      {
        outcome: "refused",
        sentence:
          'Deal "Support" was not invoiced. Xero refused the invoice for deal "Support" to company "Harbour & Finch" (HubSpot 501): The branding theme has been deleted.',
      },
    ],
  });
  expect(bodyOf(wire, UPDATE_DEALS, 1)?.body).toMatchObject({
    inputs: [
      { id: "701" },
      {
        id: "702",
        properties: { xero_sync_mark: "refused|1|HS-702|HS-702" },
      },
    ],
  });
});

it("takes no invoice for another's where Xero answers fewer than were sent", async () => {
  const { wire, output } = await run(second);
  expect(output).toMatchObject({
    created: 1,
    failed: 1,
    invoices: [
      {
        deal_id: "701",
        outcome: "failed",
        sentence: expect.stringMatching(
          /Xero did not say what became of the invoice for deal "Website relaunch".*nothing is made twice/,
        ),
      },
      { deal_id: "702", outcome: "created", invoice_number: "INV-0043" },
    ],
  });
  // The mark of the first stays as it is, so that the next run looks for its invoice.
  expect(bodyOf(wire, UPDATE_DEALS, 1)?.body).toMatchObject({
    inputs: [{ id: "702" }],
  });
});

it("tells of a total that is not the expected one", async () => {
  const { output } = await run(first, { ...second, TotalTax: 0, Total: 99 });
  expect(output["invoices"]).toMatchObject([
    {},
    {
      total: 99,
      sentence: expect.stringMatching(
        /its total differs by -19\.80 GBP from the expected one/,
      ),
    },
  ]);
});

it("is throttled where Xero takes no call for the invoices, with the marks left for the next run", async () => {
  stopClock("2026-11-22T11:30:00.000Z");
  vendors(
    ...reads,
    updated,
    newContact({ ContactNumber: "hubspot-company-501" }),
    {
      call: PUT_INVOICE,
      status: 429,
      headers: { "Retry-After": "27", "X-Rate-Limit-Problem": "minute" },
    },
  );
  const error = await failure(
    newZap().create("create_invoices_from_deals", STEP),
  );
  jest.useRealTimers();
  expect(error).toMatchObject({ name: "ThrottledError", delay: 27 });
});

it.each([
  [{}, "Deals is empty. Map deal IDs to it, or choose a pipeline and a stage."],
  [
    { deal_ids: ["1"], stage_id: "closedwon" },
    "Both Deals and Stage are filled in. Leave one of them empty.",
  ],
  [
    { deal_ids: Array.from({ length: 101 }, (_, index) => `${index + 1}`) },
    "Deals has 101 different deals, and one run takes 100. Split the list: nothing was made.",
  ],
  [
    {
      deal_ids: Array.from({ length: 21 }, (_, index) => `${index + 1}`),
      send_email: true,
      invoice_status: "AUTHORISED",
    },
    "Xero e-mails one invoice at a time, so one run with e-mails takes 20 deals, not 21. Split the list, or do not e-mail: nothing was made.",
  ],
])("refuses the choice %j before any call", async (input, message) => {
  const error = await failure(
    newZap().create("create_invoices_from_deals", {
      ...STEP,
      deal_ids: [],
      ...input,
    }),
  );
  expect(error).toMatchObject({ name: "HaltedError", message });
});
