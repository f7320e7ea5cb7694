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
import { LONGEST_DESCRIPTION, type InvoiceLine } from "./invoice";
import { predictLineAmount } from "./predictTotals";

type PricedLine = Pick<
  InvoiceLine,
  | "description"
  | "quantity"
  | "unitPrice"
  | "discountPercent"
  | "discountAmount"
>;

/** Xero's decimals of quantities, and of unit prices where `unitdp=4` is sent. */
const XERO_DECIMALS = 4;

/**
 * The invoice line of a deal line; Xero's LineAmount for it is the line's net amount to the cent.
 *
 * A percentage stays a percentage where it takes off whole cents. Elsewhere Xero
 * would round the discount, so the discount is sent as an amount. Figures with
 * more than 4 decimals, which Xero cannot hold, become one unit at the net price.
 * @param priceDecimals how many the document holds of a unit price
 */
export function billLine(
  line: LineItem,
  priceDecimals = XERO_DECIMALS,
): PricedLine {
  const net = round(line.netAmount, 2);
  if (
    decimalsOf(line.unitPrice) > priceDecimals ||
    decimalsOf(line.quantity) > XERO_DECIMALS
  ) {
    const figures = ` (${line.quantity} x ${line.unitPrice}${discountText(line)})`;
    return oneUnit(line, net, figures);
  }
  const { quantity, unitPrice } = line;
  const priced = { description: describe(line), quantity, unitPrice };
  const gross = multiply(quantity, unitPrice);
  const candidates: PricedLine[] = [
    priced,
    ...(isWholeCents(gross, line.discountPercent)
      ? [{ ...priced, discountPercent: line.discountPercent }]
      : []),
    { ...priced, discountAmount: subtract(round(gross, 2), net) },
  ];
  const exact = candidates.find(
    (candidate) =>
      !candidate.discountAmount?.startsWith("-") &&
      compare(predictLineAmount(candidate), net) === 0,
  );
  // Where no form gives HubSpot's net amount to the cent, that amount itself is billed.
  return exact ?? oneUnit(line, net, "");
}

/** True when a percentage takes off whole cents, so that no rounding of Xero's can show. */
function isWholeCents(gross: Decimal, percent: Decimal): boolean {
  const figures = [gross, percent, percentOf(gross, percent)];
  return percent !== ZERO && figures.every((figure) => decimalsOf(figure) <= 2);
}

function oneUnit(line: LineItem, net: Decimal, figures: string): PricedLine {
  const room = LONGEST_DESCRIPTION - figures.length;
  return {
    description: `${truncate(describe(line), room)}${figures}`,
    quantity: "1" as Decimal,
    unitPrice: net,
  };
}

function describe({ name, description }: LineItem): string {
  const text =
    description && description !== name ? `${name}\n${description}` : name;
  return truncate(text, LONGEST_DESCRIPTION);
}

function discountText(line: LineItem): string {
  if (line.discountPercent !== ZERO) return ` less ${line.discountPercent}%`;
  return line.discountPerUnit === ZERO
    ? ""
    : ` less ${line.discountPerUnit} each`;
}
