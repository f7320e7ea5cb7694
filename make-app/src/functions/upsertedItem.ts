import {
  ConnectorError,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import { checkCurrencyOf } from "@hubspot-xero/shared/flows/itemPrice";
import type { Input } from "@hubspot-xero/shared/input/input";
import { checkSource } from "@hubspot-xero/shared/item/checkSource";
import { describeItem } from "@hubspot-xero/shared/item/item";
import { upsertedOutput } from "@hubspot-xero/shared/item/itemOutput";
import { readItemOptions } from "@hubspot-xero/shared/item/itemOptions";
import { onlyItem } from "@hubspot-xero/shared/item/onlyOne";
import {
  planXeroItem,
  type ItemPlan,
} from "@hubspot-xero/shared/item/planItem";
import { readItem } from "@hubspot-xero/shared/item/readItem";
import { quoteForWhere } from "@hubspot-xero/shared/text/text";
import type {
  XeroItem,
  XeroOrganisation,
} from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { checkNotOvertaken } from "./overtaken";
import type { ProductData } from "./productEvents";
import { readList } from "./readList";

/** The code of a product and how its item is found, or why it cannot be carried over; nothing is sent before. */
export function sourceProduct(
  product: ProductData | undefined,
  parameters: Input,
) {
  return attempt(() => {
    if (!product?.item)
      throw validation(
        "Product data is empty. Map the product data of Watch products.",
      );
    const { item, price, plainPrice } = product;
    const options = readItemOptions(parameters);
    const hasPrice = options.fields.has("price");
    if (hasPrice) checkCurrencyOf(item, price, plainPrice);
    const code = checkSource(item, "HubSpot", options);
    return { code, hasPrice, where: `Code==${quoteForWhere(code)}` };
  });
}

/** What stands against the product's price: figures of one currency are never taken for those of another. */
export function checkBaseCurrency(
  { item, price }: ProductData,
  organisations: readonly XeroOrganisation[] | undefined,
) {
  return attempt(() => {
    const [organisation] = organisations ?? [];
    if (!organisation)
      throw new ConnectorError(
        "server",
        "Xero's answer about the organisation could not be read. Run this scenario again: nothing is made twice.",
      );
    const { BaseCurrency } = organisation;
    if (!BaseCurrency || BaseCurrency === price.currency) return {};
    throw validation(
      `The product ${describeItem(item)} comes with its price in ${price.currency}, and the currency of the Xero organisation is ${BaseCurrency}. Set Currency of Watch products to ${BaseCurrency}, or leave Price out of Fields to Write.`,
    );
  });
}

/** What becomes of the product's item, with the output where nothing is written. */
export function itemPlan(
  { item, readAt }: ProductData,
  code: string,
  found: readonly XeroItem[] | undefined,
  parameters: Input,
  now: Date | string,
) {
  return attempt(() => {
    const stored = onlyItem(readList(found, `the item ${code}`), code);
    const options = readItemOptions(parameters);
    const plan = planXeroItem(item, code, stored, options);
    if (stored && plan.body)
      checkNotOvertaken(readAt, readItem(stored).updatedAt, now, {
        source: `the product ${describeItem(item)}`,
        target: `The item ${code} in Xero`,
      });
    return {
      ...plan,
      itemId: stored?.ItemID,
      output: upsertedItem({ item }, plan, stored),
    };
  });
}

/** What `Create or update an item` hands out: the item as Xero has it. */
export function upsertedItem(
  { item }: Pick<ProductData, "item">,
  { outcome, changed }: ItemPlan<XeroItem>,
  wire: XeroItem | undefined,
) {
  const shown = wire ? { ...readItem(wire), hubspotId: item.hubspotId } : item;
  return upsertedOutput({ outcome, item: shown, changed });
}
