import { decimal, divide, toNumber } from "../decimal";

/** Units of each currency for one US dollar: stands in for the XE day rates, and never moves. */
const PER_DOLLAR: Record<string, string> = {
  USD: "1",
  EUR: "0.9200",
  GBP: "0.7900",
  AUD: "1.5200",
  NZD: "1.6600",
  CAD: "1.3700",
  CHF: "0.8800",
  JPY: "151.0000",
  SGD: "1.3400",
  ZAR: "18.4000",
  SEK: "10.5000",
  NOK: "10.8000",
  DKK: "6.8600",
  PLN: "3.9800",
  INR: "84.0000",
  HKD: "7.8000",
};

/** Foreign units per unit of the base currency, as Xero shows CurrencyRate. */
export function exchangeRate(foreign: string, base: string): number {
  return toNumber(
    divide(
      decimal(PER_DOLLAR[foreign] ?? "1"),
      decimal(PER_DOLLAR[base] ?? "1"),
      6,
    ),
  );
}
