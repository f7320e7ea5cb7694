import { parseDecimal, ZERO, type Decimal } from "../money/decimal";
import { remember, type Cache } from "../transport/cache";
import type { XeroClient } from "./client";

/** What the invoice mapping must know about a Xero organisation; small enough to cache. */
export interface XeroSettings {
  organisationName: string;
  baseCurrency: string;
  /** False for organisations that are not registered for tax: every line then bears none. */
  paysTax: boolean;
  /** Accounts that a sales line may use, by code, with the tax type they default to. */
  accounts: Record<string, { name: string; taxType?: string }>;
  /** Codes that exist but cannot be used, with the reason. */
  refusedAccounts: Record<string, string>;
  /** The account for rounding lines. */
  roundingAccount?: string;
  /** Effective rate in percent of each active tax type that revenue may bear. */
  taxRates: Record<string, { name: string; rate: Decimal }>;
}

const HOUR = 3600;
/** Xero refuses these on a sales line. */
const NOT_FOR_SALES = new Set(["BANK"]);
const SYSTEM_NOT_FOR_SALES = new Set(["DEBTORS", "CREDITORS", "GST"]);

/** The organisation's settings: three calls, then cached for an hour. `fresh` reads them anew. */
export async function loadXeroSettings(
  xero: XeroClient,
  cache: Cache,
  { fresh = false } = {},
): Promise<XeroSettings> {
  const key = `xero-settings-${xero.tenantId}`;
  if (!fresh) return remember(cache, key, HOUR, () => readSettings(xero));
  const settings = await readSettings(xero);
  await cache.set(key, settings, HOUR);
  return settings;
}

async function readSettings(xero: XeroClient): Promise<XeroSettings> {
  const [organisation, accounts, taxRates] = await Promise.all([
    xero.organisation(),
    xero.accounts(),
    xero.taxRates(),
  ]);
  const settings: XeroSettings = {
    organisationName: organisation.Name ?? "",
    baseCurrency: organisation.BaseCurrency ?? "",
    paysTax: organisation.PaysTax ?? true,
    accounts: {},
    refusedAccounts: {},
    taxRates: {},
  };
  for (const account of accounts) {
    if (!account.Code) continue;
    if (account.SystemAccount === "ROUNDING")
      settings.roundingAccount = account.Code;
    const refusal =
      account.Status !== "ACTIVE"
        ? "it is archived"
        : NOT_FOR_SALES.has(account.Type ?? "") ||
            SYSTEM_NOT_FOR_SALES.has(account.SystemAccount ?? "")
          ? "it cannot be used on invoices"
          : undefined;
    if (refusal) settings.refusedAccounts[account.Code] = refusal;
    else
      settings.accounts[account.Code] = {
        name: account.Name ?? "",
        taxType: account.TaxType,
      };
  }
  for (const { TaxType, Name, Status, EffectiveRate, ...rate } of taxRates) {
    if (!TaxType || Status !== "ACTIVE" || rate.CanApplyToRevenue === false)
      continue;
    settings.taxRates[TaxType] = {
      name: Name ?? TaxType,
      rate: parseDecimal(EffectiveRate ?? ZERO),
    };
  }
  return settings;
}

/** The currencies that the organisation may invoice in, cached for an hour. */
export async function loadXeroCurrencies(
  xero: XeroClient,
  cache: Cache,
): Promise<string[]> {
  return remember(cache, `xero-currencies-${xero.tenantId}`, HOUR, async () =>
    (await xero.currencies()).flatMap(({ Code }) => (Code ? [Code] : [])),
  );
}

/** A sellable item's account and tax, where it has them. */
export interface ItemDefaults {
  accountCode?: string;
  taxType?: string;
}

/** Sellable items by code in lower case, cached for an hour; read only when a line carries a SKU. */
export async function loadXeroItems(
  xero: XeroClient,
  cache: Cache,
): Promise<Record<string, { code: string } & ItemDefaults>> {
  return remember(cache, `xero-items-${xero.tenantId}`, HOUR, async () => {
    const sold = (await xero.items()).filter(
      ({ Code, IsSold }) => Code && IsSold !== false,
    );
    return Object.fromEntries(
      sold.map(({ Code = "", SalesDetails = {} }) => [
        Code.toLowerCase(),
        {
          code: Code,
          accountCode: SalesDetails.AccountCode,
          taxType: SalesDetails.TaxType,
        },
      ]),
    );
  });
}
