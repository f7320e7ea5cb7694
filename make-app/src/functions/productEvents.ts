import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  priceIn,
  type ProductPrice,
} from "@hubspot-xero/shared/flows/itemPrice";
import { PRODUCT_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import { text } from "@hubspot-xero/shared/input/input";
import type { Item } from "@hubspot-xero/shared/item/item";
import { productOutput } from "@hubspot-xero/shared/item/itemOutput";
import { readProduct } from "@hubspot-xero/shared/item/readProduct";
import { attempt } from "./attempt";
import { searchBounds } from "./searchWindow";

const CHANGED = "hs_lastmodifieddate";
/** As many as HubSpot gives at once. */
const PAGE = 200;

/** A product as it was read, exact: what the Xero module carries over. */
export interface ProductData {
  item: Item;
  price: ProductPrice;
  /** In the currency of the HubSpot account, as it came. */
  plainPrice?: string;
  readAt: string;
}

/**
 * The search for products that are new or were changed, newest first.
 * @param currency that of the Xero organisation, where it is not the account's
 * @param lastDate when the newest change was that Make has handed out; all products where absent
 */
export function productQuery(
  currency: string | undefined,
  { companyCurrency }: Pick<HubspotAccount, "companyCurrency">,
  lastDate?: Date | string,
  now?: Date | string,
) {
  const { property } = priceOf(currency, companyCurrency);
  const bounds = searchBounds(CHANGED, lastDate, now);
  const anyTime = { propertyName: CHANGED, operator: "HAS_PROPERTY" };
  return {
    filterGroups: [{ filters: bounds.length > 0 ? bounds : [anyTime] }],
    sorts: [{ propertyName: CHANGED, direction: "DESCENDING" }],
    properties: [...new Set([...PRODUCT_PROPERTIES, property])],
    limit: PAGE,
  };
}

/** The products that the search found, as the trigger hands them out. */
export function productEvents(
  currency: string | undefined,
  found: readonly HubspotObject[] | undefined,
  { companyCurrency }: Pick<HubspotAccount, "companyCurrency">,
  now: Date | string,
) {
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about products holds no list. Run this scenario again.",
      );
    const price = priceOf(currency, companyCurrency);
    const readAt = new Date(now).toISOString();
    const events = found.flatMap((wire) => {
      const item = readProduct(wire, price.property);
      if (!item.updatedAt) return [];
      const plainPrice = wire.properties["price"] ?? undefined;
      const product: ProductData = { item, price, plainPrice, readAt };
      return [
        {
          id: `${item.hubspotId}:${Date.parse(item.updatedAt)}`,
          ...productOutput(item),
          product,
        },
      ];
    });
    return { events };
  });
}

function priceOf(
  currency: string | undefined,
  companyCurrency: string,
): ProductPrice {
  const given = text({ currency }, "currency")?.toUpperCase();
  return priceIn(companyCurrency, given ?? companyCurrency);
}
