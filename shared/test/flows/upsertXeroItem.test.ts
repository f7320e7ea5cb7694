import { upsertXeroItem } from "../../src/flows/upsertXeroItem";
import type { HubspotObject } from "../../src/hubspot/wire";
import type { Input } from "../../src/input/input";
import type { XeroItem } from "../../src/xero/wire";
import { account } from "../builders";
import { ITEM_ID, itemWire, productWire } from "../item/itemWires";
import { scriptedSend, type Reply } from "../scriptedSend";
import { TENANT, warmContext } from "./warmContext";

const GET_PRODUCT = "GET hubspot /crm/objects/products/901";
const FIND_ITEMS = "GET xero /Items";
const PUT_ITEM = "PUT xero /Items";
const POST_ITEM = `POST xero /Items/${ITEM_ID}`;

const product = (properties?: HubspotObject["properties"]): Reply => ({
  call: GET_PRODUCT,
  body: productWire(properties),
});
const found = (...items: XeroItem[]): Reply => ({
  call: FIND_ITEMS,
  body: { Items: items },
});
const written = (call: string, changes?: XeroItem): Reply => ({
  call,
  body: { Items: [itemWire(changes)] },
});

async function start(
  replies: Reply[],
  input: Input = {},
  known: Record<string, unknown> = {},
) {
  const script = scriptedSend(...replies);
  const context = await warmContext(script, {
    [`xero-base-currency-${TENANT}`]: "GBP",
    ...known,
  });
  const run = upsertXeroItem(context, { productId: "901", ...input });
  return { script, context, run };
}

it("unchanged, it costs two reads and no write", async () => {
  const { script, run } = await start([product(), found(itemWire())]);
  expect(await run).toMatchObject({
    outcome: "unchanged",
    changed: {},
    item: { hubspotId: "901", xeroId: ITEM_ID },
  });
  expect(script.calls).toEqual([GET_PRODUCT, FIND_ITEMS]);
  expect(script.requests[1]?.query).toEqual({
    where: 'Code=="DESIGN"',
    unitdp: 4,
  });
});

it("an item that Xero does not have is created whole, and the step's account goes with it", async () => {
  const { script, context, run } = await start(
    [product({ price: "33.335" }), found(), written(PUT_ITEM)],
    { accountCode: "260" },
  );
  expect(await run).toMatchObject({ outcome: "created" });
  expect(script.requests[2]).toMatchObject({
    query: { summarizeErrors: true, unitdp: 4 },
    body: {
      Items: [
        {
          Code: "DESIGN",
          Name: "Design sprint",
          Description: "Five days",
          SalesDetails: { UnitPrice: 33.335, AccountCode: "260" },
          IsSold: true,
          IsPurchased: false,
        },
      ],
    },
  });
  // a refusal must not be answered from Xero's cache once its cause is mended
  expect(script.requests[2]?.headers).not.toHaveProperty("Idempotency-Key");
  // lines with the new code are to find it at once
  expect(await context.cache.get(`xero-items-${TENANT}`)).toBeFalsy();
});

it("only what differs is written, under the code as Xero has it", async () => {
  const { script, run } = await start([
    product({ hs_sku: "design", price: "1100" }),
    found(itemWire()),
    written(POST_ITEM),
  ]);
  expect(await run).toMatchObject({
    outcome: "updated",
    changed: { unitPrice: "1100" },
  });
  expect(script.requests[2]?.body).toEqual({
    Items: [
      {
        Code: "DESIGN",
        SalesDetails: {
          UnitPrice: 1100,
          AccountCode: "200",
          TaxType: "OUTPUT2",
        },
      },
    ],
  });
});

it("a step that only updates writes nothing where there is no item", async () => {
  const { script, run } = await start([product(), found()], {
    mode: "update_only",
  });
  expect(await run).toMatchObject({ outcome: "missing", changed: {} });
  expect(script.calls).toEqual([GET_PRODUCT, FIND_ITEMS]);
});

it.each([
  [[product({ hs_sku: null })], "validation", /no SKU/],
  [[product({ hs_status: "inactive" })], "validation", /inactive/],
  [
    [product(), found(itemWire({ IsSold: false }))],
    "validation",
    /item DESIGN in Xero is only bought/,
  ],
  [
    [
      product({ hs_sku: "Design" }),
      found(itemWire(), itemWire({ Code: "design" })),
    ],
    "conflict",
    /several items with the code Design: DESIGN and design/,
  ],
  [[{ call: GET_PRODUCT, status: 404 }], "notFound", /no product 901/],
  [[product(), { call: FIND_ITEMS, status: 500 }], "server", /Xero failed/],
])("case %#: nothing is written: %s", async (replies, kind, sentence) => {
  const { run } = await start(replies);
  await expect(run).rejects.toMatchObject({
    kind,
    message: expect.stringMatching(sentence),
  });
});

it("of two items whose codes differ in case, the one of the very code is meant", async () => {
  const { run } = await start([
    product({ hs_sku: "design" }),
    found(itemWire(), itemWire({ ItemID: "other", Code: "design" })),
  ]);
  expect(await run).toMatchObject({
    outcome: "unchanged",
    item: { xeroId: "other" },
  });
});

describe("where HubSpot's currency is not Xero's", () => {
  const euros = { "hubspot-account": { ...account, companyCurrency: "EUR" } };

  it("the product's price in Xero's currency is taken", async () => {
    const { script, run } = await start(
      [
        product({ price: "1200", hs_price_gbp: "1050" }),
        found(itemWire()),
        written(POST_ITEM),
      ],
      {},
      euros,
    );
    expect(await run).toMatchObject({ changed: { unitPrice: "1050" } });
    expect(script.requests[0]?.query?.["properties"]).toMatch(/,hs_price_gbp$/);
  });

  it("a product without a price in it is refused, unless no price is written", async () => {
    const { run } = await start([product()], {}, euros);
    await expect(run).rejects.toThrow(/no price in GBP/);
    const named = await start(
      [product(), found(itemWire())],
      { fields: ["name"] },
      euros,
    );
    expect(await named.run).toMatchObject({ outcome: "unchanged" });
  });
});

it("the two currencies are asked for once", async () => {
  const organisation = {
    call: "GET xero /Organisation",
    body: { Organisations: [{ BaseCurrency: "GBP" }] },
  };
  const { script, context, run } = await start(
    [organisation, product(), found(itemWire())],
    {},
    { [`xero-base-currency-${TENANT}`]: null },
  );
  await run;
  expect(script.calls).toHaveLength(3);
  expect(await context.cache.get(`xero-base-currency-${TENANT}`)).toBe("GBP");
});
