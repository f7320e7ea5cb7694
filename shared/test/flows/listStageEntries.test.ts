import {
  listStageEntries,
  sampleStageEntries,
} from "../../src/flows/listStageEntries";
import { stageEntry } from "../../src/flows/stageEntry";
import { stageEntryOutput } from "../../src/flows/stageEntryOutput";
import type { HubspotObject } from "../../src/hubspot/wire";
import { companyWire, contactWire, dealWire, lineWire } from "../builders";
import { scriptedSend, type Reply, type Script } from "../scriptedSend";
import { warmContext } from "./warmContext";

const STAGE = "closedwon";
const PROPERTY = "hs_v2_date_entered_closedwon";
const SEARCH = "POST hubspot /crm/objects/deals/search";
const READ_DEALS = "POST hubspot /crm/objects/deals/batch/read";
// the same instants as milliseconds, worked out by hand
const TEN = "2026-11-22T10:00:00Z"; // 1,795,341,600,000
const ELEVEN = "2026-11-22T11:00:00.500Z"; // 1,795,345,200,500

const property = (status = 200): Reply => ({
  call: `GET hubspot /crm/properties/deals/${PROPERTY}`,
  status,
});
const search = (...entries: [dealId: string, enteredAt: string][]): Reply => ({
  call: SEARCH,
  body: {
    total: entries.length,
    results: entries.map(([id, at]) => ({
      id,
      properties: { [PROPERTY]: at },
    })),
  },
});
const associated = (
  to: string,
  links: Record<string, [string, number][]>,
): Reply => ({
  call: `POST hubspot /crm/associations/deals/${to}/batch/read`,
  body: {
    results: Object.entries(links).map(([id, targets]) => ({
      from: { id },
      to: targets.map(([toObjectId, typeId]) => ({
        toObjectId,
        associationTypes: [{ typeId }],
      })),
    })),
  },
});
const records = (type: string, ...results: HubspotObject[]): Reply => ({
  call: `POST hubspot /crm/objects/${type}/batch/read`,
  body: { results },
});
/** Everything that describes deal 701: company 501 is its primary one. */
const describe701 = (deal = dealWire()): Reply[] => [
  records("deals", deal),
  associated("line_items", { "701": [["801", 19]] }),
  associated("companies", {
    "701": [
      ["502", 341],
      ["501", 5],
    ],
  }),
  associated("contacts", { "701": [["601", 3]] }),
  records("line_items", lineWire()),
  records("companies", companyWire(), {
    id: "502",
    properties: { name: "Other" },
  }),
  records("contacts", contactWire()),
];
const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script, {
    "deal-stage-names": { closedwon: "Closed won" },
  });
  const pollAll = () => listStageEntries(context, STAGE);
  /** A poll whose entries all come described. */
  const poll = async () =>
    (await pollAll()).map((event) => {
      if ("deal" in event) return event;
      throw new Error(`Entry ${event.id} was not described.`);
    });
  return { script, poll, pollAll, context };
};

it("when nothing is new, a poll is one search", async () => {
  const { script, poll } = await start(property(), search(), search());
  await poll();
  expect(await poll()).toEqual([]);
  expect(script.calls.slice(2)).toEqual([SEARCH]);
});

it("it looks seven days back, newest first, in whatever stage the deal is now", async () => {
  const { script, poll } = await start(property(), search());
  await poll();
  // 2026-11-22T11:30Z less 7 days = 2026-11-15T11:30Z = 1,794,742,200 s
  expect(script.requests[1]?.body).toEqual({
    filterGroups: [
      {
        filters: [
          { propertyName: PROPERTY, operator: "GTE", value: "1794742200000" },
        ],
      },
    ],
    sorts: [{ propertyName: PROPERTY, direction: "DESCENDING" }],
    properties: [PROPERTY],
    limit: 200,
  });
});

it("an entry comes with deal, payer and lines in seven calls more", async () => {
  const { script, poll } = await start(
    property(),
    search(["701", TEN]),
    ...describe701(),
  );
  const events = await poll();
  expect(script.calls).toHaveLength(9);
  expect(events).toEqual([
    {
      id: "701:closedwon:1795341600000",
      enteredAt: "2026-11-22T10:00:00.000Z",
      stageId: "closedwon",
      stageName: "Closed won",
      deal: expect.objectContaining({
        id: "701",
        name: "Website relaunch",
      }) as unknown,
      customer: {
        type: "company",
        hubspotId: "501",
        name: "Harbour & Finch",
        firstName: "Priya",
        lastName: "Nair",
        email: "priya@harbourfinch.example",
      },
      lineItems: [
        expect.objectContaining({ id: "801", netAmount: "5000" }) as unknown,
      ],
    },
  ]);
});

