import { multiply, type Decimal } from "../decimal";

export {
  add,
  compare,
  multiply,
  subtract,
  toText as formatDecimal,
  type Decimal,
} from "../decimal";

/** Undefined for a text that HubSpot takes for no number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (!match || whole + fraction === "") return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

export function percentOf(a: Decimal, percent: Decimal): Decimal {
  const product = multiply(a, percent);
  return { units: product.units, scale: product.scale + 2 };
}

/** Without the zeros that follow the last digit of the fraction. */
export function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** HubSpot prints a probability as the exact value of the double that holds it: `0.4000000000000000222...`. */
export function exactDouble(text: string): string {
  return trimZeros(Number(text).toFixed(100));
}
