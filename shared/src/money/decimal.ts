/**
 * Exact decimal numbers as plain text ("33.335", "-0.01"): they survive JSON,
 * never meet a float, and need no class on either platform.
 */
export type Decimal = string & { readonly __decimal: true };

export const ZERO = "0" as Decimal;

interface Scaled {
  units: bigint;
  scale: number;
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * Reads user or vendor input as an exact decimal.
 * @param maxDecimals most digits after the point that the place allows (trailing zeros do not count)
 * @throws RangeError on anything that is not a plain decimal number: `1e5`, `NaN`, `1,000`, an empty text
 */
export function parseDecimal(
  input: string | number,
  maxDecimals = Infinity,
): Decimal {
  const text = String(input).trim();
  if (!PLAIN.test(text)) {
    throw new RangeError(
      `"${text.slice(0, 40)}" is not a plain decimal number such as 1234.56.`,
    );
  }
  const decimal = toText(toScaled(text));
  if (decimalsOf(decimal) > maxDecimals) {
    throw new RangeError(
      `"${text.slice(0, 40)}" has more than ${maxDecimals} decimals.`,
    );
  }
  return decimal;
}

/** How many digits stand after the point, trailing zeros left out. */
export function decimalsOf(value: Decimal): number {
  return (value.split(".")[1] ?? "").length;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return toText({ units: x + y, scale });
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return toText({ units: x - y, scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const x = toScaled(a);
  const y = toScaled(b);
  return toText({ units: x.units * y.units, scale: x.scale + y.scale });
}

/** `rate` percent of `value`, exact. */
export function percentOf(value: Decimal, rate: Decimal): Decimal {
  return multiply(multiply(value, rate), "0.01" as Decimal);
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, ZERO);
}

/** -1, 0 or 1, as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function absolute(value: Decimal): Decimal {
  return (value.startsWith("-") ? value.slice(1) : value) as Decimal;
}

/** Rounded to `places` digits, half away from zero: how both vendors treat money. */
export function round(value: Decimal, places: number): Decimal {
  return divide(value, "1" as Decimal, places);
}

/**
 * `a / b` rounded to `places` digits, half away from zero.
 * @throws RangeError when `b` is zero
 */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  const [x, y] = align(a, b);
  if (y === 0n) throw new RangeError("Division by zero.");
  const numerator = x * 10n ** BigInt(places);
  const positive = numerator < 0n === y < 0n;
  const [top, bottom] = [magnitude(numerator), magnitude(y)];
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return toText({ units: positive ? rounded : -rounded, scale: places });
}

/** Rounded to `places` digits, away from zero whatever is cut off. */
export function roundUp(value: Decimal, places: number): Decimal {
  const rounded = round(value, places);
  if (compare(absolute(rounded), absolute(value)) >= 0) return rounded;
  const unit = toText({ units: 1n, scale: places });
  return value.startsWith("-") ? subtract(rounded, unit) : add(rounded, unit);
}

/** With exactly `places` digits after the point, for people to read: "1250.00". */
export function format(value: Decimal, places = 2): string {
  const [whole = "0", fraction = ""] = round(value, places).split(".");
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, "0")}`;
}

/**
 * The JSON number that stands for this decimal on the wire; amounts of up to
 * 15 significant digits come back from JSON as the same digits.
 */
export function toNumber(value: Decimal): number {
  return Number(value);
}

function toScaled(text: string): Scaled {
  const [whole = "", fraction = ""] = text.split(".");
  return { units: BigInt(`${whole}${fraction}`), scale: fraction.length };
}

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const x = toScaled(a);
  const y = toScaled(b);
  const scale = Math.max(x.scale, y.scale);
  const raise = (value: Scaled) =>
    value.units * 10n ** BigInt(scale - value.scale);
  return [raise(x), raise(y), scale];
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function toText({ units, scale }: Scaled): Decimal {
  const digits = String(magnitude(units)).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const text = fraction ? `${whole}.${fraction}` : whole;
  return (units < 0n ? `-${text}` : text) as Decimal;
}
