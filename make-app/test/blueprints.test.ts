import { blueprintOf, modulesOf } from "../src/blueprints/blueprint";
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
    "retainer-to-repeating-invoice": false,
    "lost-retainer-to-end": false,
    "payment-to-deal": true,
    "payment-to-deal-and-slack": true,
    "credit-note-to-deal": true,
    "invoice-update-to-deal": true,
    // Each invoice comes once, on the day after its due date.
    "overdue-invoice-to-task": false,
    "overpayment-to-invoice": false,
    // What was overtaken is refused by the modules themselves.
    "product-to-item": false,
    "item-to-product": false,
    "customer-to-contact": false,
    "contact-to-customer": false,
    "monthly-forecast": false,
  });
});

it.each(blueprints.map((scenario) => [scenario.id, scenario] as const))(
  "whatever fails in %s is kept",
  (_, { steps }) => {
    const [, ...later] = steps.flatMap(modulesOf);
    const own = later.filter(({ module }) => !module.includes(":"));
    expect(own.filter(({ keepsFailures }) => !keepsFailures)).toEqual([]);
  },
);

it("a chat message that fails holds up nothing", () => {
  const chats = blueprints
    .flatMap(({ steps }) => steps.flatMap(modulesOf))
    .filter(({ module }) => module.startsWith("slack:"));
  expect(chats.length).toBeGreaterThan(0);
  for (const { ignoresFailures } of chats) expect(ignoresFailures).toBe(true);
});

it("no step reads a figure out of invoice data, which is a list where a deal is billed in parts", () => {
  for (const scenario of blueprints)
    expect(JSON.stringify(blueprintOf(scenario, "app"))).not.toMatch(
      /\{\{\d+\.invoice\.\w/,
    );
});
