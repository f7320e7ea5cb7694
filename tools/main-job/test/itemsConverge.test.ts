import fc from "fast-check";
import {
  cleanItemDescription,
  cleanItemName,
} from "@hubspot-xero/shared/item/item";
import { DEPTH } from "./depth";
import { openWorld, type World } from "./world";

type Side = "hubspot" | "xero";

interface Edit {
  side: Side;
  code: string;
  name?: string;
  description?: string;
  price?: string;
}

interface Upserted {
  outcome: string;
  item_id: string;
  product_id: string;
}

const LAG_MS = 20_000;
const CODES = ["DESIGN", "K-1", "k-1", "料金/1"];
const NAMES = [
  "Smith & Sons",
  'Bob "The Builder"',
  "株式会社",
  "  Two   spaces ",
  "A name that is far too long for an item of Xero, which has room for fifty",
];
const DESCRIPTIONS = ["One line", "Two\r\nlines ", "x".repeat(4100)];
const PRICES = ["10", "19.90", "0.0001", "33.335", "0"];

const ZAPS = {
  hubspot: {
    trigger: "hubspot_product_updated",
    action: "upsert_xero_item",
    input: (event: Record<string, string>) => ({
      product_id: event["product_id"],
    }),
  },
  xero: {
    trigger: "xero_item_updated",
    action: "upsert_hubspot_product",
    input: (event: Record<string, string>) => ({ item: event["item_id"] }),
  },
};

const same = (a: string | undefined, b: string) =>
  a?.toLowerCase() === b.toLowerCase();

function products({ sandbox }: World, code: string) {
  return Object.values(sandbox.hubspot.state.objects["0-7"] ?? {}).filter(
    ({ properties }) => same(properties["hs_sku"], code),
  );
}

function items({ sandbox }: World, code: string) {
  return sandbox.xero.books().items.filter(({ Code }) => same(Code, code));
}

/** What a person does on one side: changes the record of a code, or makes it. */
function carryOut(world: World, edit: Edit): void {
  const { side, code, name, description, price } = edit;
  const { hubspot, xero, clock } = world.sandbox;
  clock.advance(1_500);
  if (side === "hubspot") {
    const properties = JSON.parse(
      JSON.stringify({ name, description, price }),
    ) as Record<string, string>;
    const [product] = products(world, code);
    if (product) hubspot.update("products", product.id, properties);
    else hubspot.create("products", { hs_sku: code, ...properties });
    return;
  }
  const changes = {
    ...(name && { Name: cleanItemName(name) }),
    ...(description !== undefined && {
      Description: description.slice(0, 4000),
    }),
    ...(price && { SalesDetails: { UnitPrice: Number(price) } }),
  };
  const [item] = items(world, code);
  if (item) xero.person().editItem(item.ItemID, changes);
  else xero.person().createItem({ Code: code, ...changes });
}

/** Two Zaps at work: one from HubSpot to Xero, one back. */
function zaps(world: World) {
  const { zapier, authData, sandbox } = world;
  const seen = new Set<string>();
  const poll = async (side: Side) => {
    const events = await zapier.run<Record<string, string>[]>(
      "triggers",
      ZAPS[side].trigger,
      { authData, inputData: {} },
    );
    const fresh = events.filter(({ id = "" }) => !seen.has(id));
    fresh.forEach(({ id = "" }) => seen.add(id));
    return fresh.reverse();
  };
  /** Both poll, then all steps run, those of `first` before the others. */
  const round = async (first: Side) => {
    sandbox.clock.advance(LAG_MS);
    const second = first === "hubspot" ? "xero" : "hubspot";
    const queue = [
      ...(await poll(first)).map((event) => ({ side: first, event })),
      ...(await poll(second)).map(
        (event) => ({ side: second, event }) as const,
      ),
    ];
    const outcomes: string[] = [];
    for (const { side, event } of queue) {
      sandbox.clock.advance(1_000);
      const { action, input } = ZAPS[side];
      const { outcome } = await zapier.run<Upserted>("creates", action, {
        authData,
        inputData: input(event),
      });
      outcomes.push(outcome);
    }
    return outcomes;
  };
  return { round };
}

