/** Invented records of both vendors, as they come over the wire. */

export const account = {
  portalId: 2034521,
  timeZone: "Europe/London",
  companyCurrency: "GBP",
  uiDomain: "app.hubspot.com",
};

export const deal = {
  id: "701",
  properties: {
    dealname: "Website relaunch",
    amount: "5100",
    deal_currency_code: "GBP",
  },
  associations: {
    "line items": { results: [{ id: "801", type: "deal_to_line_item" }] },
    companies: { results: [{ id: "501", type: "deal_to_company" }] },
    contacts: { results: [{ id: "601", type: "deal_to_contact" }] },
  },
};

/** Five units at 1000 less 10%: 4500. */
export const line = {
  id: "801",
  properties: {
    name: "Design sprint",
    quantity: "5",
    price: "1000",
    hs_discount_percentage: "10",
    hs_tax_rate_group_id: "9001",
  },
};

export const company = {
  id: "501",
  properties: { name: "Harbour & Finch Ltd", city: "Leeds" },
};

export const person = {
  id: "601",
  properties: {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@harbour.example",
  },
};

export const settings = {
  Organisations: [{ Name: "Agency", BaseCurrency: "GBP", PaysTax: true }],
  Accounts: [
    {
      ...{ Code: "200", Name: "Sales", TaxType: "OUTPUT2" },
      ...{ Status: "ACTIVE", Type: "REVENUE", Class: "REVENUE" },
    },
  ],
  TaxRates: [
    {
      ...{ TaxType: "OUTPUT2", Name: "20% VAT", EffectiveRate: 20 },
      Status: "ACTIVE",
    },
  ],
};

export const contact = {
  ContactID: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  Name: "Harbour & Finch Ltd",
  EmailAddress: "ada@harbour.example",
  ContactStatus: "ACTIVE",
};

export const invoice = {
  Type: "ACCREC",
  InvoiceID: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
  InvoiceNumber: "INV-0042",
  Status: "AUTHORISED",
  Reference: "HS-701",
  CurrencyCode: "GBP",
  Date: "/Date(1795392000000+0000)/",
  DueDate: "/Date(1797984000000+0000)/",
  SubTotal: 4500,
  TotalTax: 900,
  Total: 5400,
  AmountPaid: 2400,
  AmountDue: 3000,
  AmountCredited: 0,
  Contact: contact,
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};

/** A step as a bookkeeper would fill it in. */
export const step = {
  invoiceStatus: "AUTHORISED",
  accountCode: "200",
  dueInDays: "30",
  taxTable: [{ hubspotTaxRate: "9001", xeroTaxRate: "OUTPUT2" }],
};

export const NOW = "2026-11-23T10:15:30.000Z";
