import { item, ITEM_ID, items } from "../fixtures/items";
import { vendors } from "../fixtures/vendors";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "find_item";

it("an item is found by its code, in any case", async () => {
  const wire = vendors(items(item()));
  const found = await newZap().search(KEY, { code: "design" });
  expect(wire.query(0)).toEqual({ where: 'Code=="design"', unitdp: "4" });
  expect(found).toMatchObject([
    { id: ITEM_ID, item_id: ITEM_ID, code: "DESIGN", unit_price: 33.335 },
  ]);
  expect(undeclared("searches", KEY, found[0]!)).toEqual([]);
});

it("an item that is not there is no error", async () => {
  vendors(items());
  expect(await newZap().search(KEY, { name: "Nobody's" })).toEqual([]);
});

it("several items of one name halt the Zap, their codes named", async () => {
  vendors(items(item(), item({ Code: "D-2" })));
  const running = newZap().search(KEY, { name: "Design sprint" });
  expect(await failure(running)).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/DESIGN, D-2/),
  });
});
