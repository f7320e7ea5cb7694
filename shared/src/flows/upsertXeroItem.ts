import { ConnectorError } from "../error/connectorError";
import { PRODUCT_PROPERTIES } from "../hubspot/properties";
import { requiredText, type Input } from "../input/input";
import { checkSource } from "../item/checkSource";
import { describeItem, sameCode, type Item } from "../item/item";
import { itemChanges } from "../item/itemChanges";
import type { UpsertedItem } from "../item/itemOutput";
import { readItemOptions, type ItemOptions } from "../item/itemOptions";
import { readItem } from "../item/readItem";
import { readProduct } from "../item/readProduct";
import { newXeroItem, xeroItemUpdate } from "../item/writeItem";
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
  const { xero, cache } = context;
  const productId = requiredText(input, "productId", "HubSpot Product");
  const options = readItemOptions(input);
  const product = await readSource(context, productId, options);
  const code = checkSource(product, "HubSpot", options);
  const stored = onlyItem(await xero.itemsByCode(code), code);
  if (stored?.IsSold === false)
    throw new ConnectorError(
      "validation",
      `The item ${stored.Code} in Xero is only bought, not sold. Tick "I sell this item" there, or give the product ${describeItem(product)} another SKU.`,
    );
  const target = stored && readItem(stored);
  const changed = itemChanges(product, target, options);
  const answer = (
    outcome: UpsertedItem["outcome"],
    wire: XeroItem,
  ): UpsertedItem => ({
    outcome,
    item: { ...readItem(wire), hubspotId: product.hubspotId },
    changed,
  });
  if (!stored) {
    if (!options.mayCreate)
      return { outcome: "missing", item: product, changed: {} };
    const item = newXeroItem(code, changed);
    const created = await xero.createItem(item, `the item ${code}`);
    await forgetXeroItems(xero, cache);
    return answer("created", created);
  }
  if (Object.keys(changed).length === 0) return answer("unchanged", stored);
  const update = xeroItemUpdate(stored, changed);
  const id = stored.ItemID ?? "";
  const updated = await xero.updateItem(id, update, `the item ${code}`);
  await forgetXeroItems(xero, cache);
  return answer("updated", updated);
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

/**
 * The one item of a code. Should Xero ever tell cases apart, the code as it is written decides.
 * @throws ConnectorError `conflict` when several could be meant
 */
export function onlyItem(
  found: readonly XeroItem[],
  code: string,
): XeroItem | undefined {
  const same = found.filter(({ Code }) => sameCode(Code, code));
  const exact = same.filter(({ Code }) => Code === code);
  const [first, second] = exact.length ? exact : same;
  if (!second) return first;
  throw new ConnectorError(
    "conflict",
    `Xero has several items with the code ${code}: ${first?.Code} and ${second.Code}. Give one of them another code.`,
  );
}
