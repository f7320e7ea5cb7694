import { guidFrom } from "./ids";
import type { XeroState } from "./state";
import type {
  Account,
  BrandingTheme,
  Contact,
  Invoice,
  Item,
  Organisation,
  TaxRate,
  TrackingCategory,
  XeroBooks,
} from "./types";
import { calendarDateOf, wireDate, wireInstant } from "./wireDates";

type Needs<T, Keys extends keyof T> = Partial<T> & Pick<T, Keys>;

/** One organisation to begin with, in wire spelling. What a seed leaves out gets Xero's default. */
export interface OrganisationSeed {
  organisation: Needs<
    Organisation,
    "OrganisationID" | "Name" | "BaseCurrency" | "CountryCode"
  >;
  accounts: Needs<Account, "Code" | "Name" | "Type">[];
  taxRates: Needs<TaxRate, "Name" | "TaxType" | "EffectiveRate">[];
  currencies: string[];
  brandingThemes?: Needs<BrandingTheme, "Name">[];
  trackingCategories?: { Name: string; Options: string[] }[];
  items?: Needs<Item, "Code">[];
  contacts?: Needs<Contact, "Name">[];
  invoices?: Invoice[];
}

export interface XeroSeed {
  clientId: string;
  clientSecret: string;
  organisations: OrganisationSeed[];
}

export function stateFromSeed(seed: XeroSeed, now: Date): XeroState {
  return {
    clientId: seed.clientId,
    clientSecret: seed.clientSecret,
    given: 0,
    codes: [],
    refreshTokens: [],
    connections: [],
    organisations: Object.fromEntries(
      seed.organisations.map((entry) => [
        entry.organisation.OrganisationID,
        booksFromSeed(entry, now),
      ]),
    ),
    idempotency: {},
    usage: {},
  };
}

function booksFromSeed(seed: OrganisationSeed, now: Date): XeroBooks {
  const tenant = seed.organisation.OrganisationID;
  const idOf = (kind: string, key: string) =>
    guidFrom(`${tenant}/${kind}/${key}`);
  const updated = wireInstant(now);
  return {
    organisation: organisationFromSeed(seed.organisation, now),
    accounts: seed.accounts.map((account) =>
      accountFromSeed(account, idOf("account", account.Code), updated),
    ),
    taxRates: seed.taxRates.map(taxRateFromSeed),
    currencies: seed.currencies.map((Code) => ({
      Code,
      Description: currencyName(Code),
    })),
    brandingThemes: (seed.brandingThemes ?? [{ Name: "Standard" }]).map(
      (theme, place) => ({
        BrandingThemeID: idOf("theme", theme.Name),
        SortOrder: place,
        CreatedDateUTC: updated,
        ...theme,
      }),
    ),
    trackingCategories: (seed.trackingCategories ?? []).map(
      (category): TrackingCategory => ({
        Name: category.Name,
        Status: "ACTIVE",
        TrackingCategoryID: idOf("tracking", category.Name),
        Options: category.Options.map((Name) => ({
          TrackingOptionID: idOf("option", `${category.Name}/${Name}`),
          Name,
          Status: "ACTIVE",
        })),
      }),
    ),
    items: (seed.items ?? []).map((item) => ({
      ItemID: idOf("item", item.Code),
      PurchaseDetails: {},
      SalesDetails: {},
      IsTrackedAsInventory: false,
      IsSold: true,
      IsPurchased: true,
      UpdatedDateUTC: updated,
      ...item,
    })),
    contacts: (seed.contacts ?? []).map((contact, place) => ({
      // Names repeat: an archived contact may share one with an active contact.
      ContactID: idOf("contact", `${place}/${contact.Name}`),
      ContactStatus: "ACTIVE",
      ContactPersons: [],
      Addresses: [],
      Phones: [],
      IsSupplier: false,
      IsCustomer: false,
      UpdatedDateUTC: updated,
      ...contact,
    })),
    contactGroups: [],
    invoices: seed.invoices ?? [],
    ...emptySettlements(),
  };
}

