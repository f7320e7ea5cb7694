import { validation } from "../error/connectorError";
import { PRODUCT_PROPERTIES } from "../hubspot/properties";
import { requiredText, type Input } from "../input/input";
import { checkPrice, checkSource } from "../item/checkSource";
import type { Item } from "../item/item";
import { itemChanges } from "../item/itemChanges";
import type { UpsertedItem } from "../item/itemOutput";
import { readItemOptions } from "../item/itemOptions";
import { readItem } from "../item/readItem";
import { readProduct } from "../item/readProduct";
import { productProperties } from "../item/writeItem";
import type { XeroClient } from "../xero/client";
import type { Context } from "./context";
import { createProduct, findProduct } from "./findProduct";
import { productPrice } from "./itemPrice";
import { onlyItem } from "./upsertXeroItem";

/**
 * Brings a Xero item, as it is at this moment, to the HubSpot product with its code as SKU: found, created, or given
 * the fields that differ. Unchanged, it costs two reads and no write.
 * @throws ConnectorError `validation` for an item that cannot be carried over, `conflict` for several products of one
 *   SKU, `busy` when one may just have been created
 */
export async function upsertHubspotProduct(
  context: Pick<Context, "hubspot" | "xero" | "cache" | "now">,
  input: Input,
): Promise<UpsertedItem> {
  const { hubspot, xero } = context;
  const key = requiredText(input, "item", "Xero Item");
  const options = readItemOptions({ ...input, accountCode: "", taxType: "" });
  const item = await readXeroItem(xero, key);
  const code = checkSource(item, "Xero", options);
  const property = options.fields.has("price")
    ? (await productPrice(context)).property
    : "price";
  const read = [...new Set([...PRODUCT_PROPERTIES, property])];
  const stored = await findProduct(context, code, read);
  const target = stored && readProduct(stored, property);
  const changed = itemChanges(item, target, options);
  const answer = (
    outcome: UpsertedItem["outcome"],
    product: Item,
  ): UpsertedItem => ({
    outcome,
    item: { ...product, xeroId: item.xeroId },
    changed,
  });
  if (!target) {
    if (!options.mayCreate) return { outcome: "missing", item, changed: {} };
    const properties = {
      hs_sku: code,
      ...productProperties({ name: code, ...changed }, property),
    };
    const created = await createProduct(context, code, properties);
    return answer("created", readProduct(created, property));
  }
  if (changed.unitPrice && target.hasTiers) checkPrice(target, "HubSpot");
  if (Object.keys(changed).length === 0) return answer("unchanged", target);
  const properties = productProperties(changed, property);
  const id = target.hubspotId ?? "";
  await hubspot.update("products", id, properties, `the product ${code}`);
  return answer("updated", { ...target, ...changed });
}

/** @param key an item's id, which no code is as long as, or its code */
async function readXeroItem(xero: XeroClient, key: string): Promise<Item> {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key))
    return readItem(await xero.itemById(key, `item ${key}`));
  const found = onlyItem(await xero.itemsByCode(key), key);
  if (found) return readItem(found);
  throw validation(
    `Xero has no item with the code "${key}". Check the code and the organisation.`,
  );
}
