import type { OrganisationSeed } from "../xero/xero";
import { COMPANY } from "./customers";

/** The organisation's id, which is its tenant id too. */
export const ORGANISATION = "6b8f2d1e-40c7-4b7a-9a35-1f0c52d7e9aa";

const onSales = {
  CanApplyToAssets: false,
  CanApplyToEquity: false,
  CanApplyToExpenses: false,
  CanApplyToLiabilities: false,
};

export const books: OrganisationSeed = {
  organisation: {
    OrganisationID: ORGANISATION,
    Name: "Lantern Street Studio Ltd",
    BaseCurrency: "GBP",
    CountryCode: "GB",
    Version: "UK",
    Timezone: "GMTSTANDARDTIME",
    ShortCode: "!Lnt5",
    PaysTax: true,
    PeriodLockDate: "2026-03-31",
  },
  accounts: [
    { Code: "090", Name: "Business Bank Account", Type: "BANK" },
    { Code: "200", Name: "Sales", Type: "REVENUE", TaxType: "OUTPUT2" },
    { Code: "210", Name: "Design Fees", Type: "REVENUE", TaxType: "OUTPUT2" },
    {
      Code: "220",
      Name: "Print and Publishing",
      Type: "REVENUE",
      TaxType: "ZERORATEDOUTPUT",
    },
    {
      Code: "299",
      Name: "Old Sales",
      Type: "REVENUE",
      TaxType: "OUTPUT2",
      Status: "ARCHIVED",
    },
    {
      Code: "610",
      Name: "Accounts Receivable",
      Type: "CURRENT",
      SystemAccount: "DEBTORS",
    },
    { Code: "820", Name: "VAT", Type: "CURRLIAB", SystemAccount: "GST" },
    {
      Code: "860",
      Name: "Rounding",
      Type: "EXPENSE",
      TaxType: "NONE",
      SystemAccount: "ROUNDING",
    },
  ],
  taxRates: [
    {
      Name: "20% (VAT on Income)",
      TaxType: "OUTPUT2",
      EffectiveRate: 20,
      ...onSales,
    },
    {
      Name: "5% (VAT on Income)",
      TaxType: "RROUTPUT",
      EffectiveRate: 5,
      ...onSales,
    },
    {
      Name: "Zero Rated Income",
      TaxType: "ZERORATEDOUTPUT",
      EffectiveRate: 0,
      ...onSales,
    },
    {
      Name: "20% (VAT on Expenses)",
      TaxType: "INPUT2",
      EffectiveRate: 20,
      CanApplyToRevenue: false,
    },
    { Name: "No VAT", TaxType: "NONE", EffectiveRate: 0 },
  ],
  currencies: ["GBP", "USD"],
  brandingThemes: [{ Name: "Standard" }, { Name: "Letterhead" }],
  trackingCategories: [{ Name: "Team", Options: ["Design", "Growth"] }],
  items: [
    {
      Code: "DESIGN",
      Name: "Design sprint",
      SalesDetails: {
        UnitPrice: 1000,
        AccountCode: "210",
        TaxType: "OUTPUT2",
      },
    },
  ],
  contacts: [
    { Name: "Aozora Inc.", EmailAddress: "Tanaka@aozora.example" },
    {
      Name: "Northwind Energy plc",
      EmailAddress: "accounts@northwind.example",
    },
    {
      Name: "Brightside Dental Practice",
      EmailAddress: "old-address@brightside.example",
      ContactNumber: `hubspot-company-${COMPANY.brightside}`,
    },
    { Name: "Twin Rivers Estates", EmailAddress: "office@twinrivers.example" },
    {
      Name: "Twin Rivers Lettings",
      EmailAddress: "office@twinrivers.example",
    },
    {
      Name: "Old Mill Brewery",
      EmailAddress: "agnes@oldmill.example",
      ContactStatus: "ARCHIVED",
    },
    { Name: "Paper & Ink Supplies", EmailAddress: "sales@paperink.example" },
  ],
};
