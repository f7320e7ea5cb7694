import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  multiply,
  round,
  roundUp,
  subtract,
  sum,
  toNumber,
  toText,
  ZERO,
} from "../decimal";
import type { Decimal } from "../decimal";
import type { LineAmountTypes, LineItem } from "./types";

const CENT = 2;
const HUNDRED = decimal(100);

export interface LineInput {
  Quantity?: number;
  UnitAmount?: number;
  LineAmount?: number;
  DiscountRate?: number;
  DiscountAmount?: number;
}

export interface LineMoney extends LineInput {
  LineAmount: number;
  messages: string[];
}

/** The amount of one line; whichever of price and line amount is missing comes from the other. */
export function priceLine(input: LineInput, unitPlaces: number): LineMoney {
  const { Quantity, UnitAmount, LineAmount } = input;
  if (UnitAmount === undefined && LineAmount === undefined)
    return { ...input, LineAmount: 0, messages: [] };

  const quantity = round(decimal(Quantity ?? 1), 4);
  if (UnitAmount === undefined) {
    const amount = round(decimal(LineAmount!), CENT);
    const unit =
      quantity.units === 0n ? ZERO : divide(amount, quantity, unitPlaces);
    return {
      ...input,
      Quantity: toNumber(quantity),
      UnitAmount: toNumber(unit),
      LineAmount: toNumber(amount),
      messages: [],
    };
  }

  const unit = round(decimal(UnitAmount), unitPlaces);
  const gross = multiply(quantity, unit);
  const discount = discountOn(gross, input);
  const amount = subtract(round(gross, CENT), discount);
  const messages = discountProblems(input, gross);
  if (
    LineAmount !== undefined &&
    compare(round(decimal(LineAmount), CENT), amount) !== 0
  )
    messages.push(
      `The line total ${toText(round(decimal(LineAmount), CENT))} does not match the expected line total ${toText(round(amount, CENT))}`,
    );
  return {
    ...input,
    Quantity: toNumber(quantity),
    UnitAmount: toNumber(unit),
    LineAmount: toNumber(amount),
    messages,
  };
}

/** A percentage is rounded up to the cent before it is taken off: 2120.44 less 10% is 1908.39, not 1908.40. */
function discountOn(gross: Decimal, input: LineInput): Decimal {
  if (input.DiscountRate !== undefined)
    return roundUp(
      multiply(multiply(gross, decimal(input.DiscountRate)), decimal("0.01")),
      CENT,
    );
  return round(decimal(input.DiscountAmount ?? 0), CENT);
}

/** Xero refuses these two, with texts that were not seen. */
function discountProblems(input: LineInput, gross: Decimal): string[] {
  const rate = input.DiscountRate ?? 0;
  const messages: string[] = [];
  if (rate < 0 || rate > 100)
    messages.push("The discount rate must be between 0 and 100.");
  if (isDiscounted(input) && gross.units < 0n)
    messages.push("A discount cannot be applied to a negative line amount.");
  return messages;
}

export function isDiscounted(line: LineInput): boolean {
  return Boolean(line.DiscountRate || line.DiscountAmount);
}

/** Tax is rounded on each line, ties away from zero, and only then added up. */
export function taxOn(
  lineAmount: number,
  rate: number,
  lineAmountTypes: LineAmountTypes,
): number {
  const percent = decimal(rate);
  const amount = decimal(lineAmount);
  switch (lineAmountTypes) {
    case "Exclusive":
      return toNumber(divide(multiply(amount, percent), HUNDRED, CENT));
    case "Inclusive":
      return toNumber(
        divide(multiply(amount, percent), add(HUNDRED, percent), CENT),
      );
    case "NoTax":
      return 0;
  }
}

export function isTaxTooBig(taxAmount: number, lineAmount: number): boolean {
  return (
    compare(absolute(decimal(taxAmount)), absolute(decimal(lineAmount))) > 0
  );
}

export function roundUnit(amount: number, places: number): number {
  return toNumber(round(decimal(amount), places));
}

export interface Totals {
  SubTotal: number;
  TotalTax: number;
  Total: number;
}

export function totals(
  lines: readonly LineItem[],
  lineAmountTypes: LineAmountTypes,
): Totals {
  const amounts = sum(lines.map((line) => decimal(line.LineAmount)));
  const tax = sum(lines.map((line) => decimal(line.TaxAmount ?? 0)));
  const isInclusive = lineAmountTypes === "Inclusive";
  return {
    SubTotal: toNumber(isInclusive ? subtract(amounts, tax) : amounts),
    TotalTax: toNumber(tax),
    Total: toNumber(isInclusive ? amounts : add(amounts, tax)),
  };
}

export function amountDue(
  total: number,
  paid: number,
  credited: number,
): number {
  return toNumber(
    subtract(subtract(decimal(total), decimal(paid)), decimal(credited)),
  );
}
