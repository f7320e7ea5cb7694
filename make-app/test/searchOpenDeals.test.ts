import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { dealObjects } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, setUp, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const MODULE = "searchOpenDeals";
const SEARCH = "POST /crm/objects/deals/search";
const LINES = "POST /crm/objects/line_items/batch/read";
const ASSOCIATED = ["line_items", "companies", "contacts"].map(
  (type) => `POST /crm/associations/deals/${type}/batch/read`,
);

/** A portal whose only open deals are the given ones, each with a company and its lines. */
async function portal(
  deals: readonly {
    properties: Record<string, string>;
    lines?: Record<string, string>[];
  }[],
): Promise<{ world: World; ids: string[] }> {
  const world = await setUp(await openWorld());
  const { hubspot } = world.sandbox;
  for (const { type, id } of dealObjects)
    if (type === "deals")
      hubspot.update("deals", id, {
        ...{ pipeline: "default", dealstage: "closedlost" },
      });
  hubspot.update("companies", COMPANY.harbour, { xero_contact_id: "contact" });
  const ids = deals.map(({ properties, lines = [] }) => {
    const made = { dealstage: "contractsent", pipeline: "default" };
    const linked = lines.map((line) => ({
      to: { type: "line_items", id: hubspot.create("line_items", line).id },
      typeId: 19,
    }));
    return hubspot.create("deals", { ...made, ...properties }, [
      { to: { type: "companies", id: COMPANY.harbour }, typeId: 5 },
      ...linked,
    ]).id;
  });
  return { world, ids };
}

const closing = (date: string) => ({
  dealname: `Closes ${date}`,
  amount: "1000",
  closedate: `${date}T12:00:00Z`,
});

it("hands out open deals with what a forecast needs of them, those that close first coming first", async () => {
  const { world, ids } = await portal([
    { properties: closing("2027-01-10") },
    {
      properties: {
        ...closing("2026-12-10"),
        hubspot_owner_id: "118204533",
      },
      lines: [
        {
          ...{ name: "Care", quantity: "1", price: "50" },
          recurringbillingfrequency: "monthly",
        },
        { name: "Build", quantity: "2", price: "100.50" },
      ],
    },
    // Six months end in April; HubSpot is asked for a day more, which is in April west of Greenwich.
    { properties: closing("2027-05-01") },
    { properties: { ...closing("2026-12-11"), xero_invoice_id: "invoiced" } },
    {
      properties: {
        ...closing("2026-12-12"),
        xero_repeating_invoice_id: "billed again and again",
      },
    },
  ]);
  const found = await world.search(MODULE, { months: 6, limit: 500 });
  expect(found.map(({ dealId }) => dealId)).toEqual([ids[1], ids[0]]);
  const { deal, ...shown } = found[0]!;
  expect(shown).toEqual({
    dealId: ids[1],
    dealName: "Closes 2026-12-10",
    amount: 1000,
    currency: "GBP",
    pipelineId: "default",
    stageId: "contractsent",
    closeDate: "2026-12-10",
    dealUrl: `https://app.hubspot.com/contacts/2034521/record/0-3/${ids[1]}`,
    probability: 0.9,
    ownerId: "118204533",
    xeroContactId: "contact",
    lineItems: [
      { name: "Care", netAmount: 50, billingFrequency: "monthly" },
      { name: "Build", netAmount: 201 },
    ],
  });
  expect(deal).toMatchObject({
    lines: [
      { name: "Care", recurring: { frequency: "monthly" } },
      { name: "Build", netAmount: "201" },
    ],
    search: {
      ...{ timeZone: "Europe/London", until: "2027-05-01" },
      ...{ most: 500, total: 5 },
    },
  });
  expect(differences(world, MODULE, found[0]!)).toEqual(["-note"]);
});

