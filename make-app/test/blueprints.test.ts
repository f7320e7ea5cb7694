import { blueprintOf } from "../src/blueprints/blueprint";
import { blueprints } from "../src/blueprints/blueprints";

/** https://help.make.com/scenario-settings: sequential, a scenario stops until its incomplete executions are resolved. */
it("a deal that cannot be billed holds up no other, and no payment overtakes another", () => {
  const sequential = blueprints.map((scenario) => [
    scenario.id,
    blueprintOf(scenario, "app").metadata.scenario.sequential,
  ]);
  expect(Object.fromEntries(sequential)).toEqual({
    "deal-to-invoice": false,
    "deal-to-deposit": false,
    "deal-to-balance": false,
    "invoice-request-to-invoice": false,
    "won-deals-to-invoices": false,
    "payment-to-deal": true,
    "credit-note-to-deal": true,
    "invoice-update-to-deal": true,
    // What was overtaken is refused by the modules themselves.
    "product-to-item": false,
    "item-to-product": false,
    "customer-to-contact": false,
    "contact-to-customer": false,
  });
});

it.each(blueprints.map((scenario) => [scenario.id, scenario] as const))(
  "whatever fails in %s is kept",
  (_, { steps }) => {
    const [, ...later] = steps;
    const own = later.filter(({ module }) => !module.includes(":"));
    expect(own.filter(({ keepsFailures }) => !keepsFailures)).toEqual([]);
  },
);