/** Nothing repeats, is paid or credited yet, and numbering begins. */
export function emptySettlements() {
  return {
    repeatingInvoices: [],
    credits: [],
    allocations: [],
    payments: [],
    batchPayments: [],
    bankTransactions: [],
    nextInvoiceNumber: 1,
    nextCreditNoteNumber: 1,
  };
}

function organisationFromSeed(
  seed: OrganisationSeed["organisation"],
  now: Date,
): Organisation {
  return {
    LegalName: seed.Name,
    PaysTax: true,
    Version: "GLOBAL",
    OrganisationType: "COMPANY",
    IsDemoCompany: false,
    OrganisationStatus: "ACTIVE",
    FinancialYearEndDay: 31,
    FinancialYearEndMonth: 12,
    SalesTaxBasis: "ACCRUALS",
    SalesTaxPeriod: "3MONTHLY",
    DefaultSalesTax: "Remember previous",
    DefaultPurchasesTax: "Remember previous",
    CreatedDateUTC: `/Date(${now.getTime()})/`,
    OrganisationEntityType: "COMPANY",
    Timezone: "UTC",
    ShortCode: `!${seed.OrganisationID.slice(0, 5)}`,
    Edition: "BUSINESS",
    Class: "COMPREHENSIVE",
    Addresses: [],
    Phones: [],
    ExternalLinks: [],
    PaymentTerms: {},
    ...seed,
    ...lockDate("PeriodLockDate", seed.PeriodLockDate),
    ...lockDate("EndOfYearLockDate", seed.EndOfYearLockDate),
  };
}

function lockDate(name: string, date: string | undefined) {
  return date === undefined ? {} : { [name]: wireDate(calendarDateOf(date)) };
}

const CLASSES: Record<string, string> = {
  BANK: "ASSET",
  CURRENT: "ASSET",
  FIXED: "ASSET",
  INVENTORY: "ASSET",
  NONCURRENT: "ASSET",
  PREPAYMENT: "ASSET",
  CURRLIAB: "LIABILITY",
  LIABILITY: "LIABILITY",
  TERMLIAB: "LIABILITY",
  EQUITY: "EQUITY",
  REVENUE: "REVENUE",
  SALES: "REVENUE",
  OTHERINCOME: "REVENUE",
};

function accountFromSeed(
  seed: OrganisationSeed["accounts"][number],
  AccountID: string,
  UpdatedDateUTC: string,
): Account {
  const isBank = seed.Type === "BANK";
  return {
    AccountID,
    Status: "ACTIVE",
    TaxType: "NONE",
    Class: CLASSES[seed.Type] ?? "EXPENSE",
    EnablePaymentsToAccount: false,
    ShowInExpenseClaims: false,
    BankAccountType: isBank ? "BANK" : "",
    ReportingCode: "",
    ReportingCodeName: "",
    HasAttachments: false,
    UpdatedDateUTC,
    AddToWatchlist: false,
    ...(isBank ? {} : { SystemAccount: "" }),
    ...seed,
  };
}

function taxRateFromSeed(seed: OrganisationSeed["taxRates"][number]): TaxRate {
  return {
    CanApplyToAssets: true,
    CanApplyToEquity: true,
    CanApplyToExpenses: true,
    CanApplyToLiabilities: true,
    CanApplyToRevenue: true,
    DisplayTaxRate: seed.EffectiveRate,
    Status: "ACTIVE",
    TaxComponents: [
      {
        Name: seed.Name,
        Rate: seed.EffectiveRate,
        IsCompound: false,
        IsNonRecoverable: false,
      },
    ],
    ...seed,
  };
}

export function currencyName(code: string): string {
  return new Intl.DisplayNames("en", { type: "currency" }).of(code) ?? code;
}
