import type { LineItem } from "../deal/lineItem";
import {
  compare,
  decimalsOf,
  multiply,
  percentOf,
  round,
  subtract,
  ZERO,
  type Decimal,
} from "../money/decimal";
import { truncate } from "../text/text";
import type { InvoiceLine } from "./invoice";

type PricedLine = Pick<
  InvoiceLine,
  | "description"
  | "quantity"
  | "unitPrice"
  | "discountPercent"
  | "discountAmount"
>;

const XERO_DECIMALS = 4;
const DESCRIPTION_LIMIT = 4000;

/**
 * The invoice line of a deal line; Xero's LineAmount for it is the line's net amount to the cent.
 *
 * A percentage stays a percentage where it takes off whole cents. Elsewhere Xero
 * would round the discount, so the discount is sent as an amount. Figures with
 * more than 4 decimals, which Xero cannot hold, become one unit at the net price.
 */
export function billLine(line: LineItem): PricedLine {
  const description = describe(line);
  const net = round(line.netAmount, 2);
  if (
    decimalsOf(line.unitPrice) > XERO_DECIMALS ||
    decimalsOf(line.quantity) > XERO_DECIMALS
  ) {
    const figures = `(${line.quantity} x ${line.unitPrice}${discountText(line)})`;
    return {
      description: truncate(`${description} ${figures}`, DESCRIPTION_LIMIT),
      quantity: "1" as Decimal,
      unitPrice: net,
    };
  }
  const gross = multiply(line.quantity, line.unitPrice);
  const priced = {
    description,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
  };
  const off = percentOf(gross, line.discountPercent);
  if (
    compare(line.discountPercent, ZERO) > 0 &&
    Math.max(
      decimalsOf(gross),
      decimalsOf(off),
      decimalsOf(line.discountPercent),
    ) <= 2 &&
    compare(subtract(gross, off), net) === 0
  ) {
    return { ...priced, discountPercent: line.discountPercent };
  }
  const discountAmount = subtract(round(gross, 2), net);
  if (compare(discountAmount, ZERO) < 0) {
    // HubSpot's own rounding lies a cent above ours: its net amount is the truth.
    return { description, quantity: "1" as Decimal, unitPrice: net };
  }
  return discountAmount === ZERO ? priced : { ...priced, discountAmount };
}

function describe({ name, description }: LineItem): string {
  const text =
    description && description !== name ? `${name}\n${description}` : name;
  return truncate(text, DESCRIPTION_LIMIT);
}

function discountText(line: LineItem): string {
  if (line.discountPercent !== ZERO) return ` less ${line.discountPercent}%`;
  return line.discountPerUnit === ZERO
    ? ""
    : ` less ${line.discountPerUnit} each`;
}
