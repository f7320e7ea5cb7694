import {
  ConnectorError,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import { priceIn } from "@hubspot-xero/shared/flows/itemPrice";
import { PRODUCT_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { requiredText, type Input } from "@hubspot-xero/shared/input/input";
import { checkSource } from "@hubspot-xero/shared/item/checkSource";
import { describeItem, sameCode } from "@hubspot-xero/shared/item/item";
import { upsertedOutput } from "@hubspot-xero/shared/item/itemOutput";
import { readItemOptions } from "@hubspot-xero/shared/item/itemOptions";
import { onlyProduct, productSearch } from "@hubspot-xero/shared/item/onlyOne";
import {
  planHubspotProduct,
  type ItemPlan,
} from "@hubspot-xero/shared/item/planItem";
import { readProduct } from "@hubspot-xero/shared/item/readProduct";
import { attempt } from "./attempt";
import type { ItemData } from "./itemEvents";
import { checkNotOvertaken } from "./overtaken";
import { readList } from "./readList";

/** What the later requests need of the item. */
interface Source {
  code: string;
  /** The property that holds the price in the currency of the Xero organisation. */
  property: string;
}

/** How the product of an item is found and read, or why the item cannot be carried over; nothing is sent before. */
export function sourceItem(
  item: ItemData | undefined,
  parameters: Input,
  companyCurrency: string,
) {
  return attempt(() => {
    if (!item?.item)
      throw validation("Item data is empty. Map the item data of Watch items.");
    const options = readItemOptions(parameters);
    const code = checkSource(item.item, "Xero", options);
    const currency = requiredText(parameters, "currency", "Currency");
    const { property } = priceIn(companyCurrency, currency.toUpperCase());
    const read = options.fields.has("price") ? [property] : [];
    return {
      code,
      property,
      properties: [...new Set([...PRODUCT_PROPERTIES, ...read])].join(","),
      // Search lags behind, so it only says which product is read.
      search: productSearch(code, ["name", "hs_sku"]),
    };
  });
}

/** The id of the product that the search found, or what is created where it found none. */
export function productFound(
  { item }: ItemData,
  { code, property }: Source,
  found: readonly HubspotObject[] | undefined,
  parameters: Input,
) {
  return attempt(() => {
    const record = `products with the SKU ${code}`;
    const product = onlyProduct(readList(found, record, "HubSpot"), code);
    if (product) return { productId: product.id };
    const options = readItemOptions(parameters);
    const plan = planHubspotProduct(item, code, undefined, property, options);
    return { ...plan, output: upsertedOutput({ ...plan, item }) };
  });
}

/** What becomes of the product that was read, with the output: what it says once that is done. */
export function productPlan(
  { item, readAt }: ItemData,
  { code, property }: Source,
  wire: HubspotObject,
  parameters: Input,
  now: Date | string,
) {
  return attempt(() => {
    const target = readProduct(wire, property);
    if (!sameCode(target.code?.trim(), code))
      throw new ConnectorError(
        "busy",
        `The product ${describeItem(target)} no longer has the SKU ${code}, and HubSpot's search does not show that yet. Run this scenario again in a minute: nothing is made twice.`,
      );
    const options = readItemOptions(parameters);
    const plan = planHubspotProduct(item, code, target, property, options);
    if (plan.body)
      checkNotOvertaken(readAt, target.updatedAt, now, {
        source: `the item ${describeItem(item)}`,
        target: `The product ${describeItem(target)} in HubSpot`,
      });
    const shown = { ...target, ...plan.changed, xeroId: item.xeroId };
    return { ...plan, output: upsertedOutput({ ...plan, item: shown }) };
  });
}

/** What `Create or update a product` hands out of one that it created. */
export function createdProduct(
  { item }: ItemData,
  { property }: Source,
  { outcome, changed }: ItemPlan<Record<string, string>>,
  wire: HubspotObject,
) {
  const shown = { ...readProduct(wire, property), xeroId: item.xeroId };
  return upsertedOutput({ outcome, item: shown, changed });
}
