import { parseDecimal } from "@hubspot-xero/shared/money/decimal";
import type { ItemData } from "../src/functions/itemEvents";
import { NOW, openWorld, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const MINUTE = 60_000;
const SEARCH = "POST /crm/objects/products/search";
const CHANGED = "hs_lastmodifieddate";
const PROPERTIES = [
  "name",
  "description",
  "hs_sku",
  "price",
  "hs_pricing_model",
  "hs_tier_prices",
  "hs_status",
  CHANGED,
];
const ms = (instant: string) => String(Date.parse(instant));

describe("Watch products", () => {
  const MODULE = "watchHubspotProducts";

  it("one search finds what changed, once it has settled, and each change comes once", async () => {
    const world = await openWorld();
    const { clock, hubspot } = world.sandbox;
    const lastDate = "2026-11-23T09:59:00.000Z";
    clock.advance(10_000);
    const { id } = hubspot.create("products", {
      name: "Kick-off",
      description: "Half a day",
      hs_sku: "K-1",
      price: "33.335",
    });
    clock.advance(30_000);
    const early = await world.poll(MODULE, { limit: 10 }, { lastDate });
    expect(early.bundles).toEqual([]);
    world.sent();
    clock.advance(MINUTE);
    const first = await world.poll(MODULE, { limit: 10 }, { lastDate });
    expect(world.sent()).toEqual([
      {
        call: SEARCH,
        body: {
          filterGroups: [
            {
              filters: [
                // Five minutes before the start, one minute before the poll.
                {
                  propertyName: CHANGED,
                  operator: "GTE",
                  value: ms("2026-11-23T09:54:00.000Z"),
                },
                {
                  propertyName: CHANGED,
                  operator: "LTE",
                  value: ms("2026-11-23T10:00:40.000Z"),
                },
              ],
            },
          ],
          sorts: [{ propertyName: CHANGED, direction: "DESCENDING" }],
          properties: PROPERTIES,
          limit: 200,
        },
      },
    ]);
    const updatedAt = "2026-11-23T10:00:10.000Z";
    const shown = {
      code: "K-1",
      name: "Kick-off",
      description: "Half a day",
      updatedAt,
    };
    expect(first.bundles).toEqual([
      {
        id: `${id}:${ms(updatedAt)}`,
        productId: id,
        ...shown,
        unitPrice: 33.335,
        isActive: true,
        product: {
          item: {
            hubspotId: id,
            ...shown,
            unitPrice: "33.335",
            isSold: true,
            isArchived: false,
          },
          price: { property: "price", currency: "GBP" },
          plainPrice: "33.335",
          readAt: "2026-11-23T10:01:40.000Z",
        },
      },
    ]);
    expect(differences(world, MODULE, first.bundles[0]!)).toEqual([]);
    const again = await world.poll(MODULE, { limit: 10 }, first.state);
    expect(again.bundles).toEqual([]);
    hubspot.update("products", id, { price: "40" });
    clock.advance(2 * MINUTE);
    const third = await world.poll(MODULE, { limit: 10 }, first.state);
    expect(third.bundles).toMatchObject([{ productId: id, unitPrice: 40 }]);
  });

  it("reads the prices in the currency of the Xero organisation where that is another one", async () => {
    const world = await openWorld();
    world.answer(SEARCH, {
      results: [
        {
          id: "901",
          properties: {
            hs_sku: "K-1",
            price: "10",
            hs_price_usd: "13",
            [CHANGED]: NOW,
          },
        },
      ],
    });
    const { bundles } = await world.poll(MODULE, {
      limit: 10,
      currency: "usd",
    });
    expect(world.sent()).toMatchObject([
      { body: { properties: [...PROPERTIES, "hs_price_usd"] } },
    ]);
    expect(bundles).toMatchObject([
      {
        unitPrice: 13,
        product: { price: { property: "hs_price_usd", currency: "USD" } },
      },
    ]);
  });

  it("an answer without products is not taken for none", async () => {
    const world = await openWorld();
    world.answer(SEARCH, { status: "busy" });
    expect(await world.refusal(MODULE, { limit: 10 })).toEqual({
      type: "DataError",
      message:
        "HubSpot's answer about products holds no list. Run this scenario again.",
    });
  });
});

describe("Create or update a product", () => {
  const MODULE = "upsertHubspotProduct";
  const search = (code: string) => ({
    call: SEARCH,
    body: {
      filterGroups: [
        { filters: [{ propertyName: "hs_sku", operator: "EQ", value: code }] },
      ],
      properties: ["name", "hs_sku"],
      limit: 10,
    },
  });
  const read = (id: string) => ({
    call: `GET /crm/objects/products/${id}`,
    query: { properties: PROPERTIES.join(",") },
  });
  /** As Watch items hands it out. */
  const given = (item: Partial<ItemData["item"]> = {}, currency = "GBP") => ({
    currency,
    item: {
      item: {
        xeroId: "c8c54d65-f3f2-452d-926e-bf450b12fb07",
        code: "K-1",
        name: "Kick-off",
        unitPrice: parseDecimal("33.335"),
        isSold: true,
        isArchived: false,
        ...item,
      },
      readAt: NOW,
    },
  });
  const writes = (world: World) =>
    world.calls().filter((call) => call !== SEARCH && !call.startsWith("GET"));

  it("creates a product that is not there, and leaves it alone when nothing differs", async () => {
    const world = await openWorld();
    const created = await world.run(MODULE, given());
    expect(world.sent()).toEqual([
      search("K-1"),
      {
        call: "POST /crm/objects/products",
        body: {
          properties: { hs_sku: "K-1", name: "Kick-off", price: "33.335" },
        },
      },
    ]);
    const id = String(created["productId"]);
    expect(created).toMatchObject({
      outcome: "created",
      itemId: "c8c54d65-f3f2-452d-926e-bf450b12fb07",
      code: "K-1",
      unitPrice: 33.335,
      changedFields: "name, unit_price",
    });
    const whole = { ...created, description: "D" };
    expect(differences(world, MODULE, whole)).toEqual([]);
    expect(await world.run(MODULE, given())).toMatchObject({
      outcome: "unchanged",
      productId: id,
      changedFields: "",
    });
    expect(world.sent()).toEqual([search("K-1"), read(id)]);
  });

  it("writes what differs from the product as it is now, not as a search that lags shows it", async () => {
    const world = await openWorld({ limits: { searchLagMs: 20_000 } });
    const { clock, hubspot } = world.sandbox;
    const properties = { hs_sku: "k-1", name: "Kick-off", price: "30" };
    const { id } = hubspot.create("products", properties);
    clock.advance(30_000);
    hubspot.update("products", id, { price: "33.335", name: "Kick" });
    const output = await world.run(MODULE, given());
    expect(world.sent()).toEqual([
      search("K-1"),
      read(id),
      {
        call: `PATCH /crm/objects/products/${id}`,
        body: { properties: { name: "Kick-off" } },
      },
    ]);
    expect(output).toMatchObject({
      outcome: "updated",
      name: "Kick-off",
      changedFields: "name",
    });
  });

  it("writes the price in the currency of the Xero organisation where that is another one", async () => {
    const world = await openWorld();
    world.answer("POST /crm/objects/products", {
      id: "901",
      properties: { hs_sku: "K-1", hs_price_usd: "33.335" },
    });
    expect(await world.run(MODULE, given({}, "usd"))).toMatchObject({
      unitPrice: 33.335,
    });
    expect(world.sent().at(-1)?.body).toEqual({
      properties: { hs_sku: "K-1", name: "Kick-off", hs_price_usd: "33.335" },
    });
  });

  it("does nothing about a missing product where it may only update", async () => {
    const world = await openWorld();
    const step = { ...given(), mode: "update_only" };
    expect(await world.run(MODULE, step)).toMatchObject({ outcome: "missing" });
    expect(world.calls()).toEqual([SEARCH]);
  });

  it("a create whose answer was lost is found as soon as search shows it", async () => {
    const world = await openWorld({ limits: { searchLagMs: 20_000 } });
    world.sandbox.faults.add({
      method: "POST",
      path: /products$/,
      effect: { kind: "dropAfterCommit" },
    });
    expect(await world.refusal(MODULE, given())).toMatchObject({
      type: "ConnectionError",
    });
    // Make tries again after a quarter of an hour.
    world.sandbox.clock.advance(15 * MINUTE);
    expect(await world.run(MODULE, given())).toMatchObject({
      outcome: "unchanged",
    });
  });

  it("two products of one SKU, a tiered price and a product that changed since are a person's to settle", async () => {
    const world = await openWorld();
    const { clock, hubspot } = world.sandbox;
    const [a, b] = ["A", "B"].map((name) =>
      hubspot.create("products", { hs_sku: "K-1", name }),
    );
    expect((await world.refusal(MODULE, given())).message).toBe(
      `HubSpot has several products with the SKU K-1: "A" (${a?.id}) and "B" (${b?.id}). Give one of them another SKU, or archive it.`,
    );
    hubspot.create("products", {
      hs_sku: "K-2",
      name: "Tiers",
      hs_pricing_model: "volume",
    });
    expect((await world.refusal(MODULE, given({ code: "K-2" }))).message).toBe(
      'The product "Tiers" (K-2) has tiered prices in HubSpot, and a Xero item has one price. Correct the price in HubSpot, or leave Price out of Fields to Write.',
    );
    clock.advance(5 * MINUTE);
    hubspot.create("products", { hs_sku: "K-3", name: "New" });
    clock.advance(10 * MINUTE);
    expect((await world.refusal(MODULE, given({ code: "K-3" }))).message).toBe(
      'The product "New" (K-3) in HubSpot was changed after the item "Kick-off" (K-3) was read at 2026-11-23T10:00:00.000Z. Nothing was written, because newer values may stand there. Change the record again if they are not right.',
    );
    expect(writes(world)).toEqual([]);
  });

  it.each([
    [
      { item: "K-1", currency: "GBP" },
      "Item data is empty. Map the item data of Watch items.",
    ],
    [
      given({ isSold: false }),
      'The item "Kick-off" (K-1) is only bought, not sold. Tick "I sell this item" in Xero if it belongs into HubSpot.',
    ],
  ])("refuses %#, without a request", async (step, message) => {
    const world = await openWorld();
    expect(await world.refusal(MODULE, step)).toMatchObject({ message });
    expect(world.calls()).toEqual([]);
  });
});
