import type { Queryable } from "./listing";
import type { Posted } from "./postData";

const ADDRESS = {
  AddressType: "text",
  AddressLine1: "text",
  AddressLine2: "text",
  AddressLine3: "text",
  AddressLine4: "text",
  City: "text",
  Region: "text",
  PostalCode: "text",
  Country: "text",
  AttentionTo: "text",
} as const;

const PHONE = {
  PhoneType: "text",
  PhoneNumber: "text",
  PhoneAreaCode: "text",
  PhoneCountryCode: "text",
} as const;

const TERMS = { Day: "number", Type: "text" } as const;

/** The contact fields a request may set. */
export const CONTACT = {
  ContactID: "guid",
  ContactNumber: "text",
  AccountNumber: "text",
  ContactStatus: "text",
  Name: "text",
  FirstName: "text",
  LastName: "text",
  EmailAddress: "text",
  BankAccountDetails: "text",
  CompanyNumber: "text",
  TaxNumber: "text",
  TaxNumberType: "text",
  AccountsReceivableTaxType: "text",
  AccountsPayableTaxType: "text",
  SalesDefaultAccountCode: "text",
  SalesDefaultLineAmountType: "text",
  DefaultCurrency: "text",
  PaymentTerms: { Sales: TERMS, Bills: TERMS },
  BrandingTheme: { BrandingThemeID: "guid" },
  ContactPersons: [
    {
      FirstName: "text",
      LastName: "text",
      EmailAddress: "text",
      IncludeInEmails: "boolean",
    },
  ],
  Addresses: [ADDRESS],
  Phones: [PHONE],
} as const;

export type PostedContact = Posted<typeof CONTACT>;

export const CONTACTS: Queryable = {
  resource: "Contact",
  fields: {
    ...CONTACT,
    IsCustomer: "boolean",
    IsSupplier: "boolean",
    UpdatedDateUTC: "date",
  },
  order: "UpdatedDateUTC ASC, ContactID ASC",
};

/** The most characters Xero takes. */
export const LONGEST_CONTACT_FIELDS = {
  Name: 255,
  FirstName: 255,
  LastName: 255,
  EmailAddress: 255,
  ContactNumber: 50,
  AccountNumber: 50,
  CompanyNumber: 50,
  TaxNumber: 50,
} as const;
