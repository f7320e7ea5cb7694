import { READ_DEALS, SEARCH_DEALS, deal } from "../fixtures/hubspot";
import { associations } from "../fixtures/hubspot";
import {
  describeReplies,
  ENTERED,
  GET_PROPERTY,
  propertyReply,
  searchReply,
  slowReplies,
} from "../fixtures/stageEntries";
import { vendors, type Reply } from "../fixtures/vendors";
import { newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "deal_entered_stage";
const INPUT = { pipeline_id: "default", stage_id: "closedwon" };

beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

const ofAllTime = (limit: number) => ({
  filterGroups: [
    { filters: [{ propertyName: ENTERED, operator: "HAS_PROPERTY" }] },
  ],
  sorts: [{ propertyName: ENTERED, direction: "DESCENDING" }],
  properties: [ENTERED],
  limit,
});

it("the editor's sample is the newest entries of all time, three at most", async () => {
  const wire = vendors(
    ...slowReplies,
    // nothing happened for a year, and a sample is there all the same
    searchReply(["701", "2025-11-20T09:30:00Z"]),
    ...describeReplies(),
  );
  const events = await newZap().trigger(KEY, INPUT, { isLoadingSample: true });
  expect(wire.body(1)).toEqual(ofAllTime(3));
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ deal_id: "701", stage_name: "Closed won" });
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});

it("loading a sample takes nothing away from the next poll", async () => {
  const zap = newZap();
  const entry: [string, string] = ["701", "2026-11-20T09:30:00Z"];
  vendors(...slowReplies, searchReply(entry), ...describeReplies());
  const sample = await zap.trigger(KEY, INPUT, { isLoadingSample: true });
  vendors(searchReply(entry), ...describeReplies());
  expect(await zap.trigger(KEY, INPUT)).toEqual(sample);
});

