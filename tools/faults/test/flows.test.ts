import { missing } from "../src/flows";
import { builtSteps } from "../src/steps";

it("every step and module of the built apps has a scenario", () => {
  const steps = builtSteps();
  expect(steps.zapier.length).toBeGreaterThan(20);
  expect(steps.make.length).toBeGreaterThan(20);
  expect(missing(steps)).toEqual([]);
});

it("says what to add where for a step without one", () => {
  expect(
    missing({ zapier: ["create_bill", "find_deal"], make: ["createBill"] }),
  ).toEqual([
    "create_bill has no scenario: add its input and what it adds to tools/faults/src/zapierFlows.ts.",
    "createBill has no scenario: add its input and what it adds to tools/faults/src/makeFlows.ts.",
  ]);
});
