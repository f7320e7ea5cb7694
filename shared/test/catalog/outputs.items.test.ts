import { findItem } from "../../src/catalog/findItem";
import { hubspotProductUpdated } from "../../src/catalog/hubspotProductUpdated";
import { upsertHubspotProduct } from "../../src/catalog/upsertHubspotProduct";
import { upsertXeroItem } from "../../src/catalog/upsertXeroItem";
import { xeroItemUpdated } from "../../src/catalog/xeroItemUpdated";
import {
  productOutput,
  upsertedOutput,
  xeroItemOutput,
} from "../../src/item/itemOutput";
import { readItem } from "../../src/item/readItem";
import { readProduct } from "../../src/item/readProduct";
import { itemWire, productWire } from "../item/itemWires";
import { declared, keysOf } from "./keys";

const item = readItem(itemWire());
const product = readProduct(productWire());
const changed = { name: "Design sprint", unitPrice: item.unitPrice };

it.each([
  [hubspotProductUpdated, { id: "x", ...productOutput(product) }],
  [xeroItemUpdated, { id: "x", ...xeroItemOutput(item) }],
  [findItem, { id: "x", ...xeroItemOutput(item) }],
  [
    upsertXeroItem,
    upsertedOutput({
      outcome: "updated",
      item: { ...item, hubspotId: "901" },
      changed,
    }),
  ],
])("$key hands out what it declares, and nothing else", (operation, output) => {
  expect(keysOf(output).sort()).toEqual(declared(operation.output).sort());
});

it("upsert_hubspot_product hands out what it declares, and nothing else", () => {
  const output = upsertedOutput({
    outcome: "updated",
    item: { ...product, xeroId: item.xeroId },
    changed,
  });
  const given = keysOf(JSON.parse(JSON.stringify(output)) as object);
  expect(given.sort()).toEqual(declared(upsertHubspotProduct.output).sort());
  expect(output.changedFields).toBe("name, unit_price");
});
