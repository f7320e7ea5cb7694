import type { Customer } from "../src/customer/customer";
import type { Deal } from "../src/deal/deal";
import type { LineItem } from "../src/deal/lineItem";
import type { HubspotAccount, HubspotObject } from "../src/hubspot/wire";
import type { DealInvoiceOptions } from "../src/invoice/options";
import type { Decimal } from "../src/money/decimal";
import type { XeroSettings } from "../src/xero/settings";
import type { XeroContact, XeroInvoice } from "../src/xero/wire";

export const INVOICE_ID = "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90";
export const CONTACT_ID = "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55";
export const OTHER_CONTACT_ID = "9e8d7c6b-1a2b-4c3d-8e4f-0a1b2c3d4e5f";

/** A decimal literal, in the form that the money module writes. */
export const d = (text: string) => text as Decimal;

export const account: HubspotAccount = {
  portalId: 2034521,
  timeZone: "Pacific/Auckland",
  companyCurrency: "GBP",
  uiDomain: "app.hubspot.com",
};

type Properties = HubspotObject["properties"];

/** A deal on the wire, with company 501 as its primary one, contact 601 and the given lines. */
export function dealWire(
  properties: Properties = {},
  {
    lines = ["801"],
    companies = [
      { id: "501", type: "deal_to_company" },
      { id: "501", type: "deal_to_company_unlabeled" },
    ],
    contacts = ["601"],
  }: {
    lines?: string[];
    companies?: { id: string; type: string }[];
    contacts?: string[];
  } = {},
): HubspotObject {
  const links = (ids: string[], type: string) => ({
    results: ids.map((id) => ({ id, type })),
  });
  return {
    id: "701",
    properties: {
      dealname: "Website relaunch",
      amount: "4500",
      deal_currency_code: "GBP",
      dealstage: "closedwon",
      pipeline: "default",
      ...properties,
    },
    associations: {
      ...(lines.length && { "line items": links(lines, "deal_to_line_item") }),
      ...(companies.length && { companies: { results: companies } }),
      ...(contacts.length && { contacts: links(contacts, "deal_to_contact") }),
    },
  };
}

/** Five design sprints at 1000 each, unless told otherwise. */
export function lineWire(
  properties: Properties = {},
  id = "801",
): HubspotObject {
  return {
    id,
    properties: {
      name: "Design sprint",
      quantity: "5",
      price: "1000",
      ...properties,
    },
  };
}

export function companyWire(properties: Properties = {}): HubspotObject {
  return { id: "501", properties: { name: "Harbour & Finch", ...properties } };
}

export function contactWire(
  properties: Properties = {},
  id = "601",
): HubspotObject {
  return {
    id,
    properties: {
      firstname: "Priya",
      lastname: "Nair",
      email: "priya@harbourfinch.example",
      ...properties,
    },
  };
}

export function deal(changes: Partial<Deal> = {}): Deal {
  return {
    id: "701",
    name: "Website relaunch",
    url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
    amount: d("4500"),
    currency: "GBP",
    companyCurrency: "GBP",
    exchangeRate: d("1"),
    amountInCompanyCurrency: d("4500"),
    companies: [{ id: "501", primary: true }],
    contactIds: ["601"],
    lineItemIds: ["801"],
    billing: {},
    ...changes,
  };
}

/** One thing at 100, unless told otherwise; `netAmount` is never worked out here. */
export function lineItem(changes: Partial<LineItem> = {}): LineItem {
  return {
    id: "801",
    name: "Design sprint",
    quantity: d("1"),
    unitPrice: d("100"),
    discountPerUnit: d("0"),
    discountPercent: d("0"),
    netAmount: d("100"),
    ...changes,
  };
}

export function customer(changes: Partial<Customer> = {}): Customer {
  return {
    type: "company",
    hubspotId: "501",
    name: "Harbour & Finch",
    email: "priya@harbourfinch.example",
    ...changes,
  };
}

export function xeroContact(changes: XeroContact = {}): XeroContact {
  return {
    ContactID: CONTACT_ID,
    Name: "Harbour & Finch",
    EmailAddress: "priya@harbourfinch.example",
    ContactStatus: "ACTIVE",
    ...changes,
  };
}

/** A draft over 5000 + 20% tax, as Xero answers it. */
export function xeroInvoice(changes: XeroInvoice = {}): XeroInvoice {
  return {
    Type: "ACCREC",
    InvoiceID: INVOICE_ID,
    InvoiceNumber: "INV-0042",
    Reference: "HS-701",
    Status: "DRAFT",
    Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
    Date: "/Date(1795392000000+0000)/",
    DueDate: "/Date(1797984000000+0000)/",
    CurrencyCode: "GBP",
    CurrencyRate: 1,
    SubTotal: 5000,
    TotalTax: 1000,
    Total: 6000,
    AmountDue: 6000,
    AmountPaid: 0,
    SentToContact: false,
    LineItems: [],
    ...changes,
  };
}

/** A British organisation. */
export function settings(changes: Partial<XeroSettings> = {}): XeroSettings {
  return {
    organisationName: "Demo Company (UK)",
    baseCurrency: "GBP",
    paysTax: true,
    accounts: {
      "200": { name: "Sales", taxType: "OUTPUT2" },
      "260": { name: "Other Revenue", taxType: "ZERORATEDOUTPUT" },
      "860": { name: "Rounding", taxType: "NONE" },
    },
    refusedAccounts: {
      "090": "it cannot be used on invoices",
      "300": "it is archived",
    },
    roundingAccount: "860",
    taxRates: {
      OUTPUT2: { name: "20% (VAT on Income)", rate: d("20") },
      RROUTPUT: { name: "5% (VAT on Income)", rate: d("5") },
      ZERORATEDOUTPUT: { name: "Zero Rated Income", rate: d("0") },
    },
    ...changes,
  };
}

/** Drafts on account 200, due in 30 days, refusing whatever is doubtful. */
export function dealOptions(
  changes: Partial<DealInvoiceOptions> = {},
): DealInvoiceOptions {
  return {
    status: "DRAFT",
    lineAmountTypes: "Exclusive",
    accountCode: "200",
    dueInDays: 30,
    dueRule: "days_after_invoice_date",
    customerMatch: "email",
    sendEmail: false,
    taxTable: {},
    oncePer: "deal",
    onDifference: "refuse",
    withoutLines: "refuse",
    ...changes,
  };
}
