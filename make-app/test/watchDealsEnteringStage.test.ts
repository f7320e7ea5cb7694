import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { NOW, openWorld, setUp, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const MODULE = "watchDealsEnteringStage";
const SEARCH = "POST /crm/objects/deals/search";
const STAMP = "hs_v2_date_entered_closedwon";
const GIVEN = { pipelineId: "default", stageId: "closedwon", limit: 10 };
const PROPERTIES = [
  "dealname",
  "amount",
  "deal_currency_code",
  "hs_exchange_rate",
  "amount_in_home_currency",
  "dealstage",
  "pipeline",
  "closedate",
  "hubspot_owner_id",
  "xero_invoice_id",
  "xero_invoice_number",
  "xero_invoice_status",
  "xero_invoice_url",
  "xero_invoice_total",
  "xero_due_date",
  "xero_sync_mark",
  "xero_repeating_invoice_id",
  "xero_repeating_mark",
];
/** Turned on a minute ago, with "From now on". */
const FROM_THEN = { lastDate: "2026-11-23T09:59:00.000Z" };
const SECOND = 1000;
const ms = (instant: string) => String(Date.parse(instant));
const sorts = [{ propertyName: STAMP, direction: "DESCENDING" }];

const move = ({ sandbox }: World, deal: string, dealstage = "closedwon") =>
  sandbox.hubspot.update("deals", deal, { dealstage });
const wait = ({ sandbox }: World, seconds: number) =>
  sandbox.clock.advance(seconds * SECOND);
const event = (deal: string, instant: string) =>
  `${deal}:closedwon:${Date.parse(instant)}`;

/** Polls like a scenario that is run over and over: each from where the last one stopped. */
function scenario(world: World, given = GIVEN, state = FROM_THEN as object) {
  return async () => {
    const ran = await world.poll(MODULE, given, state);
    state = ran.state;
    return ran.bundles.map(({ id }) => id);
  };
}

it("one search finds the entries, newest first, and hands out what the deal says", async () => {
  const world = await setUp(await openWorld());
  move(world, DEAL.website);
  world.sandbox.hubspot.update("deals", DEAL.website, {
    amount: "5840.00",
    xero_invoice_id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
    hubspot_owner_id: "118204533",
    closedate: "2026-11-30T23:30:00.000Z",
  });
  wait(world, 90);
  const { bundles, state } = await world.poll(MODULE, GIVEN, FROM_THEN);
  expect(world.sent()).toEqual([
    {
      call: SEARCH,
      body: {
        filterGroups: [
          {
            filters: [
              // Five minutes before the start, one minute before the poll.
              {
                propertyName: STAMP,
                operator: "GTE",
                value: ms("2026-11-23T09:54:00.000Z"),
              },
              {
                propertyName: STAMP,
                operator: "LTE",
                value: ms("2026-11-23T10:00:30.000Z"),
              },
            ],
          },
        ],
        sorts,
        properties: [...PROPERTIES, STAMP],
        limit: 200,
      },
    },
  ]);
  expect(bundles).toEqual([
    {
      id: event(DEAL.website, NOW),
      dealId: DEAL.website,
      dealName: "Website relaunch",
      amount: 5840,
      currency: "GBP",
      pipelineId: "default",
      stageId: "closedwon",
      enteredAt: NOW,
      closeDate: "2026-11-30",
      dealUrl: `https://app.hubspot.com/contacts/2034521/record/0-3/${DEAL.website}`,
      ownerId: "118204533",
      invoiceId: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
    },
  ]);
  expect(differences(world, MODULE, bundles[0]!)).toEqual([]);
  expect(state).toEqual({ lastDate: NOW, lastId: event(DEAL.website, NOW) });
});

it("every entry comes once, whatever became of the deal since", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world);
  expect(await poll()).toEqual([]);
  wait(world, 10);
  move(world, DEAL.website);
  wait(world, 10);
  move(world, DEAL.brand);
  wait(world, 10);
  move(world, DEAL.brand, "closedlost");
  wait(world, 60);
  expect(await poll()).toEqual([
    event(DEAL.website, "2026-11-23T10:00:10.000Z"),
    event(DEAL.brand, "2026-11-23T10:00:20.000Z"),
  ]);
  expect(await poll()).toEqual([]);
  wait(world, 900);
  expect(await poll()).toEqual([]);
});

it("entering the stage again fires again", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world);
  move(world, DEAL.website);
  wait(world, 120);
  expect(await poll()).toHaveLength(1);
  move(world, DEAL.website, "contractsent");
  wait(world, 60);
  move(world, DEAL.website);
  wait(world, 120);
  expect(await poll()).toEqual([
    event(DEAL.website, "2026-11-23T10:03:00.000Z"),
  ]);
  expect(await poll()).toEqual([]);
});

it("the newest entries wait for a minute, because HubSpot's search may show older ones after them", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world);
  move(world, DEAL.website);
  wait(world, 5);
  move(world, DEAL.brand);
  wait(world, 55);
  expect(await poll()).toEqual([event(DEAL.website, NOW)]);
  expect(await poll()).toEqual([]);
  wait(world, 5);
  expect(await poll()).toEqual([event(DEAL.brand, "2026-11-23T10:00:05.000Z")]);
});

