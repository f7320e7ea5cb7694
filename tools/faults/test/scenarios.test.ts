import { missing } from "../src/scenarios";

it("says what to add where for a create without a scenario, and nothing for one that has it", () => {
  expect(missing(["create_invoice_from_deal", "create_bill"])).toEqual([
    "create_bill has no scenario: add its input and what it adds to tools/faults/src/scenarios.ts.",
  ]);
});
