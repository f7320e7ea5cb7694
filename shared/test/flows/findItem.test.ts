import { findItem } from "../../src/flows/findItem";
import type { XeroItem } from "../../src/xero/wire";
import { itemWire } from "../item/itemWires";
import { scriptedSend } from "../scriptedSend";
import { warmContext } from "./warmContext";

async function search(input: Record<string, string>, ...items: XeroItem[]) {
  const script = scriptedSend({
    call: "GET xero /Items",
    body: { Items: items },
  });
  const run = findItem(await warmContext(script), input);
  return { run, where: () => script.requests[0]?.query?.["where"] };
}

it.each([
  [{ code: "design" }, 'Code=="design"'],
  [{ code: "DESIGN", name: "Other" }, 'Code=="DESIGN"'],
  [{ name: "design  sprint" }, 'Name=="design  sprint"'],
])("%j is looked for by %s, and found", async (input, filter) => {
  const { run, where } = await search(input, itemWire());
  expect(await run).toMatchObject([{ code: "DESIGN" }]);
  expect(where()).toBe(filter);
});

it("a quote in a name is doubled", async () => {
  const { run, where } = await search({ name: 'Bob "The Builder"' });
  expect(await run).toEqual([]);
  expect(where()).toBe('Name=="Bob ""The Builder"""');
});

it("several items of one name are refused, their codes named", async () => {
  const { run } = await search(
    { name: "Design sprint" },
    itemWire(),
    itemWire({ Code: "D-2" }),
  );
  await expect(run).rejects.toThrow(/"Design sprint": DESIGN, D-2/);
});

it("without code and name nothing is asked", async () => {
  const context = await warmContext(scriptedSend());
  await expect(findItem(context, {})).rejects.toThrow(/both empty/);
});
