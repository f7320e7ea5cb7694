import { differences, NOW, openWorld, TENANT } from "./xeroWorld";

const headers = { "Xero-Tenant-Id": TENANT };
const MINUTE = 60_000;

describe("Watch items", () => {
  it("gives each change once, the oldest first, by one request that is not paged", async () => {
    const world = await openWorld();
    const { sandbox } = world;
    const person = sandbox.xero.person();
    sandbox.clock.advance(MINUTE);
    const { ItemID } = person.createItem({ Code: "K-1", Name: "Smith & Sons" });
    sandbox.clock.advance(MINUTE);
    person.createItem({
      Code: "K-2",
      SalesDetails: { UnitPrice: 33.335, AccountCode: "210" },
    });
    const first = await world.poll("watchXeroItems", {}, { lastDate: NOW });
    expect(world.sent()).toEqual([
      {
        call: "GET /Items",
        query: { unitdp: "4" },
        headers: { ...headers, "If-Modified-Since": "2026-11-23T09:55:00" },
      },
    ]);
    expect(first.bundles).toMatchObject([
      {
        itemId: ItemID,
        code: "K-1",
        name: "Smith & Sons",
        updatedAt: "2026-11-23T10:01:00.000Z",
      },
      { code: "K-2", unitPrice: 33.335, accountCode: "210", isSold: true },
    ]);
    const again = await world.poll("watchXeroItems", {}, { ...first.state });
    expect(again.bundles).toEqual([]);
    sandbox.clock.advance(MINUTE);
    person.editItem(ItemID, { Name: "Smith" });
    const third = await world.poll("watchXeroItems", {}, { ...first.state });
    expect(third.bundles).toMatchObject([{ itemId: ItemID, name: "Smith" }]);
    const whole = { ...first.bundles[1], name: "N", description: "D" };
    expect(
      differences(world, "watchXeroItems", { ...whole, taxType: "OUTPUT2" }),
    ).toEqual([]);
  });

  it("asks once for exactly as many items as a page of others has", async () => {
    const world = await openWorld();
    const person = world.sandbox.xero.person();
    world.sandbox.clock.advance(10 * MINUTE);
    for (let count = 0; count < 100; count += 1) {
      world.sandbox.clock.advance(1_000);
      person.createItem({ Code: `K-${count}` });
    }
    const { bundles } = await world.poll(
      "watchXeroItems",
      { limit: 500 },
      { lastDate: "2026-11-23T10:06:00.000Z" },
    );
    expect(bundles).toHaveLength(100);
    expect(world.sent()).toHaveLength(1);
  });
});

describe("Search items", () => {
  it("finds by code, whatever its case, before the name", async () => {
    const world = await openWorld();
    const given = { code: "design", name: "Other" };
    const [found, ...others] = await world.search("searchItems", given);
    expect(world.sent()).toEqual([
      {
        call: "GET /Items",
        query: { where: 'Code=="design"', unitdp: "4" },
        headers,
      },
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "DESIGN", name: "Design sprint" });
  });

  it("gives all items of a name, and none that is not there", async () => {
    const world = await openWorld();
    const person = world.sandbox.xero.person();
    for (const Code of ["K-1", "K-2"])
      person.createItem({ Code, Name: "株式会社" });
    const found = await world.search("searchItems", { name: "株式会社" });
    expect(found.map(({ code }) => code)).toEqual(["K-1", "K-2"]);
    expect(await world.search("searchItems", { name: "Nobody" })).toEqual([]);
  });

  it("refuses to search by nothing, without a request", async () => {
    const world = await openWorld();
    expect(await world.refusal("searchItems", {})).toMatchObject({
      message: "Code and Name are both empty. Fill in one of them.",
    });
    expect(world.sent()).toEqual([]);
  });
});
