import { existsSync } from "node:fs";
import path from "node:path";
import { checkTree } from "@hubspot-xero/make-runner/check/check";
import { runFunctionTests } from "@hubspot-xero/make-runner/functions/runFunctionTests";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";

const tree = loadTree(path.join(__dirname, "../dist"));
const schemas = path.resolve(__dirname, "../../../shared/contracts/make");
const withSchemas = existsSync(schemas) ? it : it.skip;

it("breaks none of Make's review rules", () => {
  expect(checkTree(tree)).toEqual([]);
});

withSchemas("fits Make's own schemas", () => {
  expect(checkTree(tree, { schemas })).toEqual([]);
});

it("has functions that answer what their TypeScript sources answer, each of them tested", () => {
  const results = runFunctionTests(tree, { timezone: "Europe/London" });
  expect(results.filter(({ failure }) => failure)).toEqual([]);
  const tested = new Set(results.map((result) => result.function));
  expect([...tree.functions.keys()].filter((id) => !tested.has(id))).toEqual(
    [],
  );
});
