import {
  add,
  formatDecimal,
  multiply,
  parseDecimal,
  percentOf,
  subtract,
  trimZeros,
  type Decimal,
} from "./decimal";
import type { TaxRate } from "./types";

type Values = Record<string, string | undefined>;

/**
 * `discount` is taken off each unit, `hs_discount_percentage` off the whole; a percentage wins over an amount.
 * Nothing is rounded: HubSpot shows rounded amounts and keeps exact ones.
 */
export function lineItemAmounts(
  properties: Values,
  taxRates: TaxRate[],
): Values {
  const price = decimal(properties.price);
  const quantity = decimal(properties.quantity);
  if (!price || !quantity) {
    return {
      amount: undefined,
      hs_pre_discount_amount: undefined,
      hs_total_discount: undefined,
      hs_tax_amount: undefined,
      hs_post_tax_amount: undefined,
    };
  }
  const gross = multiply(price, quantity);
  const discount = totalDiscount(properties, gross, quantity);
  const net = subtract(gross, discount);
  const rate = taxRates.find(
    ({ id }) => id === properties.hs_tax_rate_group_id,
  );
  const tax = rate && percentOf(net, percentage(rate));
  return {
    amount: text(net),
    hs_pre_discount_amount: text(gross),
    hs_total_discount: text(discount),
    hs_tax_amount: tax && text(tax),
    hs_post_tax_amount: tax && text(add(net, tax)),
  };
}

function totalDiscount(
  properties: Values,
  gross: Decimal,
  quantity: Decimal,
): Decimal {
  const percent = decimal(properties.hs_discount_percentage);
  if (percent && percent.units !== 0n) return percentOf(gross, percent);
  const perUnit = decimal(properties.discount);
  return perUnit ? multiply(perUnit, quantity) : { units: 0n, scale: 0 };
}

function percentage(rate: TaxRate): Decimal {
  return decimal(String(rate.percentageRate)) ?? { units: 0n, scale: 0 };
}

function decimal(value: string | undefined): Decimal | undefined {
  return value === undefined ? undefined : parseDecimal(value);
}

function text(value: Decimal): string {
  return trimZeros(formatDecimal(value));
}