it("a deal that has passed through the stage fires all the same", async () => {
  const { poll } = await start(
    property(),
    search(["701", TEN]),
    ...describe701(dealWire({ dealstage: "invoiced" })),
  );
  const [event] = await poll();
  expect(event?.stageId).toBe("closedwon");
  expect(event?.deal.stageId).toBe("invoiced");
});

it("what was described is remembered: the next poll is one search", async () => {
  const { script, poll } = await start(
    property(),
    search(["701", TEN]),
    ...describe701(),
    search(["701", TEN]),
  );
  const first = await poll();
  const calls = script.calls.length;
  expect(await poll()).toEqual(first);
  expect(script.calls.slice(calls)).toEqual([SEARCH]);
});

it("entering the stage again is another event", async () => {
  const { poll } = await start(
    property(),
    search(["701", TEN]),
    ...describe701(),
    search(["701", ELEVEN]),
    ...describe701(),
  );
  await poll();
  const events = await poll();
  expect(events.map(({ id }) => id)).toEqual(["701:closedwon:1795345200500"]);
});

it("a deal that is gone by now is left out", async () => {
  const { poll } = await start(
    property(),
    search(["702", ELEVEN], ["701", TEN]),
    ...describe701(),
  );
  expect((await poll()).map(({ deal }) => deal.id)).toEqual(["701"]);
});

describe("a deal with a problem does not hold up the others", () => {
  const other = { ...dealWire({ dealname: "Broken" }), id: "702" };
  const both = (broken: HubspotObject, line: HubspotObject): Reply[] => [
    property(),
    search(["702", ELEVEN], ["701", TEN]),
    records("deals", dealWire(), broken),
    associated("line_items", { "701": [["801", 19]], "702": [["802", 19]] }),
    associated("companies", { "701": [["501", 5]] }),
    associated("contacts", { "701": [["601", 3]] }),
    records("line_items", lineWire(), line),
    records("companies", companyWire()),
    records("contacts", contactWire()),
  ];

  it("a line that cannot be billed and a payer that is missing are told with the event", async () => {
    const line = lineWire({ price: "-1" }, "802");
    const { poll } = await start(...both(other, line));
    const [broken, sound] = await poll();
    expect(broken?.lineItems).toEqual([]);
    expect(broken?.customer).toBeUndefined();
    expect(broken?.billingProblem).toMatch(
      /is negative\..* has no company and no contact/,
    );
    expect(sound?.billingProblem).toBeUndefined();
    expect(sound?.lineItems).toHaveLength(1);
  });

  it("an amount that cannot be read is told with the event", async () => {
    const unreadable = {
      ...other,
      properties: { ...other.properties, amount: "1.0E7" },
    };
    const { poll } = await start(...both(unreadable, lineWire({}, "802")));
    const events = await poll();
    expect(events.map(({ id }) => id)).toContain("701:closedwon:1795341600000");
  });
});

describe("a mass update", () => {
  const entered = (count: number) =>
    Array.from({ length: count }, (_, index): [string, string] => [
      String(1000 - index),
      TEN,
    ]);
  const deals = (ids: string[]): Reply[] => [
    records("deals", ...ids.map((id) => ({ ...dealWire({}), id }))),
    associated("line_items", {}),
    associated("companies", {}),
    associated("contacts", {}),
  ];
  const readIds = (script: Script) =>
    script.requests.flatMap(({ path, body }) =>
      path.endsWith("/deals/batch/read") && !path.includes("associations")
        ? [(body as { inputs: { id: string }[] }).inputs.map(({ id }) => id)]
        : [],
    );

  it("more than a hundred new entries are described in chunks, in one poll", async () => {
    const entries = entered(101);
    const ids = entries.map(([id]) => id);
    const { script, poll } = await start(
      property(),
      search(...entries),
      ...deals(ids.slice(0, 100)),
      ...deals(ids.slice(100)),
      search(...entries),
    );
    expect((await poll()).map(({ deal }) => deal.id)).toEqual(ids);
    expect(readIds(script)).toEqual([ids.slice(0, 100), ids.slice(100)]);
    expect((await poll()).map(({ deal }) => deal.id)).toEqual(ids);
  });

  it("of more than three hundred the oldest come bare, and are described by the next poll", async () => {
    const entries = entered(301);
    const ids = entries.map(([id]) => id);
    const chunk = (index: number) =>
      deals(ids.slice(100 * index, 100 * index + 100));
    const { script, poll, pollAll } = await start(
      property(),
      search(...entries),
      ...chunk(0),
      ...chunk(1),
      ...chunk(2),
      search(...entries),
      ...chunk(3),
    );
    const events = await pollAll();
    expect(events.map(({ id }) => id.split(":")[0])).toEqual(ids);
    expect(events.filter((event) => !("deal" in event))).toEqual([
      {
        id: "700:closedwon:1795341600000",
        dealId: "700",
        stageId: "closedwon",
        enteredAt: "2026-11-22T10:00:00.000Z",
      },
    ]);
    expect(events[300]).not.toHaveProperty("deal");
    expect((await poll()).map(({ deal }) => deal.id)).toEqual(ids);
    expect(readIds(script).map(({ length }) => length)).toEqual([
      100, 100, 100, 1,
    ]);
  });

  it("ten thousand entries are followed, as far as HubSpot pages", async () => {
    const pages: number[] = [];
    const script = scriptedSend();
    const context = await warmContext({
      ...script,
      send: async ({ path, body }) => {
        if (!path.endsWith("/search"))
          return { status: 200, headers: {}, body: { results: [] } };
        pages.push((body as { limit: number }).limit);
        const results = Array.from({ length: 200 }, (_, index) => ({
          id: String(pages.length * 200 + index),
          properties: { [PROPERTY]: TEN },
        }));
        const paging = { next: { after: String(pages.length * 200) } };
        return { status: 200, headers: {}, body: { results, paging } };
      },
    });
    // 300 were asked for and are gone by now
    expect(await listStageEntries(context, STAGE)).toHaveLength(9_700);
    expect(pages).toEqual(Array.from({ length: 50 }, () => 200));
  });
});

