import { checkSource } from "../../src/item/checkSource";
import { readItemOptions } from "../../src/item/itemOptions";
import { readItem } from "../../src/item/readItem";
import { readProduct } from "../../src/item/readProduct";
import { itemWire, options, productWire } from "./itemWires";

it.each([
  [{ hs_sku: null }, /"Design sprint" has no SKU/],
  [{ hs_sku: null, name: null }, /The product 901 has no SKU/],
  [{ hs_sku: "x".repeat(31) }, /31 characters.*at most 30/],
  [{ hs_sku: " DESIGN" }, /white space around its SKU/],
  [{ hs_sku: "A\nB" }, /white space/],
  [{ hs_status: "inactive" }, /is inactive in HubSpot. Nothing was written/],
  [{ price: "1.00001" }, /has the price 1.00001.*4 decimals/],
  [{ price: "-1" }, /negative price -1/],
  [{ price: "1e5" }, /has the price "1e5"/],
  [{ hs_pricing_model: "volume" }, /tiered prices/],
  [{ hs_tier_prices: "[]" }, /tiered prices/],
])("a product with %j is refused with a sentence", (properties, sentence) => {
  const product = readProduct(productWire(properties));
  expect(() => checkSource(product, "HubSpot", options)).toThrow(sentence);
});

it.each([
  { price: "1.00001" },
  { price: "-1" },
  { hs_pricing_model: "graduated", hs_tier_prices: "[]" },
])("a price of %j does not matter where none is written", (properties) => {
  const product = readProduct(productWire(properties));
  const chosen = readItemOptions({ fields: ["name"] });
  expect(checkSource(product, "HubSpot", chosen)).toBe("DESIGN");
});

it.each([
  [{ hs_sku: "x".repeat(30) }, "x".repeat(30)],
  [{ hs_sku: "A 1/2 & 3" }, "A 1/2 & 3"],
  [{ price: "1.2345000" }, "DESIGN"],
  [{ hs_pricing_model: "flat" }, "DESIGN"],
  [{ hs_status: "active" }, "DESIGN"],
])("a product with %j goes under its code", (properties, code) => {
  const product = readProduct(productWire(properties));
  expect(checkSource(product, "HubSpot", options)).toBe(code);
});

it.each([
  [{ IsSold: false }, /"Design sprint" \(DESIGN\) is only bought/],
  [{ SalesDetails: { UnitPrice: -5 } }, /negative price -5/],
])("an item with %j is refused with a sentence", (changes, sentence) => {
  const item = readItem(itemWire(changes));
  expect(() => checkSource(item, "Xero", options)).toThrow(sentence);
});
