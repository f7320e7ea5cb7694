import { readFileSync } from "node:fs";
import { join } from "node:path";
import { guards } from "../src/guards";
import { withoutGuard } from "../src/mutations";

const [guard] = guards;

it.each(guards)("$name stands where it is looked for", (each) => {
  const source = readFileSync(join(__dirname, "../../..", each.file), "utf8");
  expect(withoutGuard(source, each)).not.toBe(source);
});

it.each([
  ["is gone", ""],
  ["stands twice", guard!.text + guard!.text],
])("a guard that %s is told", (_, source) => {
  expect(() => withoutGuard(source, guard!)).toThrow(
    'shared/src/flows/createInvoiceFromDeal.ts does not hold "await setMark(context, deal, begun);" exactly once. Say in tools/faults/src/guards.ts where the mark on the deal before Xero is written to stands now.',
  );
});
