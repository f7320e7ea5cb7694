/** An exact decimal number: `units` of 10^-`scale`. Amounts never pass through floating-point arithmetic. */
export interface Decimal {
  units: bigint;
  scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Reads a JSON number or decimal text exactly as written. */
export function decimal(value: number | string): Decimal {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(
    String(value),
  );
  const whole = match?.[2] ?? "";
  const fraction = match?.[3] ?? "";
  if (!match || whole + fraction === "")
    throw new RangeError(`Not a decimal number: ${value}`);
  const digits = BigInt(whole + fraction) * (match[1] === "-" ? -1n : 1n);
  const scale = fraction.length - Number(match[4] ?? 0);
  return scale >= 0
    ? { units: digits, scale }
    : { units: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The nearest JSON number; exact in text for every amount Xero accepts. */
export function toNumber(value: Decimal): number {
  return Number(toText(value));
}

export function toText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units)
    .toString()
    .padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  return scale === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, ZERO);
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = subtract(a, b).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function absolute(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}

/** Ties go away from zero. */
export function round(value: Decimal, places: number): Decimal {
  return divide(value, { units: 1n, scale: 0 }, places);
}

/** Any rest goes away from zero. */
export function roundUp(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return round(value, places);
  const step = 10n ** BigInt(value.scale - places);
  const rest = value.units % step;
  const away = rest === 0n ? 0n : value.units < 0n ? -1n : 1n;
  return { units: value.units / step + away, scale: places };
}

/** The quotient rounded to `places`, ties away from zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  const shift = places + b.scale - a.scale;
  let dividend = a.units;
  let divisor = b.units;
  if (shift >= 0) dividend *= 10n ** BigInt(shift);
  else divisor *= 10n ** BigInt(-shift);
  if (divisor < 0n) [dividend, divisor] = [-dividend, -divisor];
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return { units: dividend < 0n ? -rounded : rounded, scale: places };
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}
