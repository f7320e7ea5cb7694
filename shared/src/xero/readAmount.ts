import { parseDecimal, ZERO, type Decimal } from "../money/decimal";

/** An amount as Xero sends it; one that is not sent is zero. */
export function readAmount(wire: number | undefined): Decimal {
  return wire === undefined ? ZERO : parseDecimal(wire);
}
