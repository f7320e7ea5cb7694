/** Sample records that several operations share: invented, with only the keys that every user gets. */

export const invoiceSample = {
  outcome: "created",
  message: "Invoice INV-0042 over 5400.00 GBP was created.",
  invoice_id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
  invoice_number: "INV-0042",
  status: "DRAFT",
  invoice_url:
    "https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
  reference: "HS-49301844761",
  date: "2026-11-23",
  due_date: "2026-12-23",
  currency: "GBP",
  subtotal: 4500,
  tax: 900,
  total: 5400,
  currency_rate: 1,
  base_currency: "GBP",
  total_in_base_currency: 5400,
  difference: 0,
  contact_id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  contact_name: "Harbour & Finch Ltd",
  contact_outcome: "matched",
  line_items: [
    {
      description: "Design sprint",
      quantity: 5,
      unit_price: 1000,
      line_amount: 4500,
      tax_amount: 900,
      tax_type: "OUTPUT2",
      account_code: "200",
    },
  ],
};

export const dealSample = {
  deal_id: "49301844761",
  deal_url: "https://app.hubspot.com/contacts/2034521/record/0-3/49301844761",
};

export const dealRatesSample = {
  deal_amount: 4500,
  deal_exchange_rate: 1,
  company_currency: "GBP",
  deal_amount_in_company_currency: 4500,
};

export const repeatingInvoiceSample = {
  id: "7c1d0a52-93be-4f0e-8a67-2b4e6d9f1c38",
  reference: "HS-49301844761-R1M20261201x12",
  status: "AUTHORISED",
  rhythm: "every month",
  start_date: "2026-12-01",
  end_date: "2027-11-01",
  next_date: "2026-12-01",
  currency: "GBP",
  total: 540,
  line_count: 1,
};

export const xeroContactSample = {
  id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  name: "Harbour & Finch Ltd",
  first_name: "Priya",
  last_name: "Nair",
  email: "priya@harbourfinch.example",
  contact_number: "hubspot-company-30517120445",
  status: "ACTIVE",
  contact_url:
    "https://go.xero.com/Contacts/View/5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
};
