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
  READ_CONTACTS,
  READ_LINES,
} from "../fixtures/hubspot";
import { vendors, type Reply, type Wire } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_CONTACTS,
  foundContacts,
  INVOICE_ID,
  INVOICE_URL,
  itemsReply,
  newContact,
  newInvoice,
  PUT_CONTACT,
  PUT_INVOICE,
  settingsReplies,
} from "../fixtures/xero";
import { newZap, stopClock, TENANT, undeclared } from "../fixtures/zap";

// half past midnight on the 23rd in Auckland, where the account is
beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

const INPUT = {
  deal_id: "701",
  invoice_status: "DRAFT",
  account_code: "200",
  tax_type: "OUTPUT2",
  tax_table: [
    { hubspot_tax_rate: "9001", xero_tax_rate: "OUTPUT2" },
    { hubspot_tax_rate: "9002", xero_tax_rate: "RROUTPUT" },
  ],
  line_amount_types: "Exclusive",
  due_in_days: 14,
  due_rule: "days_after_end_of_month",
  reference: "Spring",
  branding_theme_id: "theme-1",
  tracking: ["category-1/option-1"],
  customer_match: "email",
  once_per: "deal",
  send_email: false,
};

const LINES = [
  {
    Description: "Design sprint\nFive days with two designers",
    Quantity: 5,
    UnitAmount: 1000,
    LineAmount: 4500,
    TaxAmount: 900,
    TaxType: "OUTPUT2",
    AccountCode: "200",
    ItemCode: "DESIGN",
  },
];

const newCustomer = (id: string): Reply[] => [
  dealReply({}, id),
  linesReply,
  companiesReply(),
  contactsReply,
  foundContacts(),
  newContact(),
  patchReply(id),
  newInvoice({ LineItems: LINES }),
  patchReply(id),
];

/** A run on another deal fills the cache first; then deal 701 is invoiced to a new contact. */
async function invoiceWarm(): Promise<{
  wire: Wire;
  output: Record<string, unknown>;
}> {
  const zap = newZap();
  const cold = vendors(
    accountReply,
    ...settingsReplies,
    itemsReply,
    ...newCustomer("700"),
  );
  await zap.create("create_invoice_from_deal", { ...INPUT, deal_id: "700" });
  // nine, and once: HubSpot's account; Xero's organisation, accounts, tax rates and items
  expect(cold.calls()).toHaveLength(14);
  const wire = vendors(...newCustomer("701"));
  const output = await zap.create("create_invoice_from_deal", INPUT);
  return { wire, output };
}

it("a deal of a new customer takes nine calls once the settings are known, and nothing is written before all is read", async () => {
  const { wire } = await invoiceWarm();
  expect(wire.calls()).toEqual([
    GET_DEAL,
    READ_LINES,
    READ_COMPANIES,
    READ_CONTACTS,
    FIND_CONTACTS,
    PUT_CONTACT,
    PATCH_DEAL,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
});

it("reads ask for the deal's own records", async () => {
  const { wire } = await invoiceWarm();
  expect(wire.query(0)).toMatchObject({
    associations: "line_items,companies,contacts",
  });
  expect(wire.query(0)).not.toHaveProperty("propertiesWithHistory");
  const inputs = (index: number) =>
    (wire.body(index) as { inputs: unknown }).inputs;
  expect(inputs(1)).toEqual([{ id: "801" }, { id: "802" }, { id: "803" }]);
  expect(inputs(2)).toEqual([{ id: "501" }]);
  expect(inputs(3)).toEqual([{ id: "601" }]);
  expect(wire.query(4)).toEqual({
    where:
      'ContactNumber=="hubspot-company-501" OR EmailAddress=="priya@harbourfinch.example" OR Name=="Harbour & Finch"',
    includeArchived: "true",
    page: "1",
    summaryOnly: "true",
  });
});

it("the contact is the company, reached through its person", async () => {
  const { wire } = await invoiceWarm();
  expect(wire.body(5)).toEqual({
    Contacts: [
      {
        Name: "Harbour & Finch",
        ContactNumber: "hubspot-company-501",
        FirstName: "Priya",
        LastName: "Nair",
        EmailAddress: "priya@harbourfinch.example",
        Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "+44 20 7946 0018" }],
        Addresses: [
          {
            AddressType: "POBOX",
            AddressLine1: "14 Quayside",
            City: "Bristol",
            PostalCode: "BS1 4DJ",
            Country: "United Kingdom",
          },
        ],
      },
    ],
  });
  expect(wire.headers(5)["idempotency-key"]).toMatch(/^[0-9a-f]{64}$/);
});

