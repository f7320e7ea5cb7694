import { openMake } from "../src/make";
import { importScenario } from "../src/scenario";
import { openWorld, type World } from "./world";

type Side = "hubspot" | "xero";

const MINUTE = 60_000;
const LAG_MS = 20_000;
const CODES = ["K-1", "K-2"];

const products = ({ sandbox }: World, code: string) =>
  Object.values(sandbox.hubspot.state.objects["0-7"] ?? {}).filter(
    ({ properties }) => properties["hs_sku"] === code,
  );
const items = ({ sandbox }: World, code: string) =>
  sandbox.xero.books().items.filter(({ Code }) => Code === code);

/** Both blueprints, turned on now; each run of one is as Make schedules it, some minutes after the other. */
async function scenarios(world: World) {
  const { sandbox, authData } = world;
  const now = () => sandbox.clock.now();
  const make = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  const bySide = {
    hubspot: importScenario(
      make,
      "product-to-item",
      { upsertXeroItem: { organisationId } },
      now,
    ),
    xero: importScenario(
      make,
      "item-to-product",
      {
        watchXeroItems: { organisationId },
        upsertHubspotProduct: { currency: "GBP" },
      },
      now,
    ),
  };
  /** How many bundles the run of a side had, and what it wrote. */
  const run = async (side: Side) => {
    sandbox.clock.advance(2 * MINUTE);
    const { result, calls: all } = await sandbox.meter.during(() =>
      bySide[side].run(),
    );
    const calls = all.filter(({ path }) => !path.endsWith("/token"));
    expect(result.bundles.flatMap(({ error }) => error ?? [])).toEqual([]);
    const writes = calls.filter(
      ({ method, path }) => method !== "GET" && !path.includes("/search"),
    );
    return { bundles: result.bundles.length, writes: writes.length, calls };
  };
  return { run };
}

/** Runs both until neither finds anything more; at most so many rounds. */
async function rest(
  { run }: Awaited<ReturnType<typeof scenarios>>,
  first: Side,
): Promise<void> {
  const second = first === "hubspot" ? "xero" : "hubspot";
  for (let round = 0; round < 4; round += 1) {
    const ran = [await run(first), await run(second)];
    if (ran.every(({ bundles }) => bundles === 0)) return;
    if (round > 0) expect(ran.map(({ writes }) => writes)).toEqual([0, 0]);
  }
  throw new Error("The scenarios do not come to rest.");
}

function expectEqual(world: World, code: string): void {
  const [product, ...moreProducts] = products(world, code);
  const [item, ...moreItems] = items(world, code);
  expect([moreProducts, moreItems]).toEqual([[], []]);
  expect([
    product?.properties["name"],
    Number(product?.properties["price"]),
  ]).toEqual([item?.Name, item?.SalesDetails?.UnitPrice]);
}

it.each(["hubspot", "xero"] as const)(
  "what is made and edited on either side is on both after one round, and rests, where %s comes first",
  async (first) => {
    const world = await openWorld({ setUp: false, searchLagMs: LAG_MS });
    const { hubspot, xero, clock } = world.sandbox;
    const both = await scenarios(world);
    await rest(both, first);
    const [made, bought] = CODES as [string, string];
    const properties = { hs_sku: made, name: "Kick-off", price: "33.335" };
    const { id } = hubspot.create("products", properties);
    const person = xero.person();
    const { ItemID } = person.createItem({
      Code: bought,
      Name: "Hosting",
      SalesDetails: { UnitPrice: 19.9 },
    });
    await rest(both, first);
    for (const code of CODES) expectEqual(world, code);
    expect(items(world, made)[0]).toMatchObject({
      Name: "Kick-off",
      SalesDetails: { UnitPrice: 33.335 },
    });

    hubspot.update("products", id, { price: "40" });
    person.editItem(ItemID, { Name: "Hosting, managed" });
    await rest(both, first);
    for (const code of CODES) expectEqual(world, code);
    expect(items(world, made)[0]?.SalesDetails?.UnitPrice).toBe(40);
    expect(products(world, bought)[0]?.properties["name"]).toBe(
      "Hosting, managed",
    );

    // Of edits on both sides of one product, the scenario that runs first carries its own over.
    hubspot.update("products", id, { name: "By sales" });
    clock.advance(1_000);
    const [item] = items(world, made);
    person.editItem(item!.ItemID, { Name: "By accounts" });
    await rest(both, first);
    expectEqual(world, made);
    expect(products(world, made)[0]?.properties["name"]).toBe(
      first === "hubspot" ? "By sales" : "By accounts",
    );
  },
);

it("a product that is the same on both sides costs two reads and no write", async () => {
  const world = await openWorld({ setUp: false, searchLagMs: LAG_MS });
  const both = await scenarios(world);
  await rest(both, "hubspot");
  const { id } = world.sandbox.hubspot.create("products", {
    hs_sku: "K-1",
    name: "Kick-off",
    price: "10",
  });
  await rest(both, "hubspot");
  // A field that Xero does not have.
  world.sandbox.hubspot.update("products", id, { hs_url: "https://k.example" });
  const { bundles, writes, calls } = await both.run("hubspot");
  expect({ bundles, writes }).toEqual({ bundles: 1, writes: 0 });
  expect(calls.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
});
