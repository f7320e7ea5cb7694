import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

/** HubSpot and Xero calls of one run, metadata being cached by a run before it. */
async function calls(world: World, dealId: string) {
  await world.invoice(DEAL.usLaunch);
  const { result, calls: made } = await world.sandbox.meter.during(() =>
    world.invoice(dealId, { tax_table: [] }),
  );
  expect(result.outcome).toBe("created");
  const xero = made.filter(({ vendor }) => vendor === "xero").length;
  return { all: made.length, xero };
}

/** A deal of a company with so many lines, copied into the seeded account. */
function addDeal({ sandbox }: World, companyDeal: string, lineCount: number) {
  const { hubspot } = sandbox;
  const links = hubspot.state.links[`0-3/${companyDeal}`] ?? [];
  const payers = links
    .filter(({ type, typeId }) =>
      type === "0-2" ? typeId === 5 : type === "0-1",
    )
    .map(({ type, id, typeId }) => ({ to: { type, id }, typeId }));
  const lines = Array.from({ length: lineCount }, (_, index) =>
    hubspot.create("line_items", {
      name: `Line ${index + 1}`,
      quantity: "2",
      price: "10.50",
      hs_position_on_quote: String(index),
    }),
  );
  return hubspot.create("deals", { dealname: `${lineCount} lines` }, [
    ...payers,
    ...lines.map(({ id }) => ({ to: { type: "line_items", id }, typeId: 19 })),
  ]).id;
}

describe.each([3, 100])("an invoice of %i lines, a company paying", (lines) => {
  it("takes 6 calls, 1 of them to Xero, for a linked contact", async () => {
    const world = await openWorld();
    await world.zapier.run("creates", "upsert_xero_contact", {
      authData: world.authData,
      inputData: {
        customer_type: "company",
        hubspot_id: COMPANY.northwind,
        email: "accounts@northwind.example",
      },
    });
    const deal = addDeal(world, DEAL.campaign, lines);
    expect(await calls(world, deal)).toEqual({ all: 6, xero: 1 });
  });

  it("takes 8 calls, 2 of them to Xero, for a contact that is found", async () => {
    const world = await openWorld();
    const deal = addDeal(world, DEAL.brand, lines);
    expect(await calls(world, deal)).toEqual({ all: 8, xero: 2 });
  });

  it("takes 9 calls, 3 of them to Xero, for a new contact", async () => {
    const world = await openWorld();
    const deal = addDeal(world, DEAL.website, lines);
    expect(await calls(world, deal)).toEqual({ all: 9, xero: 3 });
  });
});

it("takes one call for a deal that is invoiced already", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.website);
  const { calls: made } = await world.sandbox.meter.during(() =>
    world.invoice(DEAL.website),
  );
  expect(made).toHaveLength(1);
});

it("polls with one call and 400 bytes at most when no deal has moved", async () => {
  const world = await openWorld();
  const poll = () =>
    world.zapier.run<unknown[]>("triggers", "deal_entered_stage", {
      authData: world.authData,
      inputData: { pipeline_id: "default", stage_id: "closedwon" },
    });
  await poll();
  const { result, calls: made } = await world.sandbox.meter.during(poll);
  expect(result).toEqual([]);
  expect(made).toHaveLength(1);
  expect(made[0]?.responseBytes).toBeLessThanOrEqual(400);
});
