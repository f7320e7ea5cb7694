import { CONTACT } from "./contactData";
import { LINE_ITEM } from "./invoiceData";
import type { Queryable } from "./listing";
import type { Posted } from "./postData";

/** The credit note fields a request may set; amounts sent along are not read. */
export const CREDIT_NOTE = {
  Type: "text",
  CreditNoteID: "guid",
  CreditNoteNumber: "text",
  Reference: "text",
  Contact: CONTACT,
  Date: "date",
  LineAmountTypes: "text",
  LineItems: [LINE_ITEM],
  BrandingThemeID: "guid",
  CurrencyCode: "text",
  CurrencyRate: "number",
  Status: "text",
} as const;

export const ALLOCATION = {
  Invoice: { InvoiceID: "guid", InvoiceNumber: "text" },
  Amount: "number",
  Date: "date",
} as const;

export const BANK_TRANSACTION = {
  Type: "text",
  Contact: CONTACT,
  LineItems: [LINE_ITEM],
  BankAccount: { AccountID: "guid", Code: "text" },
  Date: "date",
  Reference: "text",
  CurrencyCode: "text",
  CurrencyRate: "number",
  LineAmountTypes: "text",
  IsReconciled: "boolean",
  Status: "text",
} as const;

export type PostedCreditNote = Posted<typeof CREDIT_NOTE>;
export type PostedAllocation = Posted<typeof ALLOCATION>;
export type PostedBankTransaction = Posted<typeof BANK_TRANSACTION>;

const CREDIT_FIELDS = {
  Type: "text",
  Reference: "text",
  Contact: { ContactID: "guid", Name: "text" },
  Date: "date",
  Status: "text",
  LineAmountTypes: "text",
  CurrencyCode: "text",
  CurrencyRate: "number",
  SubTotal: "number",
  TotalTax: "number",
  Total: "number",
  RemainingCredit: "number",
  FullyPaidOnDate: "date",
  UpdatedDateUTC: "date",
} as const;

export const CREDIT_NOTES: Queryable = {
  resource: "CreditNote",
  fields: {
    ...CREDIT_FIELDS,
    CreditNoteID: "guid",
    CreditNoteNumber: "text",
    BrandingThemeID: "guid",
  },
  order: "UpdatedDateUTC ASC, CreditNoteID ASC",
};

export const OVERPAYMENTS: Queryable = {
  resource: "Overpayment",
  fields: { ...CREDIT_FIELDS, OverpaymentID: "guid" },
  order: "UpdatedDateUTC ASC, OverpaymentID ASC",
};

export const PREPAYMENTS: Queryable = {
  resource: "Prepayment",
  fields: { ...CREDIT_FIELDS, PrepaymentID: "guid", InvoiceNumber: "text" },
  order: "UpdatedDateUTC ASC, PrepaymentID ASC",
};
