import { ACCOUNT } from "../fixtures/hubspot";
import { EMAIL, MADE, run } from "../fixtures/mappedInvoice";
import type { Wire } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_CONTACTS,
  FIND_INVOICES,
  foundContacts,
  INVOICE_ID,
  INVOICE_URL,
  newContact,
  newInvoice,
  PUT_CONTACT,
  PUT_INVOICE,
  settingsReplies,
} from "../fixtures/xero";
import { undeclared } from "../fixtures/zap";

let wire: Wire;
let output: Record<string, unknown>;

beforeAll(async () => {
  ({ wire, output } = await run(
    {},
    foundContacts(),
    newContact(),
    { call: FIND_INVOICES, body: { Invoices: [] } },
    newInvoice(MADE),
    { call: EMAIL, status: 204, body: "" },
  ));
});

it("settings are read first, then the contact and the reference are looked up, and only then is anything made", () => {
  expect(wire.calls()).toEqual([
    ACCOUNT,
    ...settingsReplies.map(({ call }) => call),
    FIND_CONTACTS,
    PUT_CONTACT,
    FIND_INVOICES,
    PUT_INVOICE,
    EMAIL,
  ]);
});

it("the invoice has the mapped lines, codes and dates", () => {
  expect(wire.body(7)).toEqual({
    Invoices: [
      {
        Type: "ACCREC",
        Status: "AUTHORISED",
        Contact: { ContactID: CONTACT_ID },
        Date: "2026-11-20",
        DueDate: "2026-12-20",
        LineAmountTypes: "Exclusive",
        Reference: "Order '7'",
        LineItems: [
          {
            Description: "Design sprint",
            Quantity: 5,
            UnitAmount: 1000,
            DiscountRate: 10,
            AccountCode: "260",
            TaxType: "ZERORATEDOUTPUT",
          },
          {
            Description: "Hosting",
            Quantity: 3,
            UnitAmount: 33.335,
            AccountCode: "200",
            TaxType: "OUTPUT2",
          },
          {
            Description: "Support",
            Quantity: 1,
            UnitAmount: 49.99,
            DiscountAmount: 2,
            AccountCode: "200",
            TaxType: "OUTPUT2",
          },
        ],
      },
    ],
  });
  expect(wire.headers(7)["idempotency-key"]).toMatch(/^[0-9a-f]{64}$/);
});

it("the contact is made from the customer fields", () => {
  expect(wire.body(5)).toEqual({
    Contacts: [
      {
        Name: "Harbour & Finch",
        EmailAddress: "priya@harbourfinch.example",
        Addresses: [
          {
            AddressType: "POBOX",
            AddressLine1: "14 Quayside",
            PostalCode: "BS1 4DJ",
          },
        ],
      },
    ],
  });
});

it("the step hands out the invoice, all of it declared", () => {
  expect(output).toEqual({
    outcome: "created",
    message: "Invoice INV-0042 over 4677.60 GBP was created.",
    invoice_id: INVOICE_ID,
    invoice_number: "INV-0042",
    status: "AUTHORISED",
    invoice_url: INVOICE_URL,
    reference: "Order '7'",
    date: "2026-11-23",
    due_date: "2026-12-14",
    currency: "GBP",
    subtotal: 4648,
    tax: 29.6,
    total: 4677.6,
    base_currency: "GBP",
    difference: 0,
    contact_id: CONTACT_ID,
    contact_name: "Harbour & Finch",
    contact_outcome: "created",
    line_items: [],
  });
  expect(undeclared("creates", "create_invoice", output)).toEqual([]);
});
