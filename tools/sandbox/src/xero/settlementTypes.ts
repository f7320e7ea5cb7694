/** Money that settles documents, as stored. Contacts, accounts and documents are only referred to; answers join them in. */
import type { InvoiceType, LineAmountTypes, LineItem } from "./types";

export type CreditKind = "CreditNote" | "Overpayment" | "Prepayment";
export type DocumentKind = "Invoice" | CreditKind;

export type CreditType =
  | "ACCRECCREDIT"
  | "ACCPAYCREDIT"
  | "RECEIVE-OVERPAYMENT"
  | "RECEIVE-PREPAYMENT";
export type CreditStatus =
  "DRAFT" | "SUBMITTED" | "AUTHORISED" | "PAID" | "VOIDED" | "DELETED";

/** What can be taken off invoices or paid back: a credit note, an overpayment or a prepayment. */
export interface Credit {
  Kind: CreditKind;
  ID: string;
  Type: CreditType;
  /** CN-0001 of a credit note, INV-0001 of a prepayment; empty where Xero gives none. */
  Number: string;
  Reference: string;
  Contact: { ContactID: string };
  Date: string;
  DateString: string;
  Status: CreditStatus;
  LineAmountTypes: LineAmountTypes;
  LineItems: LineItem[];
  SubTotal: number;
  TotalTax: number;
  Total: number;
  RemainingCredit: number;
  BrandingThemeID?: string;
  CurrencyCode: string;
  CurrencyRate: number;
  FullyPaidOnDate?: string;
  UpdatedDateUTC: string;
}

/** A part of a credit, taken off one invoice. */
export interface Allocation {
  AllocationID: string;
  CreditID: string;
  InvoiceID: string;
  Amount: number;
  Date: string;
  IsDeleted: boolean;
}

export interface PaidDocument {
  Kind: DocumentKind;
  ID: string;
}

export interface Payment {
  PaymentID: string;
  BatchPaymentID?: string;
  Document: PaidDocument;
  AccountID: string;
  Date: string;
  /** In the document's currency. */
  Amount: number;
  /** In the bank account's currency. */
  BankAmount: number;
  CurrencyRate: number;
  Reference?: string;
  PaymentType: string;
  Status: "AUTHORISED" | "DELETED";
  IsReconciled: boolean;
  UpdatedDateUTC: string;
}

export interface BatchPayment {
  BatchPaymentID: string;
  AccountID: string;
  Reference?: string;
  Particulars?: string;
  Code?: string;
  Details?: string;
  Narrative?: string;
  Date: string;
  DateString: string;
  Type: "RECBATCH" | "PAYBATCH";
  Status: "AUTHORISED" | "DELETED";
  TotalAmount: number;
  IsReconciled: boolean;
  UpdatedDateUTC: string;
}

/** The bank's side of an overpayment or prepayment. */
export interface BankTransaction {
  BankTransactionID: string;
  CreditID: string;
  AccountID: string;
  IsReconciled: boolean;
  UpdatedDateUTC: string;
}

/** Whose money it is: sales documents on one side, bills on the other. */
export function sideOf(type: CreditType): InvoiceType {
  return type === "ACCPAYCREDIT" ? "ACCPAY" : "ACCREC";
}