it("turning the Zap on notes every entry of all time by its id, without reading the deals", async () => {
  const wire = vendors(
    propertyReply,
    searchReply(
      ["702", "2026-11-21T10:00:00Z"],
      ["701", "2025-01-02T03:04:05.678Z"],
    ),
  );
  const events = await newZap().trigger(KEY, INPUT, {
    isPopulatingDedupe: true,
  });
  expect(wire.calls()).toEqual([GET_PROPERTY, SEARCH_DEALS]);
  expect(wire.body(1)).toEqual(ofAllTime(200));
  expect(events).toEqual([
    {
      // Date.parse("2026-11-21T10:00:00Z")
      id: "702:closedwon:1795255200000",
      deal_id: "702",
      stage_id: "closedwon",
      entered_at: "2026-11-21T10:00:00.000Z",
    },
    {
      // Date.parse("2025-01-02T03:04:05.678Z")
      id: "701:closedwon:1735787045678",
      deal_id: "701",
      stage_id: "closedwon",
      entered_at: "2025-01-02T03:04:05.678Z",
    },
  ]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});

it("an entry has the same id while the Zap is turned on and when it is polled", async () => {
  const zap = newZap();
  const entry: [string, string] = ["701", "2026-11-20T09:30:00.123Z"];
  vendors(propertyReply, searchReply(entry));
  const noted = await zap.trigger(KEY, INPUT, { isPopulatingDedupe: true });
  vendors(...slowReplies.slice(1), searchReply(entry), ...describeReplies());
  const polled = await zap.trigger(KEY, INPUT);
  expect(polled[0]?.["id"]).toBe(noted[0]?.["id"]);
});

it("turning the Zap on reads every page", async () => {
  const wire = vendors(
    propertyReply,
    {
      call: SEARCH_DEALS,
      body: {
        total: 201,
        results: [
          { id: "1", properties: { [ENTERED]: "2026-11-21T00:00:00Z" } },
        ],
        paging: { next: { after: "200" } },
      },
    },
    searchReply(["2", "2026-11-20T00:00:00Z"]),
  );
  const events = await newZap().trigger(KEY, INPUT, {
    isPopulatingDedupe: true,
  });
  expect(events.map((event) => event["deal_id"])).toEqual(["1", "2"]);
  expect(wire.body(2)).toMatchObject({ after: "200" });
});

it("a deal that cannot be billed triggers all the same, and says why", async () => {
  const nobody = (to: string): Reply => ({
    call: associations(to),
    status: 207,
    body: { status: "COMPLETE", results: [], numErrors: 1 },
  });
  vendors(
    ...slowReplies,
    searchReply(["701", "2026-11-20T09:30:00Z"]),
    { call: READ_DEALS, body: { results: [deal()] } },
    ...["line_items", "companies", "contacts"].map(nobody),
  );
  const [event] = await newZap().trigger(KEY, INPUT);
  expect(event).toMatchObject({
    deal_id: "701",
    billing_problem: expect.stringContaining("no company and no contact"),
    line_items: [],
  });
  expect(event).not.toHaveProperty("customer");
  expect(undeclared("triggers", KEY, event!)).toEqual([]);
});

it("a deal that was deleted meanwhile is left out", async () => {
  vendors(
    ...slowReplies,
    searchReply(["701", "2026-11-20T09:30:00Z"]),
    { call: READ_DEALS, status: 207, body: { results: [] } },
    ...["line_items", "companies", "contacts"].map((to) => ({
      call: associations(to),
      status: 207,
      body: { results: [] },
    })),
  );
  expect(await newZap().trigger(KEY, INPUT)).toEqual([]);
});

describe("a mass update", () => {
  // a minute apart, newest first: one more than a poll describes
  const entries = Array.from({ length: 301 }, (_, index): [string, string] => [
    String(1301 - index),
    new Date(Date.parse("2026-11-22T10:00:00Z") - index * 60_000).toISOString(),
  ]);
  const pages: Reply[] = [entries.slice(0, 200), entries.slice(200)].map(
    (page, index) => ({
      call: SEARCH_DEALS,
      body: {
        total: entries.length,
        results: page.map(([id, at]) => ({
          id,
          properties: { [ENTERED]: at },
        })),
        ...(index === 0 && { paging: { next: { after: "200" } } }),
      },
    }),
  );
  const chunk: Reply[] = [
    {
      call: READ_DEALS,
      body: ({ inputs }: { inputs: { id: string }[] }) => ({
        results: inputs.map(({ id }) => deal({}, id)),
      }),
    },
    ...["line_items", "companies", "contacts"].map((to) => ({
      call: associations(to),
      status: 207,
      body: { results: [] },
    })),
  ];
  const ids = entries.map(([id]) => id);
  const OLDEST = {
    // Date.parse("2026-11-22T10:00:00Z") less 300 minutes
    id: "1001:closedwon:1795323600000",
    deal_id: "1001",
    stage_id: "closedwon",
    entered_at: "2026-11-22T05:00:00.000Z",
  };

  it("is handed out whole, three hundred with their details, the oldest without", async () => {
    const wire = vendors(
      ...slowReplies,
      ...pages,
      ...chunk,
      ...chunk,
      ...chunk,
    );
    const events = await newZap().trigger(KEY, INPUT);
    expect(events.map((event) => event["deal_id"])).toEqual(ids);
    const described = events.filter((event) => "deal_name" in event);
    expect(described.map((event) => event["deal_id"])).toEqual(
      ids.slice(0, 300),
    );
    expect(events[300]).toEqual(OLDEST);
    expect(undeclared("triggers", KEY, events[300]!)).toEqual([]);
    const batches = wire.sent
      .filter(({ call }) => call === READ_DEALS)
      .map(({ body }) =>
        (body as { inputs: { id: string }[] }).inputs.map(({ id }) => id),
      );
    expect(batches).toEqual([
      ids.slice(0, 100),
      ids.slice(100, 200),
      ids.slice(200, 300),
    ]);
  });

  it("gets the details of the rest with the next poll, under the same ids", async () => {
    const zap = newZap();
    vendors(...slowReplies, ...pages, ...chunk, ...chunk, ...chunk);
    const first = await zap.trigger(KEY, INPUT);
    const wire = vendors(...pages, ...chunk);
    const second = await zap.trigger(KEY, INPUT);
    expect(wire.calls()).toHaveLength(6);
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(second.slice(0, 300)).toEqual(first.slice(0, 300));
    expect(second[300]).toMatchObject({
      ...OLDEST,
      deal_name: "Website relaunch",
    });
  });

  it("loses no deal where the cache has forgotten the others", async () => {
    for (const zap of [newZap(), newZap()]) {
      vendors(...slowReplies, ...pages, ...chunk, ...chunk, ...chunk);
      const events = await zap.trigger(KEY, INPUT);
      expect(events.map((event) => event["deal_id"])).toEqual(ids);
    }
  });
});
