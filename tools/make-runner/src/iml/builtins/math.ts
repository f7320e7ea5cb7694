import { isEmpty, toNumber, toText } from "../convert";
import type { Builtin } from "./builtin";

/** A function of one number. Inferred: nothing stays nothing. */
const one =
  (change: (value: number) => number): Builtin =>
  ([value]) =>
    isEmpty(value) ? undefined : change(toNumber(value));

/** A function of a list of numbers, or of its arguments. Inferred: of no numbers it is undefined. */
const many =
  (reduce: (values: number[]) => number): Builtin =>
  (args) => {
    const values = numbers(args);
    return values.length ? reduce(values) : undefined;
  };

export const mathFunctions: Record<string, Builtin> = {
  abs: one(Math.abs),
  average: many(average),
  ceil: one(Math.ceil),
  floor: one(Math.floor),
  formatNumber: ([value, decimals, point, thousands]) =>
    isEmpty(value)
      ? undefined
      : formatNumber(
          toNumber(value),
          isEmpty(decimals) ? 0 : toNumber(decimals),
          point === undefined ? "," : toText(point),
          thousands === undefined ? "." : toText(thousands),
        ),
  max: many((values) => values.reduce((a, b) => Math.max(a, b))),
  median: many(median),
  min: many((values) => values.reduce((a, b) => Math.min(a, b))),
  parseNumber: ([value, point]) => parseNumber(value, toText(point) || "."),
  // The documentation knows no 2nd argument.
  round: one(Math.round),
  stdevP: many((values) => deviation(values, values.length)),
  stdevS: many((values) => deviation(values, values.length - 1)),
  sum: (args) => sum(numbers(args)),
  trunc: ([value, decimals]) => {
    if (isEmpty(value)) return undefined;
    const [whole = "", rest = ""] = plain(toNumber(value)).split(".");
    const kept = rest.slice(0, isEmpty(decimals) ? 0 : toNumber(decimals));
    return Number(kept ? `${whole}.${kept}` : whole);
  },
};

/** Inferred: elements that are nothing do not count. */
function numbers(args: unknown[]): number[] {
  return args
    .flat()
    .filter((value) => !isEmpty(value))
    .map(toNumber);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function average(values: number[]): number {
  return sum(values) / values.length;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return average(sorted.slice(sorted.length % 2 ? half : half - 1, half + 1));
}

function deviation(values: number[], of: number): number {
  const mean = average(values);
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / of);
}

function formatNumber(
  value: number,
  decimals: number,
  point: string,
  thousands: string,
): string {
  const [whole = "", rest] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => thousands);
  return rest === undefined ? grouped : grouped + point + rest;
}

/** Inferred: whatever is no digit, sign or decimal point is a thousands separator. */
function parseNumber(value: unknown, point: string): number | undefined {
  if (typeof value === "number") return value;
  if (isEmpty(value)) return undefined;
  const [whole = "", ...rest] = toText(value).split(point);
  const digits = [whole, rest.join("")].map((t) => t.replace(/[^\d-]/g, ""));
  return digits.join("") ? Number(digits.join(".")) : NaN;
}

/** A number in digits, without an exponent where it is small enough to matter. */
function plain(value: number): string {
  const text = String(value);
  return text.includes("e-") ? value.toFixed(20) : text;
}
