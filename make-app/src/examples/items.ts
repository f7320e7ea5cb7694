import type { Item } from "@hubspot-xero/shared/item/item";
import { itemEvents } from "../functions/itemEvents";
import { itemPlan } from "../functions/upsertedItem";
import { productEvents, type ProductData } from "../functions/productEvents";
import { productFound, sourceItem } from "../functions/upsertedProduct";
import type { Given } from "./examples";
import { account, NOW, settings } from "./records";

const item = {
  ItemID: "c8c54d65-f3f2-452d-926e-bf450b12fb07",
  Code: "DESIGN",
  Name: "Design sprint",
  SalesDetails: { UnitPrice: 33.335, AccountCode: "200", TaxType: "OUTPUT2" },
  IsSold: true,
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};
const older = {
  ...item,
  ItemID: "0d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  Code: "OLD",
  UpdatedDateUTC: "/Date(1795428000000+0000)/",
};
const product = {
  id: "901",
  properties: {
    name: "Design sprint",
    hs_sku: "DESIGN",
    price: "40",
    hs_lastmodifieddate: "2026-11-23T10:00:00.000Z",
  },
};
const tiered = {
  ...product,
  properties: { ...product.properties, hs_pricing_model: "volume" },
};

const dataOf = (wire: typeof product) =>
  (
    productEvents(undefined, [wire], account, NOW) as {
      events: { product: ProductData }[];
    }
  ).events[0]!.product;
const productData = dataOf(product);
const [{ item: itemData } = {}] = itemEvents([item], NOW);
const lineless: Item = { isSold: true, isArchived: false };
const currency = { currency: "GBP" };
const source = sourceItem(itemData, currency, "GBP") as {
  code: string;
  property: string;
};
const LATER = "2026-11-23T10:45:30.000Z";
/** Changed a quarter of an hour after the product was read. */
const newer = { ...item, UpdatedDateUTC: "/Date(1795429830000+0000)/" };

/** Items and products: changed, found, and carried over to the other side. */
export const items: Readonly<Record<string, readonly Given[]>> = {
  itemEvents: [
    [[older, item], NOW],
    [undefined, NOW],
  ],
  itemsWanted: [
    [{ code: "design", name: "Other" }],
    [{ name: 'Bob "The Builder"' }],
    [{}],
  ],
  foundItems: [
    [{ where: "", record: "item design", code: "design" }, [item, older]],
    [{ where: "", record: "items", name: "design  sprint" }, [item]],
    [{ where: "", record: "item design", code: "design" }, undefined],
  ],
  productQuery: [
    [undefined, account, NOW, NOW],
    ["usd", account],
  ],
  productEvents: [
    [undefined, [product, tiered], account, NOW],
    ["USD", undefined, account, NOW],
  ],
  sourceProduct: [
    [productData, {}],
    [dataOf(tiered), {}],
    [dataOf(tiered), { fields: ["name"] }],
    [undefined, {}],
  ],
  checkBaseCurrency: [
    [productData, settings.Organisations],
    [productData, [{ BaseCurrency: "NZD" }]],
    [productData, undefined],
  ],
  itemPlan: [
    [productData, "DESIGN", [item], {}, NOW],
    [productData, "DESIGN", [], { accountCode: "200" }, NOW],
    [productData, "DESIGN", [], { mode: "update_only" }, NOW],
    [productData, "DESIGN", [newer], {}, LATER],
    [productData, "DESIGN", undefined, {}, NOW],
  ],
  upsertedItem: [
    [productData, itemPlan(productData, "DESIGN", [item], {}, NOW), item],
    [productData, { outcome: "missing", changed: {} }, undefined],
  ],
  sourceItem: [
    [itemData, currency, "GBP"],
    [itemData, currency, "USD"],
    [itemData, {}, "GBP"],
    [{ item: lineless, readAt: NOW }, currency, "GBP"],
    [undefined, currency, "GBP"],
  ],
  productFound: [
    [itemData, source, [product], {}],
    [itemData, source, [], {}],
    [itemData, source, [product, { ...product, id: "902" }], {}],
    [itemData, source, undefined, {}],
  ],
  productPlan: [
    [itemData, source, product, {}, NOW],
    [itemData, source, tiered, {}, NOW],
    [itemData, { ...source, code: "OTHER" }, product, {}, NOW],
  ],
  createdProduct: [
    [itemData, source, productFound(itemData!, source, [], {}), product],
  ],
};
