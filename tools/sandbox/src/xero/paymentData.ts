import type { Queryable } from "./listing";
import type { Posted } from "./postData";

/** The document a payment names. */
const DOCUMENT = {
  Invoice: { InvoiceID: "guid", InvoiceNumber: "text" },
  CreditNote: { CreditNoteID: "guid", CreditNoteNumber: "text" },
  Prepayment: { PrepaymentID: "guid" },
  Overpayment: { OverpaymentID: "guid" },
  InvoiceNumber: "text",
  CreditNoteNumber: "text",
} as const;

const ACCOUNT = { AccountID: "guid", Code: "text" } as const;

export const PAYMENT = {
  ...DOCUMENT,
  PaymentID: "guid",
  Account: ACCOUNT,
  Code: "text",
  Date: "date",
  CurrencyRate: "number",
  Amount: "number",
  BankAmount: "number",
  Reference: "text",
  IsReconciled: "boolean",
  Status: "text",
} as const;

export const BATCH_PAYMENT = {
  BatchPaymentID: "guid",
  Account: ACCOUNT,
  Date: "date",
  Reference: "text",
  Particulars: "text",
  Code: "text",
  Details: "text",
  Narrative: "text",
  Payments: [PAYMENT],
  Status: "text",
} as const;

export type PostedDocument = Posted<typeof DOCUMENT>;
export type PostedAccount = Posted<typeof ACCOUNT>;
export type PostedPayment = Posted<typeof PAYMENT>;
export type PostedBatchPayment = Posted<typeof BATCH_PAYMENT>;

export const PAYMENTS: Queryable = {
  resource: "Payment",
  fields: {
    PaymentID: "guid",
    BatchPaymentID: "guid",
    Date: "date",
    Amount: "number",
    BankAmount: "number",
    CurrencyRate: "number",
    Reference: "text",
    PaymentType: "text",
    Status: "text",
    IsReconciled: "boolean",
    Account: ACCOUNT,
    Invoice: {
      Type: "text",
      InvoiceID: "guid",
      InvoiceNumber: "text",
      CurrencyCode: "text",
      Contact: { ContactID: "guid", Name: "text" },
    },
    UpdatedDateUTC: "date",
  },
  order: "UpdatedDateUTC ASC, PaymentID ASC",
};

export const BATCH_PAYMENTS: Queryable = {
  resource: "BatchPayment",
  fields: {
    BatchPaymentID: "guid",
    Date: "date",
    Type: "text",
    Status: "text",
    TotalAmount: "number",
    Reference: "text",
    IsReconciled: "boolean",
    Account: { AccountID: "guid", CurrencyCode: "text" },
    UpdatedDateUTC: "date",
  },
  order: "UpdatedDateUTC ASC, BatchPaymentID ASC",
};
