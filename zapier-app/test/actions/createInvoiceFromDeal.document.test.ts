import { invoiceNewCustomer } from "../fixtures/dealInvoice";
import type { Wire } from "../fixtures/vendors";
import { CONTACT_ID, INVOICE_ID, INVOICE_URL } from "../fixtures/xero";
import { TENANT, undeclared } from "../fixtures/zap";

let wire: Wire;
let output: Record<string, unknown>;

beforeAll(async () => {
  ({ wire, output } = await invoiceNewCustomer());
});

it("the invoice carries every line, discount and tax, in the order of the quote", () => {
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

it("the step hands out the invoice, its lines and the deal, all of it declared", () => {
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
    base_currency: "GBP",
    deal_amount: 4697.99,
    deal_exchange_rate: 1,
    company_currency: "GBP",
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
