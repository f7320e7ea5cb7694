import { toNumber, toText } from "./convert";
import type { BinaryOperator, UnaryOperator } from "./syntax";

/** `!`, `-` or `+` of a value. */
export function operateOne(operator: UnaryOperator, value: unknown): unknown {
  if (operator === "!") return !value;
  return operator === "-" ? -toNumber(value) : toNumber(value);
}

/** Any operator of two values that needs both of them. */
export function operate(
  operator: Exclude<BinaryOperator, "&&" | "||">,
  left: unknown,
  right: unknown,
): unknown {
  switch (operator) {
    case "==":
      return isSame(left, right);
    case "!=":
      return !isSame(left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return isOrdered(operator, left, right);
    case "+":
      return typeof left === "number" && typeof right === "number"
        ? left + right
        : toText(left) + toText(right);
    case "-":
      return toNumber(left) - toNumber(right);
    case "*":
      return toNumber(left) * toNumber(right);
    case "/":
      return toNumber(left) / toNumber(right);
    case "%":
      return toNumber(left) % toNumber(right);
  }
}

/** Strict equality, but two dates are the same when their time is. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left instanceof Date && right instanceof Date) {
    return left.getTime() === right.getTime();
  }
  return left === right;
}

/** Two texts compare as texts, everything else as numbers; never true of undefined or null. */
function isOrdered(
  operator: "<" | "<=" | ">" | ">=",
  left: unknown,
  right: unknown,
): boolean {
  const [a, b] =
    typeof left === "string" && typeof right === "string"
      ? [left, right]
      : [comparable(left, right), comparable(right, left)];
  switch (operator) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

/** Inferred: beside a date, a text is read as a date, for a stored date comes back as text. */
function comparable(value: unknown, other: unknown): number {
  return other instanceof Date && typeof value === "string"
    ? Date.parse(value)
    : toNumber(value);
}
