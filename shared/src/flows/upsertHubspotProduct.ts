import { validation } from "../error/connectorError";
import { PRODUCT_PROPERTIES } from "../hubspot/properties";
import { requiredText, type Input } from "../input/input";
import { checkSource } from "../item/checkSource";
import type { Item } from "../item/item";
import type { UpsertedItem } from "../item/itemOutput";
import { readItemOptions } from "../item/itemOptions";
import { onlyItem } from "../item/onlyOne";
import { planHubspotProduct } from "../item/planItem";
import { readItem } from "../item/readItem";
import { readProduct } from "../item/readProduct";
import type { XeroClient } from "../xero/client";
import { isGuid } from "../xero/guid";
import type { Context } from "./context";
import { createProduct, findProduct } from "./findProduct";
import { productPrice } from "./itemPrice";

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
  const { outcome, changed, body } = planHubspotProduct(
    item,
    code,
    target,
    property,
    options,
  );
  const answer = (product: Item): UpsertedItem => ({
    outcome,
    item: { ...product, xeroId: item.xeroId },
    changed,
  });
  if (outcome === "missing") return answer(item);
  if (!target) {
    const created = await createProduct(context, code, body ?? {});
    return answer(readProduct(created, property));
  }
  if (body)
    await hubspot.update(
      "products",
      target.hubspotId ?? "",
      body,
      `the product ${code}`,
    );
  return answer({ ...target, ...changed });
}

/** @param key an item's id, which no code is as long as, or its code */
async function readXeroItem(xero: XeroClient, key: string): Promise<Item> {
  if (isGuid(key)) return readItem(await xero.itemById(key, `item ${key}`));
  const found = onlyItem(await xero.itemsByCode(key), key);
  if (found) return readItem(found);
  throw validation(
    `Xero has no item with the code "${key}". Check the code and the organisation.`,
  );
}
