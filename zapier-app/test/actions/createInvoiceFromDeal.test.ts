import { invoiceNewCustomer } from "../fixtures/dealInvoice";
import {
  GET_DEAL,
  PATCH_DEAL,
  READ_COMPANIES,
  READ_CONTACTS,
  READ_LINES,
} from "../fixtures/hubspot";
import type { Wire } from "../fixtures/vendors";
import {
  FIND_CONTACTS,
  INVOICE_ID,
  INVOICE_URL,
  PUT_CONTACT,
  PUT_INVOICE,
} from "../fixtures/xero";

let wire: Wire;

beforeAll(async () => {
  ({ wire } = await invoiceNewCustomer());
});

it("a deal of a new customer takes nine calls once the settings are known, and nothing is written before all is read", () => {
  expect(wire.calls()).toEqual([
    GET_DEAL,
    READ_LINES,
    READ_COMPANIES,
    READ_CONTACTS,
    FIND_CONTACTS,
    PATCH_DEAL,
    PUT_CONTACT,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
});

it("reads ask for the deal's own records", () => {
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

it("the contact is the company, reached through its person", () => {
  expect(wire.body(6)).toEqual({
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
  expect(wire.headers(6)["idempotency-key"]).toMatch(/^[0-9a-f]{64}$/);
});

it("the deal is marked before the contact and the invoice are made, and shows the invoice after it", () => {
  expect(wire.body(5)).toEqual({
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
      xero_last_payment_date: "",
      xero_sync_mark: "done|1|HS-701|Spring (HS-701)",
      xero_invoice_request: "",
    },
  });
});
