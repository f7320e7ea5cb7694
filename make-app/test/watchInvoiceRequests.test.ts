import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { DEAL_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import { NOW, openWorld, setUp, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const MODULE = "watchInvoiceRequests";
const SEARCH = "POST /crm/objects/deals/search";
const READ = "POST /crm/objects/deals/batch/read";
const CHANGED = "hs_lastmodifieddate";
const FROM_THEN = { lastDate: "2026-11-23T09:59:00.000Z" };
const ms = (instant: string) => String(Date.parse(instant));

const ask = ({ sandbox }: World, deal: string, value = "create") =>
  sandbox.hubspot.update("deals", deal, { xero_invoice_request: value });
const wait = ({ sandbox }: World, seconds: number) =>
  sandbox.clock.advance(seconds * 1000);
const event = (deal: string, instant: string) =>
  `${deal}:request:${Date.parse(instant)}`;

/** Polls like a scenario that is run over and over. */
function scenario(world: World, limit = 10) {
  let state: object = FROM_THEN;
  return async () => {
    const ran = await world.poll(MODULE, { limit }, state);
    state = ran.state;
    return ran.bundles.map(({ id }) => id);
  };
}

it("hands out the deal that asks, with the instant at which the property was set", async () => {
  const world = await setUp(await openWorld());
  ask(world, DEAL.website);
  wait(world, 30);
  world.sandbox.hubspot.update("deals", DEAL.website, {
    amount: "5840.00",
    closedate: "2026-11-30T23:30:00.000Z",
    hubspot_owner_id: "118204533",
    xero_invoice_id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
  });
  wait(world, 60);
  const { bundles } = await world.poll(MODULE, { limit: 10 }, FROM_THEN);
  expect(world.sent()).toEqual([
    {
      call: SEARCH,
      body: {
        filterGroups: [
          {
            filters: [
              {
                propertyName: "xero_invoice_request",
                operator: "EQ",
                value: "create",
              },
              {
                propertyName: CHANGED,
                operator: "GTE",
                value: ms("2026-11-23T09:54:00.000Z"),
              },
            ],
          },
        ],
        sorts: [{ propertyName: CHANGED, direction: "ASCENDING" }],
        properties: ["dealname", "hs_lastmodifieddate"],
        limit: 200,
      },
    },
    {
      call: READ,
      body: {
        inputs: [{ id: DEAL.website }],
        properties: [...DEAL_PROPERTIES],
        propertiesWithHistory: ["xero_invoice_request"],
      },
    },
  ]);
  expect(bundles).toMatchObject([
    {
      id: event(DEAL.website, NOW),
      requestedAt: NOW,
      dealId: DEAL.website,
      dealName: "Website relaunch",
      closeDate: "2026-11-30",
    },
  ]);
  expect(differences(world, MODULE, bundles[0]!)).toEqual([]);
});

it("a poll is one call of less than 400 bytes when nobody asks", async () => {
  const world = await setUp(await openWorld());
  const { result, calls } = await world.sandbox.meter.during(() =>
    world.poll(MODULE, { limit: 10 }, FROM_THEN),
  );
  expect(result.bundles).toEqual([]);
  expect(calls).toHaveLength(1);
  const [sent] = world.sent();
  expect(JSON.stringify(sent?.body).length).toBeLessThan(400);
});

it("a request fires once, however the deal is edited while it stands", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world);
  ask(world, DEAL.website);
  wait(world, 120);
  expect(await poll()).toEqual([event(DEAL.website, NOW)]);
  world.sandbox.hubspot.update("deals", DEAL.website, { amount: "1" });
  ask(world, DEAL.website);
  wait(world, 120);
  expect(await poll()).toEqual([]);
});

it("made again after it was served, it fires again; taken back, it does not fire", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world);
  ask(world, DEAL.website);
  ask(world, DEAL.brand);
  wait(world, 30);
  ask(world, DEAL.brand, "");
  wait(world, 90);
  expect(await poll()).toEqual([event(DEAL.website, NOW)]);
  ask(world, DEAL.website, "");
  wait(world, 60);
  ask(world, DEAL.website);
  wait(world, 120);
  expect(await poll()).toEqual([
    event(DEAL.website, "2026-11-23T10:03:00.000Z"),
  ]);
});

it("no request is lost or doubled while HubSpot's search lags by 30 seconds", async () => {
  const world = await setUp(
    await openWorld({ limits: { searchLagMs: 30_000 } }),
  );
  const poll = scenario(world, 1);
  const found: unknown[] = [];
  const expected: string[] = [];
  for (const deal of [DEAL.website, DEAL.brand, DEAL.photography]) {
    ask(world, deal);
    expected.push(event(deal, world.sandbox.clock.now().toISOString()));
    wait(world, 17);
    found.push(...(await poll()));
  }
  for (let round = 0; round < 8; round += 1) {
    wait(world, 17);
    found.push(...(await poll()));
  }
  expect(found).toEqual(expected);
});

/** Deals that ask one after the other, in tenths of a second. */
function askMany(world: World, count: number): string[] {
  const { hubspot, clock } = world.sandbox;
  return Array.from({ length: count }, (_, index) => {
    const { id } = hubspot.create("deals", { dealname: `Deal ${index}` });
    ask(world, id);
    clock.advance(100);
    return id;
  });
}

it("of many requests none is lost when its deal is edited before it is handed out", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world, 25);
  const asked = askMany(world, 60);
  wait(world, 30);
  world.sandbox.hubspot.update("deals", asked[0]!, { amount: "77" });
  wait(world, 120);
  const found: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const deals = (await poll()).map((id) => String(id).split(":")[0]!);
    found.push(...deals);
    for (const deal of deals) ask(world, deal, "");
    wait(world, 60);
  }
  expect(found.sort()).toEqual(asked.sort());
});

it("many requests that cannot be served keep no other from coming", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world, 100);
  const asked = askMany(world, 60);
  wait(world, 120);
  const found = [...(await poll()), ...(await poll())];
  expect(found).toHaveLength(60);
  const [late] = askMany(world, 1);
  wait(world, 120);
  expect((await poll()).map((id) => String(id).split(":")[0])).toEqual([late]);
  expect(asked).not.toContain(late);
});

it("a start is chosen among the requests that stand", async () => {
  const world = await setUp(await openWorld());
  expect(await world.epoch(MODULE, { limit: 10 })).toEqual([]);
  ask(world, DEAL.website);
  expect(await world.epoch(MODULE, { limit: 10 })).toEqual([
    { label: "Website relaunch", date: "2026-11-23T10:00:00Z" },
  ]);
});

it.each([SEARCH, READ])(
  "an answer to %s without a list is not taken for none",
  async (call) => {
    const world = await setUp(await openWorld());
    ask(world, DEAL.website);
    world.answer(call, { status: "busy" });
    expect(await world.refusal(MODULE, { limit: 10 })).toEqual({
      type: "DataError",
      message:
        "HubSpot's answer about deals holds no list. Run this scenario again.",
    });
  },
);
