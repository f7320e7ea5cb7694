import { decimalsOf, format, type Decimal } from "./decimal";

/** Currencies whose smallest unit is not a hundredth, by ISO 4217. */
const WHOLE = new Set(
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "),
);
const THOUSANDTHS = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** How many digits after the point a currency has; 2 for one that is not known. */
export function currencyDecimals(currency: string | undefined): number {
  if (WHOLE.has(currency ?? "")) return 0;
  return THOUSANDTHS.has(currency ?? "") ? 3 : 2;
}

/**
 * An amount with its currency's decimals, and more where it has more: what Xero holds is never rounded for the eye. Xero
 * keeps two decimals of every currency, so an amount in yen may have some.
 */
export function plainAmount(
  amount: Decimal,
  currency: string | undefined,
): string {
  const own = currencyDecimals(currency);
  const needed = decimalsOf(amount);
  return format(amount, needed <= own ? own : Math.max(2, needed));
}

/** For people to read: `5400.00 GBP`, `1105 JPY`, `12.345 KWD`. */
export function moneyText(
  amount: Decimal,
  currency: string | undefined,
): string {
  return `${plainAmount(amount, currency)} ${currency ?? ""}`.trimEnd();
}
