/** Xero's wire names and wire forms; only the fields the sandbox keeps. Dates are `/Date(ms+0000)/`. */
import type { RepeatingInvoice } from "./repeatingData";
import type {
  Allocation,
  BankTransaction,
  BatchPayment,
  Credit,
  Payment,
} from "./settlementTypes";

export interface Message {
  Message: string;
}

export interface Address {
  AddressType: string;
  AddressLine1?: string;
  AddressLine2?: string;
  AddressLine3?: string;
  AddressLine4?: string;
  City?: string;
  Region?: string;
  PostalCode?: string;
  Country?: string;
  AttentionTo?: string;
}

export interface Phone {
  PhoneType: string;
  PhoneNumber?: string;
  PhoneAreaCode?: string;
  PhoneCountryCode?: string;
}

export interface ContactPerson {
  FirstName?: string;
  LastName?: string;
  EmailAddress?: string;
  IncludeInEmails?: boolean;
}

export interface PaymentTerms {
  Sales?: { Day?: number; Type?: string };
  Bills?: { Day?: number; Type?: string };
}

export interface Contact {
  ContactID: string;
  ContactNumber?: string;
  AccountNumber?: string;
  ContactStatus: "ACTIVE" | "ARCHIVED" | "GDPRREQUEST";
  Name: string;
  FirstName?: string;
  LastName?: string;
  EmailAddress?: string;
  BankAccountDetails?: string;
  CompanyNumber?: string;
  TaxNumber?: string;
  TaxNumberType?: string;
  AccountsReceivableTaxType?: string;
  AccountsPayableTaxType?: string;
  SalesDefaultAccountCode?: string;
  SalesDefaultLineAmountType?: string;
  DefaultCurrency?: string;
  PaymentTerms?: PaymentTerms;
  BrandingTheme?: { BrandingThemeID: string; Name: string };
  ContactPersons: ContactPerson[];
  Addresses: Address[];
  Phones: Phone[];
  IsSupplier: boolean;
  IsCustomer: boolean;
  /** Set in Xero's own pages only. */
  Website?: string;
  MergedToContactID?: string;
  UpdatedDateUTC: string;
}

/** As stored: who belongs to it is only referred to. */
export interface ContactGroup {
  ContactGroupID: string;
  Name: string;
  Status: "ACTIVE" | "DELETED";
  ContactIDs: string[];
}

export interface Tracking {
  Name: string;
  Option: string;
  TrackingCategoryID: string;
  TrackingOptionID: string;
}

export interface LineItem {
  LineItemID: string;
  ItemCode?: string;
  Description?: string;
  Quantity?: number;
  /** Four decimals are kept; readers see two unless they ask with unitdp=4. */
  UnitAmount?: number;
  TaxType?: string;
  TaxAmount?: number;
  LineAmount: number;
  AccountCode?: string;
  AccountID?: string;
  DiscountRate?: number;
  DiscountAmount?: number;
  Tracking: Tracking[];
  Item?: { ItemID: string; Name?: string; Code: string };
}

export type InvoiceType = "ACCREC" | "ACCPAY";
export type InvoiceStatus =
  "DRAFT" | "SUBMITTED" | "AUTHORISED" | "PAID" | "VOIDED" | "DELETED";
export type LineAmountTypes = "Exclusive" | "Inclusive" | "NoTax";

/** As stored: the contact is only referred to, and joined in when an answer is made. */
export interface Invoice {
  Type: InvoiceType;
  InvoiceID: string;
  InvoiceNumber: string;
  Reference: string;
  Contact: { ContactID: string };
  Payments: Record<string, unknown>[];
  CreditNotes: Record<string, unknown>[];
  Prepayments: Record<string, unknown>[];
  Overpayments: Record<string, unknown>[];
  AmountDue: number;
  AmountPaid: number;
  AmountCredited: number;
  SentToContact: boolean;
  CurrencyCode: string;
  CurrencyRate: number;
  IsDiscounted: boolean;
  TotalDiscount?: number;
  Date: string;
  DateString: string;
  DueDate?: string;
  DueDateString?: string;
  ExpectedPaymentDate?: string;
  FullyPaidOnDate?: string;
  BrandingThemeID?: string;
  Url?: string;
  /** The template that Xero made it from. */
  RepeatingInvoiceID?: string;
  Status: InvoiceStatus;
  LineAmountTypes: LineAmountTypes;
  LineItems: LineItem[];
  SubTotal: number;
  TotalTax: number;
  Total: number;
  UpdatedDateUTC: string;
}

