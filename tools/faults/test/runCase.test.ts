import type { Flow } from "../src/flow";
import { planOf, setUpAgency, type Plan } from "../src/matrix";
import { runCase } from "../src/runCase";
import { openStage, type Kept } from "../src/stage";
import { tally } from "../src/tally";

let setUp: Kept;

beforeAll(async () => {
  setUp = await setUpAgency();
});

/** A plan of a flow that is none of the app's. */
async function planned(flow: Flow): Promise<Plan> {
  const name = { platform: "zapier", key: "of_the_test" } as const;
  const stage = await openStage("zapier", setUp);
  await flow.start(stage)();
  const clean = tally(stage);
  await stage.close();
  return { name, flow, kept: setUp, clean, cases: [] };
}

const twice = { id: "zapier/of_the_test/twice", wait: 0 };

it("a flow that makes another record each time is red, and says which", async () => {
  const plan = await planned({
    start:
      ({ sandbox }) =>
      async () =>
        sandbox.hubspot.create("companies", { name: "Oak" }),
  });
  const { verdict, details } = await runCase(plan, twice);
  expect(verdict).toBe("duplicates");
  expect(details).toContain(
    `companies: ${plan.clean["companies"]!.length + 2}, not ${plan.clean["companies"]!.length}`,
  );
});

it("a flow whose repeated run fails is red, as is one that ends in an exception of ours", async () => {
  const failing = (message: string, times: number) => {
    let runs = 0;
    return planned({
      start: () => async () => {
        runs += 1;
        // The first is the undisturbed one.
        if (runs > 1 && runs <= times) throw new TypeError(message);
      },
    });
  };
  expect(await runCase(await failing("No.", 9), twice)).toMatchObject({
    verdict: "stuck",
    details: ["TypeError: No.", "TypeError: No.", "TypeError: No."],
  });
  expect(await runCase(await failing("No.", 2), twice)).toMatchObject({
    verdict: "unclear",
  });
});

it("a vendor that hangs runs into the app's own timeout without anybody waiting for it", async () => {
  const name = { platform: "zapier", key: "find_xero_contact" } as const;
  const plan = await planOf(name, setUp);
  const hang = plan.cases.find(({ id }) => id.includes("/hang/"))!;
  expect(await runCase(plan, hang)).toEqual({
    id: "zapier/find_xero_contact/0/hang/at-once",
    verdict: undefined,
    details: [],
  });
});

it("the undisturbed run leaves the total worked out by hand: 171.00 and 20% of it", async () => {
  const plan = await planOf(
    { platform: "zapier", key: "create_invoice" },
    setUp,
  );
  expect(plan.clean["totals"]).toEqual(["PO 4711 | 205.2 | 205.2 | 0"]);
});
