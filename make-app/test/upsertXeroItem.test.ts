import { parseDecimal } from "@hubspot-xero/shared/money/decimal";
import type { ProductData } from "../src/functions/productEvents";
import { differences, NOW, openWorld, TENANT, writes } from "./xeroWorld";

const MODULE = "upsertXeroItem";
const MINUTE = 60_000;
const headers = { "Xero-Tenant-Id": TENANT };
const written = { summarizeErrors: "true", unitdp: "4" };
const organisation = { call: "GET /Organisation", query: {}, headers };
const search = (code: string) => ({
  call: "GET /Items",
  query: { where: `Code=="${code}"`, unitdp: "4" },
  headers,
});

/** As Watch products hands it out. */
const product = (
  item: Partial<ProductData["item"]> = {},
  rest: Partial<ProductData> = {},
): { product: ProductData } => ({
  product: {
    item: {
      hubspotId: "901",
      code: "K-1",
      name: "Kick-off",
      unitPrice: parseDecimal("33.335"),
      isSold: true,
      isArchived: false,
      ...item,
    },
    price: { property: "price", currency: "GBP" },
    plainPrice: "33.335",
    readAt: NOW,
    ...rest,
  },
});

it("creates an item that is not there with the step's account, and leaves it alone when nothing differs", async () => {
  const world = await openWorld();
  const given = { ...product(), accountCode: "200", taxType: "OUTPUT2" };
  const created = await world.run(MODULE, given);
  expect(world.sent()).toEqual([
    organisation,
    search("K-1"),
    {
      call: "PUT /Items",
      query: written,
      headers,
      body: {
        Items: [
          {
            Code: "K-1",
            IsSold: true,
            IsPurchased: false,
            Name: "Kick-off",
            SalesDetails: {
              UnitPrice: 33.335,
              AccountCode: "200",
              TaxType: "OUTPUT2",
            },
          },
        ],
      },
    },
  ]);
  expect(created).toMatchObject({
    outcome: "created",
    productId: "901",
    code: "K-1",
    unitPrice: 33.335,
    accountCode: "200",
    changedFields: "name, unit_price, account_code, tax_type",
  });
  const whole = { ...created, description: "D" };
  expect(differences(world, MODULE, whole)).toEqual([]);
  expect(await world.run(MODULE, given)).toEqual({
    ...created,
    outcome: "unchanged",
    changedFields: "",
  });
  expect(world.sent()).toEqual([organisation, search("K-1")]);
});

it("writes only what differs, with the sales details whole", async () => {
  const world = await openWorld();
  const { ItemID } = world.sandbox.xero.person().createItem({
    Code: "k-1",
    Name: "Kick-off",
    SalesDetails: { UnitPrice: 30, AccountCode: "200" },
  });
  const output = await world.run(MODULE, product());
  expect(world.sent().at(-1)).toEqual({
    call: `POST /Items/${ItemID}`,
    query: written,
    headers,
    body: {
      Items: [
        {
          Code: "k-1",
          SalesDetails: expect.objectContaining({
            UnitPrice: 33.335,
            AccountCode: "200",
          }) as object,
        },
      ],
    },
  });
  expect(output).toMatchObject({
    outcome: "updated",
    itemId: ItemID,
    changedFields: "unit_price",
  });
});

it("chosen fields alone are written, and without the price no currency is asked for", async () => {
  const world = await openWorld();
  world.sandbox.xero.person().createItem({
    Code: "K-1",
    SalesDetails: { UnitPrice: 30 },
  });
  await world.run(MODULE, { ...product(), fields: ["name"] });
  const [first, second] = world.sent();
  expect(first).toEqual(search("K-1"));
  expect(second?.body).toEqual({ Items: [{ Code: "K-1", Name: "Kick-off" }] });
});

it("does nothing about a missing item where it may only update", async () => {
  const world = await openWorld();
  const given = { ...product(), mode: "update_only" };
  expect(await world.run(MODULE, given)).toMatchObject({
    outcome: "missing",
    productId: "901",
    code: "K-1",
  });
  expect(writes(world.sent())).toEqual([]);
});

it("a create whose answer was lost is found by the next run", async () => {
  const world = await openWorld();
  world.sandbox.faults.add({
    method: "PUT",
    path: /Items$/,
    effect: { kind: "dropAfterCommit" },
  });
  expect(await world.refusal(MODULE, product())).toMatchObject({
    type: "ConnectionError",
  });
  expect(await world.run(MODULE, product())).toMatchObject({
    outcome: "unchanged",
  });
});

it("a run that Make takes up again does not write old values over newer ones", async () => {
  const world = await openWorld();
  const { clock, xero } = world.sandbox;
  clock.advance(5 * MINUTE);
  xero.person().createItem({ Code: "K-1", Name: "Renamed" });
  clock.advance(10 * MINUTE);
  expect(await world.refusal(MODULE, product())).toEqual({
    type: "DataError",
    message:
      'The item K-1 in Xero was changed after the product "Kick-off" (K-1) was read at 2026-11-23T10:00:00.000Z. Nothing was written, because newer values may stand there. Change the record again if they are not right.',
  });
  expect(writes(world.sent())).toEqual([]);
});

it.each([
  [
    { product: "901" },
    "Product data is empty. Map the product data of Watch products.",
  ],
  [
    product({ code: undefined }),
    'The product "Kick-off" has no SKU, and its SKU is the code of its Xero item. Give it one in HubSpot.',
  ],
  [
    product(
      { unitPrice: undefined },
      { price: { property: "hs_price_gbp", currency: "GBP" } },
    ),
    'The product "Kick-off" (K-1) has no price in GBP, the currency of the Xero organisation. Give it one in HubSpot, or leave Price out of Fields to Write.',
  ],
])("refuses %#, without a request", async (given, message) => {
  const world = await openWorld();
  expect(await world.refusal(MODULE, given)).toMatchObject({ message });
  expect(world.sent()).toEqual([]);
});

it("a price in another currency than the organisation's is never taken for its own", async () => {
  const world = await openWorld();
  const price = { property: "price", currency: "EUR" };
  expect(await world.refusal(MODULE, product({}, { price }))).toEqual({
    type: "DataError",
    message:
      'The product "Kick-off" (K-1) comes with its price in EUR, and the currency of the Xero organisation is GBP. Set Currency of Watch products to GBP, or leave Price out of Fields to Write.',
  });
  expect(world.sent()).toEqual([organisation]);
});
