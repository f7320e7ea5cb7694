import { PRODUCT_PROPERTIES } from "../hubspot/properties";
import { requiredText, type Input } from "../input/input";
import { checkSource } from "../item/checkSource";
import type { Item } from "../item/item";
import type { UpsertedItem } from "../item/itemOutput";
import { readItemOptions, type ItemOptions } from "../item/itemOptions";
import { onlyItem } from "../item/onlyOne";
import { planXeroItem } from "../item/planItem";
import { readItem } from "../item/readItem";
import { readProduct } from "../item/readProduct";
import { forgetXeroItems } from "../xero/items";
import type { XeroItem } from "../xero/wire";
import type { Context } from "./context";
import { checkCurrencyOf, productPrice } from "./itemPrice";

type ItemContext = Pick<Context, "hubspot" | "xero" | "cache">;

/**
 * Brings a HubSpot product, as it is at this moment, to the Xero item of its SKU: found by code, created, or given
 * the fields that differ. Unchanged, it costs two reads and no write.
 * @throws ConnectorError `validation` for a product that cannot be carried over, `conflict` for several items of one code
 */
export async function upsertXeroItem(
  context: ItemContext,
  input: Input,
): Promise<UpsertedItem> {
  const { xero } = context;
  const productId = requiredText(input, "productId", "HubSpot Product");
  const options = readItemOptions(input);
  const product = await readSource(context, productId, options);
  const code = checkSource(product, "HubSpot", options);
  const stored = onlyItem(await xero.itemsByCode(code), code);
  const { outcome, changed, body } = planXeroItem(
    product,
    code,
    stored,
    options,
  );
  if (outcome === "missing") return { outcome, item: product, changed };
  const item = body ? await write(context, body, code, stored) : stored;
  return {
    outcome,
    item: { ...readItem(item ?? {}), hubspotId: product.hubspotId },
    changed,
  };
}

async function write(
  { xero, cache }: ItemContext,
  body: XeroItem,
  code: string,
  stored: XeroItem | undefined,
): Promise<XeroItem> {
  const record = `the item ${code}`;
  const written = stored
    ? await xero.updateItem(stored.ItemID ?? "", body, record)
    : await xero.createItem(body, record);
  await forgetXeroItems(xero, cache);
  return written;
}

async function readSource(
  context: ItemContext,
  productId: string,
  { fields }: ItemOptions,
): Promise<Item> {
  const price = fields.has("price") ? await productPrice(context) : undefined;
  const wire = await context.hubspot.get(
    "products",
    productId,
    {
      properties: [
        ...new Set([...PRODUCT_PROPERTIES, price?.property ?? ""]),
      ].filter(Boolean),
    },
    `product ${productId}`,
  );
  const product = readProduct(wire, price?.property);
  if (price) checkCurrencyOf(product, price, wire.properties["price"]);
  return product;
}
