import type { CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import { ConnectorError, validation } from "../error/connectorError";
import { parseDecimal, ZERO, type Decimal } from "../money/decimal";
import { remember, type Cache } from "../transport/cache";
import type { XeroClient } from "./client";
import type {
  XeroAccount,
  XeroCurrency,
  XeroOrganisation,
  XeroTaxRate,
} from "./wire";

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
  /** Nothing but drafts may be dated on or before this day. */
  lockedUntil?: CalendarDate;
  /** The account for rounding lines. */
  roundingAccount?: string;
  /** Effective rate in percent of each active tax type that revenue may bear. */
  taxRates: Record<string, { name: string; rate: Decimal }>;
}

const HOUR = 3600;
/** Xero refuses these on a sales line. */
const NOT_FOR_SALES = new Set(["BANK"]);
const SYSTEM_NOT_FOR_SALES = new Set(["DEBTORS", "CREDITORS", "GST"]);

/** The organisation's settings: three calls, then cached for an hour. */
export function loadXeroSettings(
  xero: XeroClient,
  cache: Cache,
): Promise<XeroSettings> {
  return remember(cache, settingsKey(xero), HOUR, () => fetchSettings(xero));
}

/**
 * Decides by the cached settings; what they refuse is decided again by fresh ones, which know the account, tax rate
 * or currency that was added a moment ago.
 */
export async function withXeroSettings<T>(
  xero: XeroClient,
  cache: Cache,
  decide: (settings: XeroSettings) => T,
): Promise<T> {
  const settings = await loadXeroSettings(xero, cache);
  try {
    return decide(settings);
  } catch (error) {
    if (!(error instanceof ConnectorError && error.maybeStale)) throw error;
    const fresh = await fetchSettings(xero);
    await cache.set(settingsKey(xero), fresh, HOUR);
    return decide(fresh);
  }
}

/**
 * @throws ConnectorError `validation` when the organisation cannot invoice in a currency
 * @param owner what is in that currency, for the message: `Deal "Website"`
 */
export async function checkCurrency(
  xero: XeroClient,
  cache: Cache,
  currency: string,
  owner: string,
): Promise<void> {
  const settings = await loadXeroSettings(xero, cache);
  if (currency === settings.baseCurrency) return;
  const key = `xero-currencies-${xero.tenantId}`;
  const load = async () => currencyCodes(await xero.currencies());
  if ((await remember(cache, key, HOUR, load)).includes(currency)) return;
  const currencies = await load();
  await cache.set(key, currencies, HOUR);
  if (!currencies.includes(currency))
    throw unknownCurrency(currency, owner, settings, currencies);
}

export function currencyCodes(wires: readonly XeroCurrency[]): string[] {
  return wires.flatMap(({ Code }) => (Code ? [Code] : []));
}

/** The refusal of a currency that the organisation does not use. */
export function unknownCurrency(
  currency: string,
  owner: string,
  { organisationName, baseCurrency }: XeroSettings,
  currencies: readonly string[],
): ConnectorError {
  return validation(
    `${owner} is in ${currency}, which ${organisationName} does not use in Xero (it has ${currencies.join(", ") || baseCurrency}). Nothing was made. Add ${currency} in Xero (Settings > Currencies), which needs a plan with multi-currency, or choose one of those.`,
  );
}

function settingsKey({ tenantId }: XeroClient): string {
  return `xero-settings-${tenantId}`;
}

async function fetchSettings(xero: XeroClient): Promise<XeroSettings> {
  const [organisation, accounts, taxRates] = await Promise.all([
    xero.organisation(),
    xero.accounts(),
    xero.taxRates(),
  ]);
  return readSettings(organisation, accounts, taxRates);
}

/** The settings of an organisation from its own record, its accounts and its tax rates. */
export function readSettings(
  organisation: XeroOrganisation,
  accounts: readonly XeroAccount[],
  taxRates: readonly XeroTaxRate[],
): XeroSettings {
  const settings: XeroSettings = {
    organisationName: organisation.Name ?? "",
    baseCurrency: organisation.BaseCurrency ?? "",
    paysTax: organisation.PaysTax ?? true,
    lockedUntil: lockDate(organisation),
    accounts: {},
    refusedAccounts: {},
    taxRates: {},
  };
  for (const account of accounts) {
    if (!account.Code) continue;
    const refusal =
      account.Status !== "ACTIVE"
        ? "it is archived"
        : NOT_FOR_SALES.has(account.Type ?? "") ||
            SYSTEM_NOT_FOR_SALES.has(account.SystemAccount ?? "")
          ? "it cannot be used on invoices"
          : undefined;
    if (refusal) settings.refusedAccounts[account.Code] = refusal;
    else {
      settings.accounts[account.Code] = {
        name: account.Name ?? "",
        taxType: account.TaxType,
      };
      if (account.SystemAccount === "ROUNDING")
        settings.roundingAccount = account.Code;
    }
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

/** The later of the organisation's two lock dates. */
function lockDate(organisation: XeroOrganisation): CalendarDate | undefined {
  return [organisation.PeriodLockDate, organisation.EndOfYearLockDate]
    .flatMap((date) => (date ? [readXeroDate(date)] : []))
    .sort()
    .at(-1);
}

/** The tax type of lines outside of tax: NONE, which Australia calls BASEXCLUDED. */
export function noTaxType({ taxRates }: XeroSettings): string {
  const { NONE, BASEXCLUDED } = taxRates;
  return BASEXCLUDED && !NONE ? "BASEXCLUDED" : "NONE";
}
