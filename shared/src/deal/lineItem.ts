import { validation } from "../error/connectorError";
import type { HubspotObject } from "../hubspot/wire";
import { currencyDecimals } from "../money/currency";
import {
  absolute,
  compare,
  multiply,
  parseDecimal,
  percentOf,
  subtract,
  ZERO,
  type Decimal,
} from "../money/decimal";

/** A line of a deal. Amounts are exact, in the deal's currency. */
export interface LineItem {
  id: string;
  name: string;
  description?: string;
  sku?: string;
  quantity: Decimal;
  unitPrice: Decimal;
  /** HubSpot's `discount`: an amount off each unit. */
  discountPerUnit: Decimal;
  discountPercent: Decimal;
  /** Quantity x price less discount; HubSpot's calculated `amount` where it has one. */
  netAmount: Decimal;
  /** Id of a HubSpot tax rate. */
  taxRateId?: string;
  currency?: string;
  /** Billing rhythm of a recurring line; absent on one-time lines. */
  recurring?: {
    frequency: string;
    period?: string;
    startDate?: string;
    numberOfPayments?: string;
    terms?: string;
    /** How long after the deal is billed the line starts, where it has no start date. */
    delayDays?: string;
    delayMonths?: string;
  };
}

/** What people call the figures of a line. */
const FIGURES = {
  quantity: "quantity",
  price: "unit price",
  discount: "unit discount",
  hs_discount_percentage: "discount in percent",
  amount: "net amount",
};

/** Deal lines in the order of the quote. */
export function readLineItems(
  wires: readonly HubspotObject[],
  dealName: string,
): LineItem[] {
  const position = ({ properties }: HubspotObject) =>
    Number(properties["hs_position_on_quote"] || Infinity);
  return [...wires]
    .sort((a, b) => position(a) - position(b) || 0)
    .map((wire) => readLineItem(wire, dealName));
}

/**
 * @throws ConnectorError `validation`, naming deal, line and field: tiered prices, negative or unreadable
 *   figures, and figures that contradict HubSpot's own net amount by more than a cent
 */
export function readLineItem(wire: HubspotObject, dealName: string): LineItem {
  const value = (name: string) => wire.properties[name] || undefined;
  const sku = value("hs_sku");
  const name = value("name") ?? sku ?? `Line item ${wire.id}`;
  const refuse = (reason: string) =>
    validation(`Deal "${dealName}", line "${name}": ${reason}`);
  const decimal = (
    property: keyof typeof FIGURES,
    fallback: Decimal,
  ): Decimal => {
    const text = value(property);
    try {
      return text === undefined ? fallback : parseDecimal(text);
    } catch {
      throw refuse(
        `the ${FIGURES[property]} "${text?.slice(0, 40)}" is not a number. Correct it in HubSpot.`,
      );
    }
  };

  const model = value("hs_pricing_model");
  if ((model && model !== "flat") || value("hs_tier_prices")) {
    throw refuse(
      "it has a tiered price, which an invoice line cannot carry. Give the line one unit price in HubSpot.",
    );
  }
  const figure = (
    property: keyof typeof FIGURES,
    fallback: Decimal = ZERO,
  ): Decimal => {
    const read = decimal(property, fallback);
    if (compare(read, ZERO) >= 0) return read;
    throw refuse(
      `the ${FIGURES[property]} ${read} is negative. Correct the line in HubSpot; use a credit note to give money back.`,
    );
  };
  const figures = {
    quantity: figure("quantity", "1" as Decimal),
    unitPrice: figure("price"),
    discountPerUnit: figure("discount"),
    discountPercent: figure("hs_discount_percentage"),
  };
  const computed = netOf(figures);
  const netAmount = decimal("amount", computed);
  const currency = value("hs_line_item_currency_code");
  if (differ(netAmount, computed, currency)) {
    throw refuse(
      `HubSpot's net amount ${netAmount} is not quantity x price less discount (${computed}). Open the line in HubSpot, check the discount and save it again.`,
    );
  }
  if (compare(netAmount, ZERO) < 0) {
    throw refuse(
      `the discount is larger than the price. Correct the line in HubSpot.`,
    );
  }
  return {
    id: wire.id,
    name,
    description: value("description"),
    sku,
    ...figures,
    netAmount,
    taxRateId: value("hs_tax_rate_group_id"),
    currency,
    recurring: readRecurring(value),
  };
}

function netOf(
  line: Pick<
    LineItem,
    "quantity" | "unitPrice" | "discountPerUnit" | "discountPercent"
  >,
): Decimal {
  const unitDiscount =
    line.discountPercent === ZERO
      ? line.discountPerUnit
      : percentOf(line.unitPrice, line.discountPercent);
  return multiply(line.quantity, subtract(line.unitPrice, unitDiscount));
}

/** By more than a cent, or by more than one of a currency that has no smaller unit. */
function differ(a: Decimal, b: Decimal, currency: string | undefined): boolean {
  const unit = currencyDecimals(currency) === 0 ? "1" : "0.01";
  return compare(absolute(subtract(a, b)), unit as Decimal) > 0;
}

function readRecurring(
  value: (name: string) => string | undefined,
): LineItem["recurring"] {
  const frequency = value("recurringbillingfrequency");
  if (!frequency) return undefined;
  return {
    frequency,
    period: value("hs_recurring_billing_period"),
    startDate: value("hs_recurring_billing_start_date"),
    numberOfPayments: value("hs_recurring_billing_number_of_payments"),
    terms: value("hs_recurring_billing_terms"),
    delayDays: value("hs_billing_start_delay_days"),
    delayMonths: value("hs_billing_start_delay_months"),
  };
}
