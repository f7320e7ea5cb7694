import { currencyDecimals } from "../money/currency";
import {
  compare,
  divide,
  parseDecimal,
  ZERO,
  type Decimal,
} from "../money/decimal";

/**
 * Xero's `CurrencyRate`: units of the document's currency for one unit of the organisation's base currency, with six
 * decimals; 1 for documents in the base currency. Undefined for what is no rate.
 */
export function readCurrencyRate(
  wire: number | undefined,
): Decimal | undefined {
  if (wire === undefined || !(wire > 0) || wire > 1e12) return undefined;
  const rate = parseDecimal(wire.toFixed(10));
  return compare(rate, ZERO) > 0 ? rate : undefined;
}

/**
 * An amount of a document in the organisation's base currency, rounded once. Xero's ledger converts line by line and may
 * differ from it by the rounding.
 * @param baseCurrency where it is not known, two decimals are given
 */
export function inBaseCurrency(
  amount: Decimal,
  rate: Decimal | undefined,
  baseCurrency?: string,
): Decimal | undefined {
  return rate && divide(amount, rate, currencyDecimals(baseCurrency));
}
