import { NOW, xeroDate } from "../fixtures/changes";
import {
  CHANGED,
  item,
  ITEM_ID,
  items,
  LIST_ITEMS,
  product,
  products,
  SEARCH_PRODUCTS,
} from "../fixtures/items";
import { vendors } from "../fixtures/vendors";
import { failure, newZap, stopClock, undeclared } from "../fixtures/zap";

const LATER = "2026-11-22T11:25:00.000Z";
const PRODUCTS = "hubspot_product_updated";
const ITEMS = "xero_item_updated";

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

const PROPERTIES = [
  "name",
  "description",
  "hs_sku",
  "price",
  "hs_pricing_model",
  "hs_tier_prices",
  "hs_status",
  "hs_lastmodifieddate",
];

const searchBody = (since: string) => ({
  filterGroups: [
    {
      filters: [
        {
          propertyName: "hs_lastmodifieddate",
          operator: "GTE",
          value: String(Date.parse(since)),
        },
      ],
    },
  ],
  sorts: [{ propertyName: "hs_lastmodifieddate", direction: "ASCENDING" }],
  properties: PROPERTIES,
  limit: 200,
});

describe(PRODUCTS, () => {
  it("the first poll asks for a week, by one search", async () => {
    const wire = vendors(products(product()));
    const events = await newZap().trigger(PRODUCTS);
    expect(wire.calls()).toEqual([SEARCH_PRODUCTS]);
    expect(wire.body(0)).toEqual(searchBody("2026-11-15T11:30:00Z"));
    expect(events).toEqual([
      {
        id: `901:${Date.parse(CHANGED)}`,
        product_id: "901",
        code: "DESIGN",
        name: "Design sprint",
        description: "Five days",
        unit_price: 33.335,
        is_active: true,
        updated_at: CHANGED,
      },
    ]);
    expect(undeclared("triggers", PRODUCTS, events[0]!)).toEqual([]);
  });

  it("an idle poll is one search, from well behind the last poll: search lags", async () => {
    const zap = newZap();
    vendors(products());
    await zap.trigger(PRODUCTS);
    const wire = vendors(products());
    expect(await zap.trigger(PRODUCTS)).toEqual([]);
    expect(wire.calls()).toEqual([SEARCH_PRODUCTS]);
    const [filter] = (wire.body(0) as ReturnType<typeof searchBody>)
      .filterGroups[0]!.filters;
    const behind = Date.parse(NOW) - Number(filter?.value);
    expect(behind).toBeGreaterThanOrEqual(15 * 60_000);
    expect(behind).toBeLessThanOrEqual(60 * 60_000);
  });

  it("each change is an event, the newest first, and what cannot be billed comes as well", async () => {
    vendors(
      products(
        product({ price: "abc" }),
        product({ hs_lastmodifieddate: LATER, hs_status: "inactive" }),
      ),
    );
    const events = await newZap().trigger(PRODUCTS);
    expect(events.map(({ id }) => id)).toEqual([
      `901:${Date.parse(LATER)}`,
      `901:${Date.parse(CHANGED)}`,
    ]);
    expect(events[0]).toMatchObject({ is_active: false });
    expect(events[1]).not.toHaveProperty("unit_price");
  });

  it("goes on behind a full page from the instant of its last change", async () => {
    const page = Array.from({ length: 200 }, (_, index) => {
      const changedAt = Date.parse("2026-11-20T00:00:00Z") + index * 60_000;
      return product(
        { hs_lastmodifieddate: new Date(changedAt).toISOString() },
        String(index),
      );
    });
    const wire = vendors(products(...page), products(page.at(-1)!));
    const events = await newZap().trigger(PRODUCTS);
    // the 200th changed at 03:19, less a second
    expect(wire.body(1)).toEqual(searchBody("2026-11-20T03:18:59Z"));
    expect(new Set(events.map(({ id }) => id)).size).toBe(200);
  });

  it("the editor's sample is what changed last", async () => {
    const wire = vendors(products(product()));
    const events = await newZap().trigger(
      PRODUCTS,
      {},
      { isLoadingSample: true },
    );
    expect(wire.body(0)).toMatchObject({
      sorts: [{ direction: "DESCENDING" }],
      limit: 3,
    });
    expect(events).toHaveLength(1);
  });

  it("a failed search is an error and no empty poll", async () => {
    vendors({ call: SEARCH_PRODUCTS, status: 500 });
    expect(await failure(newZap().trigger(PRODUCTS))).toMatchObject({
      name: "AppError",
    });
  });
});

describe(ITEMS, () => {
  it("the first poll asks for a week, unpaged", async () => {
    const wire = vendors(items(item()));
    const events = await newZap().trigger(ITEMS);
    expect(wire.calls()).toEqual([LIST_ITEMS]);
    expect(wire.headers(0)["if-modified-since"]).toBe("2026-11-15T11:30:00");
    expect(wire.query(0)).toEqual({ unitdp: "4" });
    expect(events).toEqual([
      {
        id: `${ITEM_ID}:${Date.parse(CHANGED)}`,
        item_id: ITEM_ID,
        code: "DESIGN",
        name: "Design sprint",
        description: "Five days",
        unit_price: 33.335,
        account_code: "200",
        tax_type: "OUTPUT2",
        is_sold: true,
        updated_at: CHANGED,
      },
    ]);
    expect(undeclared("triggers", ITEMS, events[0]!)).toEqual([]);
  });

  it("an idle poll is one request from behind the last poll", async () => {
    const zap = newZap();
    vendors(items());
    await zap.trigger(ITEMS);
    const wire = vendors(items());
    expect(await zap.trigger(ITEMS)).toEqual([]);
    expect(wire.calls()).toEqual([LIST_ITEMS]);
    const since = `${wire.headers(0)["if-modified-since"]}Z`;
    expect(Date.parse(since)).toBeGreaterThan(Date.parse(NOW) - 3_600_000);
  });

  it("each change is an event, the newest first, whatever order Xero lists them in", async () => {
    vendors(
      items(item({ ItemID: "b", UpdatedDateUTC: xeroDate(LATER) }), item()),
    );
    const events = await newZap().trigger(ITEMS);
    expect(events.map(({ id }) => id)).toEqual([
      `b:${Date.parse(LATER)}`,
      `${ITEM_ID}:${Date.parse(CHANGED)}`,
    ]);
  });

  it("the editor's sample is the three items that changed last", async () => {
    const at = (hour: number) => xeroDate(`2026-11-20T0${hour}:00:00Z`);
    const wire = vendors(
      items(
        ...[3, 1, 4, 2].map((hour) =>
          item({ ItemID: `${hour}`, UpdatedDateUTC: at(hour) }),
        ),
      ),
    );
    const events = await newZap().trigger(ITEMS, {}, { isLoadingSample: true });
    expect(events.map((event) => event["item_id"])).toEqual(["4", "3", "2"]);
    expect(wire.headers(0)).not.toHaveProperty("if-modified-since");
  });

  it("an answer without the list is an error and no empty poll", async () => {
    vendors({ call: LIST_ITEMS, body: {} });
    expect(await failure(newZap().trigger(ITEMS))).toMatchObject({
      name: "AppError",
    });
  });
});