it("no entry is lost or doubled while HubSpot's search lags by 30 seconds", async () => {
  const world = await setUp(
    await openWorld({ limits: { searchLagMs: 30 * SECOND } }),
  );
  const poll = scenario(world, { ...GIVEN, limit: 2 });
  const deals = [DEAL.website, DEAL.brand, DEAL.photography, DEAL.campaign];
  const expected: string[] = [];
  const found: unknown[] = [];
  for (let round = 0; round < 24; round++) {
    const deal = deals[round % deals.length]!;
    const goesIn = Math.floor(round / deals.length) % 2 === 0;
    move(world, deal, goesIn ? "closedwon" : "contractsent");
    if (goesIn)
      expected.push(event(deal, world.sandbox.clock.now().toISOString()));
    wait(world, 17);
    found.push(...(await poll()));
  }
  for (let round = 0; round < 10; round++) {
    wait(world, 17);
    found.push(...(await poll()));
  }
  // A deal is back out of the stage 68 seconds after it went in, and in again after as many.
  expect(found).toEqual(expected);
  expect(expected).toHaveLength(12);
});

it("deals that entered in the same instant come one by one where the limit wants it", async () => {
  const world = await setUp(await openWorld());
  const poll = scenario(world, { ...GIVEN, limit: 1 });
  const deals = [DEAL.photography, DEAL.website, DEAL.brand];
  for (const deal of deals) move(world, deal);
  wait(world, 120);
  const found = [await poll(), await poll(), await poll(), await poll()];
  expect(found).toEqual([
    ...deals.toSorted().map((deal) => [event(deal, NOW)]),
    [],
  ]);
});

it("goes through all pages of a mass update", async () => {
  const world = await setUp(await openWorld());
  const ids = Array.from({ length: 250 }, (_, index) => {
    wait(world, 1);
    return world.sandbox.hubspot.create("deals", {
      dealname: `Deal ${index}`,
      dealstage: "closedwon",
    }).id;
  });
  wait(world, 120);
  const { bundles } = await world.poll(
    MODULE,
    { ...GIVEN, limit: 300 },
    FROM_THEN,
  );
  expect(bundles.map(({ dealId }) => dealId)).toEqual(ids);
  const [first, second, ...others] = world.sent();
  expect(second).toEqual({
    call: SEARCH,
    body: { ...(first?.body as object), after: "200" },
  });
  expect(others).toEqual([]);
});

it("with all entries for a start, nothing is too old", async () => {
  const world = await setUp(await openWorld());
  move(world, DEAL.website);
  wait(world, 40 * 86_400);
  const { bundles } = await world.poll(MODULE, GIVEN);
  expect(bundles.map(({ id }) => id)).toEqual([event(DEAL.website, NOW)]);
  expect(world.sent()).toMatchObject([
    {
      body: {
        filterGroups: [{ filters: [{ operator: "GTE", value: "0" }, {}] }],
      },
    },
  ]);
});

it("a start is chosen among the newest entries", async () => {
  const world = await setUp(await openWorld());
  move(world, DEAL.website);
  wait(world, 10);
  move(world, DEAL.brand);
  expect(await world.epoch(MODULE, GIVEN)).toEqual([
    { label: "Brand refresh", date: "2026-11-23T10:00:10.000Z" },
    { label: "Website relaunch", date: NOW },
  ]);
  expect(world.sent()).toEqual([
    {
      call: SEARCH,
      body: {
        filterGroups: [
          { filters: [{ propertyName: STAMP, operator: "HAS_PROPERTY" }] },
        ],
        sorts,
        properties: [...PROPERTIES, STAMP],
        limit: 200,
      },
    },
  ]);
});

it("a stage whose entries HubSpot does not stamp is told, with what to do", async () => {
  const world = await setUp(await openWorld());
  expect(await world.refusal(MODULE, { ...GIVEN, stageId: "404" })).toEqual({
    type: "DataError",
    message:
      'HubSpot has no property "hs_v2_date_entered_404", so it does not tell when deals entered this stage. Choose the pipeline and the stage again.',
  });
});

it.each([
  [
    200,
    { status: "busy" },
    "DataError",
    "HubSpot's answer about deals holds no list. Run this scenario again.",
  ],
  [
    429,
    { policyName: "SECONDLY" },
    "RateLimitError",
    "HubSpot's limit of API calls per second is reached; this step is tried again shortly.",
  ],
  [
    502,
    {},
    "ConnectionError",
    "HubSpot failed (502) on deals that entered the stage. Run this step again: nothing is made twice.",
  ],
])(
  "an answer %i without entries is not taken for none",
  async (status, body, type, message) => {
    const world = await setUp(await openWorld());
    world.answer(SEARCH, body, status);
    expect(await world.refusal(MODULE, GIVEN)).toEqual({ type, message });
  },
);

it("stages are offered by pipeline, with the suffix that their entry property has", async () => {
  const world = await openWorld();
  world.answer("GET /crm/properties/deals", {
    results: [
      { name: "hs_v2_date_entered_710022" },
      { name: "hs_v2_date_entered_710023_1843" },
    ],
  });
  expect(await world.options("listPipelines", {})).toContainEqual({
    label: "Retainers",
    value: "710021",
  });
  expect(await world.options("listStages", { pipelineId: "710021" })).toEqual([
    { label: "Proposal", value: "710022" },
    { label: "Negotiation", value: "710023/1843" },
    { label: "Retainer Won", value: "710024" },
    { label: "Retainer Lost", value: "710025" },
  ]);
  world.sent();
  const stamp = "hs_v2_date_entered_710023_1843";
  world.answer(SEARCH, {
    total: 1,
    results: [{ id: "701", properties: { [stamp]: NOW, dealname: "Care" } }],
  });
  const given = { pipelineId: "710021", stageId: "710023/1843", limit: 10 };
  const { bundles } = await world.poll(MODULE, given, {});
  expect(bundles).toEqual([
    expect.objectContaining({
      id: `701:710023:${ms(NOW)}`,
      stageId: "710023",
      enteredAt: NOW,
    }),
  ]);
  expect(JSON.stringify(world.sent())).toContain(`"${stamp}"`);
});