/** The common fields of both sides; what one side leaves empty does not have to be on the other. */
function expectEqual(world: World, code: string): void {
  const [product, ...moreProducts] = products(world, code);
  const [item, ...moreItems] = items(world, code);
  expect([moreProducts, moreItems]).toEqual([[], []]);
  expect([code, Boolean(product)]).toEqual([code, Boolean(item)]);
  if (!product || !item) return;
  const { name, description, price } = product.properties;
  const pairs = [
    [cleanItemName(name), cleanItemName(item.Name)],
    [cleanItemDescription(description), cleanItemDescription(item.Description)],
    [price && Number(price), item.SalesDetails?.UnitPrice],
  ];
  for (const [left, right] of pairs)
    if (left !== undefined && right !== undefined && left !== "")
      expect(left).toBe(right);
}

const edit = fc.record<Edit>(
  {
    side: fc.constantFrom<Side>("hubspot", "xero"),
    code: fc.constantFrom(...CODES),
    name: fc.constantFrom(...NAMES),
    description: fc.constantFrom(...DESCRIPTIONS),
    price: fc.constantFrom(...PRICES),
  },
  { requiredKeys: ["side", "code"] },
);

it(
  "products and items are equal after one round of both Zaps, and at rest in the next, whatever was edited where",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.array(edit, { minLength: 1, maxLength: 5 }),
            fc.constantFrom<Side>("hubspot", "xero"),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        async (sequence) => {
          const world = await openWorld({ setUp: false, searchLagMs: LAG_MS });
          const { round } = zaps(world);
          await round("xero");
          for (const [edits, first] of sequence) {
            for (const one of edits) carryOut(world, one);
            await round(first);
            for (const code of CODES) expectEqual(world, code);
            const { result: outcomes, calls } =
              await world.sandbox.meter.during(() => round(first));
            expect(outcomes.filter((one) => one !== "unchanged")).toEqual([]);
            const writes = calls.filter(
              ({ method, path }) =>
                method !== "GET" && !path.includes("/search"),
            );
            expect(writes).toEqual([]);
            expect(await round(first)).toEqual([]);
          }
          await world.sandbox.close();
        },
      ),
      { numRuns: 8 * DEPTH },
    );
  },
  120_000 * DEPTH,
);

it.each(["hubspot", "xero"] as const)(
  "of edits on both sides between two polls, those of %s stay where its Zap runs first",
  async (first) => {
    const world = await openWorld({ setUp: false });
    const { round } = zaps(world);
    await round("xero");
    const code = "DESIGN";
    carryOut(world, { side: "hubspot", code, name: "By sales", price: "7" });
    carryOut(world, { side: "xero", code, name: "By accounts", price: "8" });
    await round(first);
    const [price, name] =
      first === "hubspot" ? [7, "By sales"] : [8, "By accounts"];
    expect(items(world, code)[0]).toMatchObject({
      Name: name,
      SalesDetails: { UnitPrice: price },
    });
    expect(products(world, code)[0]?.properties).toMatchObject({
      name,
      price: String(price),
    });
  },
);

it("what is cleared on one side comes back from the other with its next change, and then rests", async () => {
  const world = await openWorld({ setUp: false });
  const { round } = zaps(world);
  const code = "DESIGN";
  carryOut(world, { side: "hubspot", code, description: "One line" });
  await round("hubspot");
  await round("hubspot");
  carryOut(world, { side: "hubspot", code, description: "", price: "7" });
  expect(await round("hubspot")).toEqual(["updated"]);
  expect(items(world, code)[0]).toMatchObject({
    Description: "One line",
    SalesDetails: { UnitPrice: 7 },
  });
  expect(await round("hubspot")).toEqual(["updated"]);
  expect(products(world, code)[0]?.properties["description"]).toBe("One line");
  expect(await round("hubspot")).toEqual(["unchanged"]);
  expect(await round("hubspot")).toEqual([]);
});