it("the close date is the day in the account's zone", async () => {
  const { poll } = await start(
    property(),
    search(["701", TEN]),
    ...describe701(dealWire({ closedate: "2026-11-23T11:30:00Z" })),
  );
  const [event] = await poll();
  expect(event?.closeDate).toBe("2026-11-24");
  expect(event && stageEntryOutput(event)).toMatchObject({
    closeDate: "2026-11-24",
  });
});

it.each([
  ["in percent", { hs_discount_percentage: "10", amount: "4500" }, 500],
  ["off each unit", { discount: "2.5", amount: "4987.5" }, 12.5],
  ["none", {}, 0],
])(
  "a line's discount amount is what the whole line has off it: %s",
  async (_, properties, discountAmount) => {
    const replies = describe701();
    replies[4] = records("line_items", lineWire(properties));
    const { poll } = await start(property(), search(["701", TEN]), ...replies);
    const [event] = await poll();
    expect(event && stageEntryOutput(event)).toMatchObject({
      lineItems: [{ discountAmount }],
    });
  },
);

it("a bare entry is handed out as it is", () => {
  const entry = stageEntry("701", STAGE, TEN);
  expect(stageEntryOutput(entry)).toEqual({
    id: "701:closedwon:1795341600000",
    dealId: "701",
    stageId: "closedwon",
    enteredAt: "2026-11-22T10:00:00.000Z",
  });
});

it("a search of several pages is followed to its end", async () => {
  const page: Reply = search(["702", ELEVEN]);
  (page.body as Record<string, unknown>)["paging"] = { next: { after: "200" } };
  const { script, poll } = await start(
    property(),
    page,
    search(["701", TEN]),
    ...describe701(),
  );
  await poll();
  expect(script.requests[2]?.body).toMatchObject({ after: "200" });
});

it("a stage property with a suffix is found by its beginning", async () => {
  const name = `${PROPERTY}_999`;
  const { script, poll } = await start(
    property(404),
    {
      call: "GET hubspot /crm/properties/deals",
      body: { results: [{ name: "amount" }, { name }] },
    },
    search(),
  );
  await poll();
  expect(script.requests[2]?.body).toMatchObject({ properties: [name] });
});

it("without a stage property the stage history tells the instant", async () => {
  const history = (value: string, timestamp: string) => ({
    id: value === STAGE ? "701" : "702",
    properties: {},
    propertiesWithHistory: { dealstage: [{ value, timestamp }] },
  });
  const { script, poll } = await start(
    property(404),
    { call: "GET hubspot /crm/properties/deals", body: { results: [] } },
    {
      call: SEARCH,
      body: { total: 2, results: [{ id: "701" }, { id: "702" }] },
    },
    {
      call: READ_DEALS,
      body: { results: [history(STAGE, TEN), history("lost", TEN)] },
    },
    ...describe701(),
  );
  const events = await poll();
  expect(events.map(({ id }) => id)).toEqual(["701:closedwon:1795341600000"]);
  expect(script.requests[2]?.body).toMatchObject({
    filterGroups: [
      {
        filters: [
          { propertyName: "dealstage", operator: "EQ", value: STAGE },
          {
            propertyName: "hs_lastmodifieddate",
            operator: "GTE",
            value: "1794742200000",
          },
        ],
      },
    ],
  });
});

it("an editor's sample reaches back to the beginning and stops at its limit", async () => {
  const { script, context } = await start(
    property(),
    search(["701", TEN]),
    ...describe701(),
  );
  expect(await sampleStageEntries(context, STAGE, 3)).toHaveLength(1);
  expect(script.requests[1]?.body).toMatchObject({
    filterGroups: [
      { filters: [{ propertyName: PROPERTY, operator: "HAS_PROPERTY" }] },
    ],
    limit: 3,
  });
});
