import { upsertHubspotProduct } from "../../src/flows/upsertHubspotProduct";
import type { Context } from "../../src/flows/context";
import type { HubspotObject } from "../../src/hubspot/wire";
import type { Input } from "../../src/input/input";
import type { XeroItem } from "../../src/xero/wire";
import { account } from "../builders";
import { ITEM_ID, itemWire, productWire } from "../item/itemWires";
import { connectionReset, scriptedSend, type Reply } from "../scriptedSend";
import { TENANT, warmContext } from "./warmContext";

const GET_ITEM = `GET xero /Items/${ITEM_ID}`;
const FIND_ITEMS = "GET xero /Items";
const SEARCH = "POST hubspot /crm/objects/products/search";
const GET_PRODUCT = "GET hubspot /crm/objects/products/901";
const PATCH_PRODUCT = "PATCH hubspot /crm/objects/products/901";
const POST_PRODUCT = "POST hubspot /crm/objects/products";
const KNOWN = { "hubspot-product-design": { id: "901" } };

const item = (changes?: XeroItem): Reply => ({
  call: GET_ITEM,
  body: { Items: [itemWire(changes)] },
});
const found = (...results: HubspotObject[]): Reply => ({
  call: SEARCH,
  body: { total: results.length, results },
});
const product = (
  properties?: HubspotObject["properties"],
  call = GET_PRODUCT,
): Reply => ({ call, body: productWire(properties) });

/** Runs one after the other on one cache, each with its own answers. */
async function start(known: Record<string, unknown> = {}) {
  const script = scriptedSend();
  const base = await warmContext(script, {
    [`xero-base-currency-${TENANT}`]: "GBP",
    ...known,
  });
  return async (
    replies: Reply[],
    input: Input = {},
    context: Partial<Context> = {},
  ) => {
    const next = scriptedSend(...replies);
    const clients = await warmContext(next);
    const run = upsertHubspotProduct(
      { ...clients, cache: base.cache, ...context },
      { item: ITEM_ID, ...input },
    );
    return { run, script: next };
  };
}

it("unchanged, it costs two reads and no write, the product searched for once an hour", async () => {
  const step = await start();
  const first = await step([item(), found(productWire())]);
  expect(await first.run).toMatchObject({
    outcome: "unchanged",
    changed: {},
    item: { hubspotId: "901", xeroId: ITEM_ID },
  });
  expect(first.script.calls).toEqual([GET_ITEM, SEARCH]);
  expect(first.script.requests[1]?.body).toMatchObject({
    filterGroups: [
      {
        filters: [{ propertyName: "hs_sku", operator: "EQ", value: "DESIGN" }],
      },
    ],
  });
  const second = await step([item(), product()]);
  expect(await second.run).toMatchObject({ outcome: "unchanged" });
});

it("a product that HubSpot does not have is created with the code as SKU", async () => {
  const step = await start();
  const { script, run } = await step([
    item({ Name: undefined, SalesDetails: { UnitPrice: 33.335 } }),
    found(),
    product({}, POST_PRODUCT),
  ]);
  expect(await run).toMatchObject({ outcome: "created" });
  expect(script.requests[2]?.body).toEqual({
    properties: {
      hs_sku: "DESIGN",
      name: "DESIGN",
      description: "Five days",
      price: "33.335",
    },
  });
});

it("a product just made is not made again while search does not show it", async () => {
  const step = await start();
  await (
    await step([item(), found(), product({}, POST_PRODUCT)])
  ).run;
  const { script, run } = await step([
    item({ Name: "Sprint" }),
    product(),
    product({}, PATCH_PRODUCT),
  ]);
  expect(await run).toMatchObject({ outcome: "updated" });
  expect(script.requests[2]?.body).toEqual({ properties: { name: "Sprint" } });
});

