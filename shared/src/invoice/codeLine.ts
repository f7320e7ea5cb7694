import { validation } from "../error/connectorError";
import { ZERO, type Decimal } from "../money/decimal";
import type { XeroSettings } from "../xero/settings";
import type { InvoiceLine, InvoiceStatus, LineAmountTypes } from "./invoice";

/**
 * The rate in percent that Xero will charge on a line, after checking that its account and tax type can be used.
 * Without a tax type of its own a line bears the account's.
 * @throws ConnectorError `validation`, naming the line and what the organisation has instead
 */
export function lineRate(
  line: InvoiceLine,
  where: string,
  document: { status: InvoiceStatus; lineAmountTypes: LineAmountTypes },
  settings: XeroSettings,
): Decimal {
  const account = checkAccount(line.accountCode, where, document, settings);
  if (document.lineAmountTypes === "NoTax" || !settings.paysTax) return ZERO;
  const taxType = line.taxType ?? account?.taxType;
  if (!taxType || taxType === "NONE") return ZERO;
  const rate = own(settings.taxRates, taxType);
  if (rate) return rate.rate;
  throw validation(
    `${where}: the tax type "${taxType}" does not exist in Xero or cannot be used for sales. Choose one of: ${listOf(settings.taxRates)}.`,
    { maybeStale: true },
  );
}

function checkAccount(
  code: string | undefined,
  where: string,
  document: { status: InvoiceStatus },
  settings: XeroSettings,
) {
  if (!code) {
    if (document.status === "DRAFT") return undefined;
    throw validation(
      `${where}: an invoice that is not a draft needs an account code. Choose an account in this step.`,
    );
  }
  const account = own(settings.accounts, code);
  if (account) return account;
  const reason = own(settings.refusedAccounts, code) ?? "there is none";
  throw validation(
    `${where}: the account "${code}" cannot be used in Xero: ${reason}. Choose one of: ${listOf(settings.accounts)}.`,
    { maybeStale: true },
  );
}

/** What the record holds itself; a user's text never reaches the prototype. */
function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function listOf(record: Record<string, { name: string }>): string {
  const entries = Object.entries(record).map(
    ([code, { name }]) => `${code} (${name})`,
  );
  const shown = entries.slice(0, 12).join(", ");
  return entries.length > 12 ? `${shown} ...` : shown;
}
