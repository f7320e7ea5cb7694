import { CONTACT } from "./contactData";
import type { Queryable } from "./listing";
import type { Posted } from "./postData";
import type { Contact, Invoice } from "./types";

/** The line fields a request may set. */
export const LINE_ITEM = {
  LineItemID: "guid",
  Description: "text",
  Quantity: "number",
  UnitAmount: "number",
  ItemCode: "text",
  AccountCode: "text",
  AccountID: "guid",
  TaxType: "text",
  TaxAmount: "number",
  LineAmount: "number",
  DiscountRate: "number",
  DiscountAmount: "number",
  Tracking: [
    {
      Name: "text",
      Option: "text",
      TrackingCategoryID: "guid",
      TrackingOptionID: "guid",
    },
  ],
} as const;

/** The invoice fields a request may set; amounts sent along are not read. */
export const INVOICE = {
  Type: "text",
  InvoiceID: "guid",
  InvoiceNumber: "text",
  Reference: "text",
  Contact: CONTACT,
  Date: "date",
  DueDate: "date",
  ExpectedPaymentDate: "date",
  LineAmountTypes: "text",
  LineItems: [LINE_ITEM],
  BrandingThemeID: "guid",
  Url: "text",
  CurrencyCode: "text",
  CurrencyRate: "number",
  Status: "text",
  SentToContact: "boolean",
} as const;

export type PostedInvoice = Posted<typeof INVOICE>;
export type PostedLine = Posted<typeof LINE_ITEM>;

export type JoinedInvoice = Omit<Invoice, "Contact"> & { Contact: Contact };

export const INVOICES: Queryable = {
  resource: "Invoice",
  fields: {
    Type: "text",
    InvoiceID: "guid",
    InvoiceNumber: "text",
    Reference: "text",
    Contact: CONTACT,
    Date: "date",
    DueDate: "date",
    ExpectedPaymentDate: "date",
    FullyPaidOnDate: "date",
    Status: "text",
    LineAmountTypes: "text",
    CurrencyCode: "text",
    CurrencyRate: "number",
    SubTotal: "number",
    TotalTax: "number",
    Total: "number",
    AmountDue: "number",
    AmountPaid: "number",
    AmountCredited: "number",
    BrandingThemeID: "guid",
    SentToContact: "boolean",
    IsDiscounted: "boolean",
    UpdatedDateUTC: "date",
  },
  order: "UpdatedDateUTC ASC, InvoiceID ASC",
};
