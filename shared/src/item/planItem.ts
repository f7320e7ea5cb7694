import { ConnectorError } from "../error/connectorError";
import type { XeroItem } from "../xero/wire";
import { checkPrice } from "./checkSource";
import { describeItem, type Item } from "./item";
import { itemChanges, type ItemChanges } from "./itemChanges";
import type { ItemOptions } from "./itemOptions";
import type { UpsertedItem } from "./itemOutput";
import { readItem } from "./readItem";
import {
  newProduct,
  newXeroItem,
  productProperties,
  xeroItemUpdate,
} from "./writeItem";

/** What an upsert does on its target side. */
export interface ItemPlan<Body> {
  outcome: UpsertedItem["outcome"];
  changed: ItemChanges;
  /** What is written: a new record or the changes of the one that is there. */
  body?: Body;
}

/**
 * What becomes of the Xero item of a product.
 * @param stored the item of this code; undefined where there is none
 * @throws ConnectorError `validation` for an item that is only bought
 */
export function planXeroItem(
  product: Item,
  code: string,
  stored: XeroItem | undefined,
  options: ItemOptions,
): ItemPlan<XeroItem> {
  if (stored?.IsSold === false)
    throw new ConnectorError(
      "validation",
      `The item ${stored.Code} in Xero is only bought, not sold. Tick "I sell this item" there, or give the product ${describeItem(product)} another SKU.`,
    );
  const changed = itemChanges(product, stored && readItem(stored), options);
  return planned(changed, Boolean(stored), options, () =>
    stored ? xeroItemUpdate(stored, changed) : newXeroItem(code, changed),
  );
}

/**
 * What becomes of the HubSpot product of an item.
 * @param target the product with this SKU; undefined where there is none
 * @param property the one that holds the price in the Xero organisation's currency
 * @throws ConnectorError `validation` where tiered prices stand in the way of a new one
 */
export function planHubspotProduct(
  item: Item,
  code: string,
  target: Item | undefined,
  property: string,
  options: ItemOptions,
): ItemPlan<Record<string, string>> {
  const changed = itemChanges(item, target, options);
  if (changed.unitPrice && target?.hasTiers) checkPrice(target, "HubSpot");
  return planned(changed, Boolean(target), options, () =>
    target
      ? productProperties(changed, property)
      : newProduct(code, changed, property),
  );
}

function planned<Body>(
  changed: ItemChanges,
  isThere: boolean,
  { mayCreate }: ItemOptions,
  write: () => Body,
): ItemPlan<Body> {
  if (!isThere)
    return mayCreate
      ? { outcome: "created", changed, body: write() }
      : { outcome: "missing", changed: {} };
  return Object.keys(changed).length > 0
    ? { outcome: "updated", changed, body: write() }
    : { outcome: "unchanged", changed };
}
