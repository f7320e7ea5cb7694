import {
  add,
  divide,
  multiply,
  percentOf,
  round,
  roundUp,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from "../money/decimal";
import type { InvoiceLine, LineAmountTypes, Totals } from "./invoice";

/**
 * Xero's LineAmount: quantity x price less the discount, to the cent. Of a percentage, Xero rounds the discount up
 * to the cent first: 2120.44 less 10% was stored as 1908.39.
 */
export function predictLineAmount(
  line: Pick<
    InvoiceLine,
    "quantity" | "unitPrice" | "discountPercent" | "discountAmount"
  >,
): Decimal {
  const gross = multiply(line.quantity, line.unitPrice);
  const discount = line.discountPercent
    ? roundUp(percentOf(gross, line.discountPercent), 2)
    : (line.discountAmount ?? ZERO);
  return round(subtract(gross, discount), 2);
}

/**
 * Xero's SubTotal, TotalTax and Total: tax is rounded to the cent for each line, then added up.
 * Rule: developer.xero.com, "Rounding in Xero".
 * @param lines LineAmounts with the effective rate in percent that each bears
 */
export function predictTotals(
  lines: readonly { lineAmount: Decimal; rate: Decimal }[],
  lineAmountTypes: LineAmountTypes,
): Totals {
  const amounts = sum(lines.map(({ lineAmount }) => lineAmount));
  if (lineAmountTypes === "NoTax")
    return { subtotal: amounts, tax: ZERO, total: amounts };
  const inclusive = lineAmountTypes === "Inclusive";
  const tax = sum(
    lines.map(({ lineAmount, rate }) =>
      inclusive
        ? divide(multiply(lineAmount, rate), add("100" as Decimal, rate), 2)
        : round(percentOf(lineAmount, rate), 2),
    ),
  );
  return inclusive
    ? { subtotal: subtract(amounts, tax), tax, total: amounts }
    : { subtotal: amounts, tax, total: add(amounts, tax) };
}
