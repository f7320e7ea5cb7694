import type { Deal } from "../deal/deal";
import { validation } from "../error/connectorError";
import { currencyDecimals, moneyText, plainAmount } from "../money/currency";
import {
  decimalsOf,
  round,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from "../money/decimal";
import { noTaxType, type XeroSettings } from "../xero/settings";
import type { InvoiceLine } from "./invoice";
import type { DealInvoiceOptions } from "./options";
import { predictLineAmount } from "./predictTotals";

/** Digits after the point that Xero computes with, in every currency: developer.xero.com, "Rounding in Xero". */
const XERO_DECIMALS = 2;

/**
 * What a deal's invoice lines, as Xero rounds them, miss of what the deal is worth in units of its currency.
 * @param net the exact sum of the deal's net line amounts
 * @throws ConnectorError `validation` where a rounding line is needed and not wanted, or would not do: Xero keeps no
 *   thousandths of a dinar
 */
export function shortOfWorth(
  lines: readonly InvoiceLine[],
  net: Decimal,
  { name, currency }: Deal,
  { onDifference }: DealInvoiceOptions,
): Decimal {
  const worth = round(net, currencyDecimals(currency));
  const made = sum(lines.map(predictLineAmount));
  const short = subtract(worth, made);
  const value = `Deal "${name}" is worth ${moneyText(worth, currency)}, but`;
  if (decimalsOf(short) > XERO_DECIMALS)
    throw validation(
      `${value} Xero keeps two decimals in every currency, so its lines come to ${plainAmount(made, currency)} there. Change the prices in HubSpot so that the deal comes to two decimals.`,
    );
  if (short !== ZERO && onDifference === "refuse")
    throw validation(
      `${value} its lines, each rounded to the cent as Xero does, add up to ${plainAmount(made, currency)}. Round the prices in HubSpot, or let this step add a rounding line of ${plainAmount(short, currency)}.`,
    );
  return short;
}

/**
 * What makes a total whole in a currency without cents: Xero computes tax on it to the hundredth all the same.
 * @throws ConnectorError `validation` where a rounding line is needed and not wanted
 */
export function shortOfUnit(
  total: Decimal,
  { name, currency }: Deal,
  { onDifference }: DealInvoiceOptions,
): Decimal {
  const decimals = Math.min(XERO_DECIMALS, currencyDecimals(currency));
  const short = subtract(round(total, decimals), total);
  if (short !== ZERO && onDifference === "refuse")
    throw validation(
      `Deal "${name}" comes to ${moneyText(total, currency)} with tax, and ${currency} has no such fractions, so nobody could pay it. Let this step add a rounding line of ${plainAmount(short, currency)}, or bill prices with tax.`,
    );
  return short;
}

/** The rounding line of an amount, free of tax; none for zero. */
export function roundingLines(
  rounding: Decimal,
  { accountCode, lineAmountTypes }: DealInvoiceOptions,
  settings: XeroSettings,
): InvoiceLine[] {
  if (rounding === ZERO) return [];
  return [
    {
      description: "Rounding",
      quantity: "1" as Decimal,
      unitPrice: rounding,
      accountCode: settings.roundingAccount ?? accountCode,
      taxType: lineAmountTypes === "NoTax" ? undefined : noTaxType(settings),
    },
  ];
}