describe("a create whose answer was lost", () => {
  const lost = [
    item(),
    found(),
    { call: POST_PRODUCT, breaks: connectionReset() },
  ];

  it("is not repeated before search would show its product", async () => {
    const step = await start();
    await expect((await step(lost)).run).rejects.toMatchObject({
      kind: "server",
    });
    await expect((await step([item(), found()])).run).rejects.toMatchObject({
      kind: "busy",
      retryAfterSeconds: 60,
    });
  });

  it("is found once search shows it", async () => {
    const step = await start();
    await expect((await step(lost)).run).rejects.toThrow();
    const { run } = await step([item(), found(productWire())]);
    expect(await run).toMatchObject({ outcome: "unchanged" });
  });

  it("is made again when search still shows none after a minute", async () => {
    const step = await start();
    await expect((await step(lost)).run).rejects.toThrow();
    const { run } = await step(
      [item(), found(), product({}, POST_PRODUCT)],
      {},
      { now: "2026-11-22T11:31:00.000Z" },
    );
    expect(await run).toMatchObject({ outcome: "created" });
  });
});

it("a create that HubSpot refused can be repeated at once", async () => {
  const step = await start();
  const refused = { call: POST_PRODUCT, status: 400, body: { message: "no" } };
  const first = await step([item(), found(), refused]);
  await expect(first.run).rejects.toMatchObject({ kind: "validation" });
  const { run } = await step([item(), found(), product({}, POST_PRODUCT)]);
  expect(await run).toMatchObject({ outcome: "created" });
});

it.each([
  ["was deleted", { call: GET_PRODUCT, status: 404 }],
  ["has another SKU by now", product({ hs_sku: "OTHER" })],
])("a remembered product that %s is searched for again", async (_, reply) => {
  const step = await start(KNOWN);
  const other = { ...productWire(), id: "902" };
  const { run } = await step([item(), reply, found(other)]);
  expect(await run).toMatchObject({
    outcome: "unchanged",
    item: { hubspotId: "902" },
  });
});

it("several products of one SKU are refused, both named", async () => {
  const step = await start();
  const twin = { ...productWire({ hs_sku: "design" }), id: "902" };
  const { run } = await step([item(), found(productWire(), twin)]);
  await expect(run).rejects.toMatchObject({
    kind: "conflict",
    message: expect.stringMatching(/SKU DESIGN: .*\(901\) and .*\(902\)/),
  });
});

it("a step that only updates writes nothing where there is no product", async () => {
  const step = await start();
  const { run } = await step([item(), found()], { mode: "update_only" });
  expect(await run).toMatchObject({ outcome: "missing", changed: {} });
});

it("tiered prices are not written over, other fields are", async () => {
  const step = await start(KNOWN);
  const tiered = product({ hs_pricing_model: "volume", name: "Old" });
  await expect((await step([item(), tiered])).run).rejects.toThrow(
    /tiered prices/,
  );
  const { script, run } = await step(
    [item(), tiered, product({}, PATCH_PRODUCT)],
    { fields: ["name"] },
  );
  expect(await run).toMatchObject({ outcome: "updated" });
  expect(script.requests[2]?.body).toEqual({
    properties: { name: "Design sprint" },
  });
});

it("an item of another currency goes into that currency's price", async () => {
  const euros = { ...account, companyCurrency: "EUR" };
  const step = await start({ ...KNOWN, "hubspot-account": euros });
  const { script, run } = await step([
    item(),
    product({ price: "1200", hs_price_gbp: "950" }),
    product({}, PATCH_PRODUCT),
  ]);
  expect(await run).toMatchObject({ changed: { unitPrice: "1000" } });
  expect(script.requests[2]?.body).toEqual({
    properties: { hs_price_gbp: "1000" },
  });
});

it("an item may be named by its code, in any case", async () => {
  const step = await start(KNOWN);
  const byCode = { call: FIND_ITEMS, body: { Items: [itemWire()] } };
  const { script, run } = await step([byCode, product()], { item: "design" });
  expect(await run).toMatchObject({ outcome: "unchanged" });
  expect(script.requests[0]?.query?.["where"]).toBe('Code=="design"');
});

it.each([
  [{ item: "NONE" }, { call: FIND_ITEMS, body: { Items: [] } }, /no item with/],
  [{}, item({ IsSold: false }), /only bought/],
  [{}, { call: GET_ITEM, status: 404 }, /cannot find/],
])("case %#: nothing is written", async (input, reply, sentence) => {
  const step = await start();
  const { run } = await step([reply], input);
  await expect(run).rejects.toThrow(sentence);
});
