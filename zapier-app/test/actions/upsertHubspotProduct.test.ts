import { accountReply } from "../fixtures/hubspot";
import {
  GET_ITEM,
  GET_PRODUCT,
  item,
  ITEM_ID,
  PATCH_PRODUCT,
  POST_PRODUCT,
  product,
  products,
  SEARCH_PRODUCTS,
} from "../fixtures/items";
import { vendors, type Reply } from "../fixtures/vendors";
import { organisationReply } from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "upsert_hubspot_product";
const INPUT = { item: ITEM_ID };
/** Without the price no currency is asked for. */
const NAMED = { ...INPUT, fields: ["name", "description"] };

const source = (changes = {}): Reply => ({
  call: GET_ITEM,
  body: { Items: [item(changes)] },
});
const target = (properties = {}, call = GET_PRODUCT): Reply => ({
  call,
  body: product(properties),
});

it("a new product gets code, name, description and price, and is read itself from then on", async () => {
  const zap = newZap();
  const wire = vendors(
    source(),
    accountReply,
    organisationReply,
    products(),
    target({}, POST_PRODUCT),
  );
  const output = await zap.create(KEY, INPUT);
  expect(wire.sent.at(-1)?.body).toEqual({
    properties: {
      hs_sku: "DESIGN",
      name: "Design sprint",
      description: "Five days",
      price: "33.335",
    },
  });
  expect(output).toEqual({
    outcome: "created",
    product_id: "901",
    item_id: ITEM_ID,
    code: "DESIGN",
    name: "Design sprint",
    description: "Five days",
    unit_price: 33.335,
    updated_at: "2026-11-22T11:20:00.120Z",
    changed_fields: "name, description, unit_price",
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
  const again = vendors(source(), target());
  expect(await zap.create(KEY, INPUT)).toMatchObject({ outcome: "unchanged" });
  expect(again.calls()).toEqual([GET_ITEM, GET_PRODUCT]);
});

it("only the fields that differ are written", async () => {
  const wire = vendors(
    source({ Name: "株式会社" }),
    products(product()),
    target({}, PATCH_PRODUCT),
  );
  const output = await newZap().create(KEY, NAMED);
  expect(wire.calls()).toEqual([GET_ITEM, SEARCH_PRODUCTS, PATCH_PRODUCT]);
  expect(wire.body(2)).toEqual({ properties: { name: "株式会社" } });
  expect(output).toMatchObject({
    outcome: "updated",
    name: "株式会社",
    changed_fields: "name",
  });
});

it("after a create whose answer was lost the run waits until search would show its product", async () => {
  const zap = newZap();
  vendors(source(), products(), { call: POST_PRODUCT, breaks: true });
  await failure(zap.create(KEY, NAMED));
  vendors(source(), products());
  const error = await failure(zap.create(KEY, NAMED));
  expect(error).toMatchObject({ name: "ThrottledError" });
  expect(error.delay).toBeGreaterThan(50);
});

it("two products of one SKU halt the Zap, both named", async () => {
  vendors(source(), products(product(), product({}, "902")));
  expect(await failure(newZap().create(KEY, NAMED))).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/\(901\).*\(902\)/),
  });
});