it("the invoice carries every line, discount and tax, in the order of the quote", async () => {
  const { wire } = await invoiceWarm();
  const codes = {
    AccountCode: "200",
    Tracking: [
      { TrackingCategoryID: "category-1", TrackingOptionID: "option-1" },
    ],
  };
  expect(wire.query(7)).toEqual({ summarizeErrors: "true", unitdp: "4" });
  expect(wire.headers(7)).toMatchObject({
    "xero-tenant-id": TENANT,
    "idempotency-key": `hubspot-invoice|${TENANT}|HS-701|1`,
    "content-type": "application/json",
  });
  expect(wire.body(7)).toEqual({
    Invoices: [
      {
        Type: "ACCREC",
        Status: "DRAFT",
        // no other field of the contact: it would change the contact
        Contact: { ContactID: CONTACT_ID },
        Date: "2026-11-23",
        // 30 November and 14 days
        DueDate: "2026-12-14",
        LineAmountTypes: "Exclusive",
        CurrencyCode: "GBP",
        Reference: "Spring (HS-701)",
        BrandingThemeID: "theme-1",
        Url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
        LineItems: [
          {
            Description: "Design sprint\nFive days with two designers",
            Quantity: 5,
            UnitAmount: 1000,
            DiscountRate: 10,
            ItemCode: "DESIGN",
            TaxType: "OUTPUT2",
            ...codes,
          },
          {
            Description: "Hosting",
            Quantity: 3,
            UnitAmount: 33.335,
            TaxType: "OUTPUT2",
            ...codes,
          },
          {
            Description: "Support",
            Quantity: 2,
            UnitAmount: 49.99,
            DiscountAmount: 2,
            TaxType: "RROUTPUT",
            ...codes,
          },
        ],
      },
    ],
  });
});

it("the deal is marked before the invoice is made, and shows the invoice after it", async () => {
  const { wire } = await invoiceWarm();
  expect(wire.body(6)).toEqual({
    properties: { xero_sync_mark: "begun|1|HS-701|Spring (HS-701)" },
  });
  expect(wire.body(8)).toEqual({
    properties: {
      xero_invoice_id: INVOICE_ID,
      xero_invoice_number: "INV-0042",
      xero_invoice_status: "draft",
      xero_invoice_url: INVOICE_URL,
      xero_invoice_total: "5622.89",
      xero_amount_paid: "0.00",
      xero_amount_due: "5622.89",
      xero_amount_credited: "0.00",
      xero_due_date: "2026-12-14",
      xero_sync_mark: "done|1|HS-701|Spring (HS-701)",
    },
  });
});

it("the step hands out the invoice, its lines and the deal, all of it declared", async () => {
  const { output } = await invoiceWarm();
  expect(output).toEqual({
    outcome: "created",
    message:
      'Invoice INV-0042 over 5622.89 GBP was created for deal "Website relaunch".',
    invoice_id: INVOICE_ID,
    invoice_number: "INV-0042",
    status: "DRAFT",
    invoice_url: INVOICE_URL,
    reference: "Spring (HS-701)",
    date: "2026-11-23",
    due_date: "2026-12-14",
    currency: "GBP",
    // 4500 + 100.01 + 97.98; tax at 20%, 20% and 5%: 900.00 + 20.00 + 4.90
    subtotal: 4697.99,
    tax: 924.9,
    total: 5622.89,
    difference: 0,
    contact_id: CONTACT_ID,
    contact_name: "Harbour & Finch",
    contact_outcome: "created",
    line_items: [
      {
        description: "Design sprint\nFive days with two designers",
        quantity: 5,
        unit_price: 1000,
        line_amount: 4500,
        tax_amount: 900,
        tax_type: "OUTPUT2",
        account_code: "200",
        item_code: "DESIGN",
      },
    ],
    deal_id: "701",
    deal_url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
  });
  expect(undeclared("creates", "create_invoice_from_deal", output)).toEqual([]);
});