export interface ItemDetails {
  UnitPrice?: number;
  AccountCode?: string;
  COGSAccountCode?: string;
  TaxType?: string;
}

export interface Item {
  ItemID: string;
  Code: string;
  Name?: string;
  Description?: string;
  PurchaseDescription?: string;
  PurchaseDetails: ItemDetails;
  SalesDetails: ItemDetails;
  IsTrackedAsInventory: boolean;
  InventoryAssetAccountCode?: string;
  TotalCostPool?: number;
  QuantityOnHand?: number;
  IsSold: boolean;
  IsPurchased: boolean;
  UpdatedDateUTC: string;
}

export interface Account {
  AccountID: string;
  Code: string;
  Name: string;
  Status: "ACTIVE" | "ARCHIVED";
  Type: string;
  TaxType: string;
  Class: string;
  Description?: string;
  SystemAccount?: string;
  EnablePaymentsToAccount: boolean;
  ShowInExpenseClaims: boolean;
  BankAccountNumber?: string;
  BankAccountType: string;
  CurrencyCode?: string;
  ReportingCode: string;
  ReportingCodeName: string;
  HasAttachments: boolean;
  UpdatedDateUTC: string;
  AddToWatchlist: boolean;
}

export interface TaxRate {
  Name: string;
  TaxType: string;
  ReportTaxType?: string;
  CanApplyToAssets: boolean;
  CanApplyToEquity: boolean;
  CanApplyToExpenses: boolean;
  CanApplyToLiabilities: boolean;
  CanApplyToRevenue: boolean;
  DisplayTaxRate: number;
  EffectiveRate: number;
  Status: "ACTIVE" | "DELETED" | "ARCHIVED" | "PENDING";
  TaxComponents: {
    Name: string;
    Rate: number;
    IsCompound: boolean;
    IsNonRecoverable: boolean;
  }[];
}

export interface Currency {
  Code: string;
  Description: string;
}

export interface BrandingTheme {
  BrandingThemeID: string;
  Name: string;
  LogoUrl?: string;
  Type?: string;
  SortOrder: number;
  CreatedDateUTC: string;
}

export interface TrackingCategory {
  Name: string;
  Status: "ACTIVE" | "ARCHIVED";
  TrackingCategoryID: string;
  Options: {
    TrackingOptionID: string;
    Name: string;
    Status: "ACTIVE" | "ARCHIVED";
  }[];
}

export interface Organisation {
  OrganisationID: string;
  Name: string;
  BaseCurrency: string;
  CountryCode: string;
  Version: string;
  /** Xero's spelling of a Windows zone, such as `EASTERNSTANDARDTIME`; an IANA name works as well. */
  Timezone: string;
  ShortCode: string;
  PaysTax: boolean;
  IsDemoCompany: boolean;
  /** `/Date(ms+0000)/`, or `YYYY-MM-DD` in a seed. */
  PeriodLockDate?: string;
  EndOfYearLockDate?: string;
  [other: string]: unknown;
}

/** Everything one organisation holds, in wire form. */
export interface XeroBooks {
  organisation: Organisation;
  accounts: Account[];
  taxRates: TaxRate[];
  currencies: Currency[];
  brandingThemes: BrandingTheme[];
  trackingCategories: TrackingCategory[];
  items: Item[];
  contacts: Contact[];
  contactGroups: ContactGroup[];
  invoices: Invoice[];
  repeatingInvoices: RepeatingInvoice[];
  credits: Credit[];
  allocations: Allocation[];
  payments: Payment[];
  batchPayments: BatchPayment[];
  bankTransactions: BankTransaction[];
  nextInvoiceNumber: number;
  nextCreditNoteNumber: number;
}
