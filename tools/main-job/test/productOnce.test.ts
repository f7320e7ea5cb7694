import { openWorld, type World } from "./world";

const LAG_MS = 20_000;

const products = ({ sandbox }: World) =>
  Object.values(sandbox.hubspot.state.objects["0-7"] ?? {});

/** The seeded item DESIGN, brought to a HubSpot that has no product yet. */
async function openUpsert() {
  const world = await openWorld({ setUp: false, searchLagMs: LAG_MS });
  const run = () =>
    world.zapier.run<{ outcome: string }>("creates", "upsert_hubspot_product", {
      authData: world.authData,
      inputData: { item: "DESIGN" },
    });
  return { world, run };
}

it("a run that is repeated before search shows the new product makes no second one", async () => {
  const { world, run } = await openUpsert();
  expect(await run()).toMatchObject({ outcome: "created" });
  expect(await run()).toMatchObject({ outcome: "unchanged" });
  expect(products(world)).toHaveLength(1);
});

it("an edit right after another is not missed because search still shows the older state", async () => {
  const { world, run } = await openUpsert();
  const person = world.sandbox.xero.person();
  const { ItemID } = world.sandbox.xero.books().items[0]!;
  await run();
  world.sandbox.clock.advance(LAG_MS * 2);
  for (const Name of ["Second", "Design sprint"]) {
    world.sandbox.clock.advance(1_000);
    person.editItem(ItemID, { Name });
    expect(await run()).toMatchObject({ outcome: "updated" });
  }
  expect(products(world)[0]?.properties["name"]).toBe("Design sprint");
});

it("a create whose answer was lost is waited for and found, not repeated", async () => {
  const { world, run } = await openUpsert();
  world.sandbox.faults.add({
    vendor: "hubspot",
    method: "POST",
    path: /products$/,
    effect: { kind: "dropAfterCommit" },
  });
  await expect(run()).rejects.toThrow(/connection broke/);
  await expect(run()).rejects.toMatchObject({ name: "ThrottledError" });
  world.sandbox.clock.advance(LAG_MS);
  expect(await run()).toMatchObject({ outcome: "unchanged" });
  expect(products(world)).toHaveLength(1);
});

it("unchanged, an upsert in either direction costs two reads", async () => {
  const { world, run } = await openUpsert();
  await run();
  const [product] = products(world);
  const back = () =>
    world.zapier.run("creates", "upsert_xero_item", {
      authData: world.authData,
      inputData: { product_id: product!.id },
    });
  for (const upsert of [run, back]) {
    const { result, calls } = await world.sandbox.meter.during(upsert);
    expect(result).toMatchObject({ outcome: "unchanged" });
    expect(calls.map(({ method }) => method)).toEqual(["GET", "GET"]);
  }
});

it("an idle poll of either trigger is one call", async () => {
  const { world } = await openUpsert();
  // The seeded item is as new as the books: it is made a day old.
  const [item] = world.sandbox.xero.books().items;
  item!.UpdatedDateUTC = `/Date(${Date.now() - 86_400_000}+0000)/`;
  for (const key of ["hubspot_product_updated", "xero_item_updated"]) {
    const poll = () =>
      world.zapier.run("triggers", key, {
        authData: world.authData,
        inputData: {},
      });
    await poll();
    const { calls } = await world.sandbox.meter.during(poll);
    expect(calls).toHaveLength(1);
    expect(calls[0]!.responseBytes).toBeLessThan(400);
  }
});
