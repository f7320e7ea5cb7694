import type { HubspotObject } from "../hubspot/wire";
import {
  compare,
  decimalsOf,
  parseDecimal,
  ZERO,
  type Decimal,
} from "../money/decimal";
import { PRICE_DECIMALS, type Item } from "./item";

/**
 * A HubSpot product. Nothing is refused here: a trigger hands out what cannot be carried over as well.
 * @param priceProperty the property that holds the price in the Xero organisation's currency
 */
export function readProduct(
  { id, properties }: HubspotObject,
  priceProperty = "price",
): Item {
  const value = (name: string) => properties[name] || undefined;
  const model = value("hs_pricing_model");
  const isTiered =
    (model !== undefined && model !== "flat") ||
    value("hs_tier_prices") !== undefined;
  const updatedAt = value("hs_lastmodifieddate");
  return {
    hubspotId: id,
    code: value("hs_sku"),
    name: value("name"),
    description: value("description"),
    ...(isTiered
      ? {
          hasTiers: true,
          priceProblem:
            "has tiered prices in HubSpot, and a Xero item has one price",
        }
      : readPrice(value(priceProperty))),
    isSold: true,
    isArchived: value("hs_status") === "inactive",
    updatedAt: updatedAt && new Date(updatedAt).toISOString(),
  };
}

function readPrice(
  text: string | undefined,
): Pick<Item, "unitPrice" | "priceProblem"> {
  if (text === undefined) return {};
  let unitPrice: Decimal;
  try {
    unitPrice = parseDecimal(text);
  } catch {
    return { priceProblem: `has the price "${text.slice(0, 40)}"` };
  }
  if (compare(unitPrice, ZERO) < 0)
    return { priceProblem: `has the negative price ${unitPrice}` };
  return decimalsOf(unitPrice) > PRICE_DECIMALS
    ? {
        priceProblem: `has the price ${unitPrice}, and Xero takes no more than ${PRICE_DECIMALS} decimals`,
      }
    : { unitPrice };
}