it("reads the open deals of one pipeline in few calls, and no more than asked for", async () => {
  const { world } = await portal([
    { properties: closing("2026-12-10") },
    { properties: closing("2026-12-11") },
    { properties: closing("2026-12-12") },
  ]);
  const given = { months: 1, pipelineId: "default", limit: 2 };
  // November has no deal.
  expect(await world.search(MODULE, given)).toEqual([]);
  const [only, ...more] = world.sent();
  expect(more).toEqual([]);
  const open = [
    { propertyName: "hs_is_closed", operator: "EQ", value: "false" },
    { propertyName: "pipeline", operator: "EQ", value: "default" },
  ];
  expect(only).toMatchObject({
    call: SEARCH,
    body: {
      filterGroups: [
        {
          filters: [
            ...open,
            {
              propertyName: "closedate",
              operator: "LT",
              value: String(Date.UTC(2026, 11, 2)),
            },
          ],
        },
        {
          filters: [
            ...open,
            { propertyName: "closedate", operator: "NOT_HAS_PROPERTY" },
          ],
        },
      ],
      sorts: [{ propertyName: "closedate", direction: "ASCENDING" }],
      limit: 2,
    },
  });
  const found = await world.search(MODULE, { ...given, months: 2 });
  expect(found.map(({ deal }) => deal)).toEqual([
    expect.objectContaining({
      closeDate: "2026-12-10",
      search: expect.objectContaining({ most: 2, total: 3 }) as unknown,
    }),
    expect.objectContaining({ closeDate: "2026-12-11" }),
  ]);
  expect(world.calls()).toEqual([
    SEARCH,
    ...ASSOCIATED,
    "POST /crm/objects/companies/batch/read",
  ]);
});

it("reads page after page of deals, and up to a hundred lines in a call", async () => {
  const line = { name: "Build", quantity: "1", price: "1" };
  const deal = { properties: closing("2026-12-10"), lines: [line] };
  const { world } = await portal(Array.from({ length: 230 }, () => deal));
  expect(await world.search(MODULE, { months: 6, limit: 500 })).toHaveLength(
    230,
  );
  expect(world.calls()).toEqual([
    SEARCH,
    SEARCH,
    ...ASSOCIATED,
    ...[LINES, LINES, LINES],
    "POST /crm/objects/companies/batch/read",
  ]);
});

it("hands out a deal once that comes on two pages, and reads what belongs to it once", async () => {
  const { world, ids } = await portal([{ properties: closing("2026-12-10") }]);
  const page = {
    total: 2,
    results: [{ id: ids[0], properties: closing("2026-12-10") }],
  };
  world.answer(SEARCH, { ...page, paging: { next: { after: "1" } } });
  world.answer(SEARCH, page);
  const found = await world.search(MODULE, { months: 6, limit: 500 });
  expect(found.map(({ dealId }) => dealId)).toEqual(ids);
  const [, , lineLinks] = world.sent();
  expect(lineLinks).toMatchObject({
    call: ASSOCIATED[0],
    body: { inputs: [{ id: ids[0] }] },
  });
});

it("leaves a deal whose lines cannot be read with its amount, and says so", async () => {
  const { world } = await portal([
    {
      properties: closing("2026-12-10"),
      lines: [{ name: "Build", quantity: "1", price: "1" }],
    },
  ]);
  world.answer(LINES, { results: [] }, 207);
  const [found] = await world.search(MODULE, { months: 6, limit: 10 });
  expect(found).toMatchObject({
    amount: 1000,
    lineItems: [],
    note: 'Deal "Closes 2026-12-10": not all its lines were read, because the deals have too many for one run, or one was just deleted. Search fewer deals at once. Until then the deal counts with its amount.',
  });
});

it.each([SEARCH, ASSOCIATED[0]!, LINES])(
  "never takes an answer that is not whole for fewer records: %s",
  async (call) => {
    const { world } = await portal([
      {
        properties: closing("2026-12-10"),
        lines: [{ name: "Build", quantity: "1", price: "1" }],
      },
    ]);
    world.answer(call, { results: [], errors: [{ category: "OOPS" }] }, 207);
    const { message } = await world.refusal(MODULE, { months: 6, limit: 10 });
    expect(message).toMatch(/^HubSpot's answer about .+ is not whole\. Run/);
  },
);
