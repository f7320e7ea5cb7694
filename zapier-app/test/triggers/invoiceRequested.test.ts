import { READ_DEALS, SEARCH_DEALS } from "../fixtures/hubspot";
import { accountReply } from "../fixtures/hubspot";
import { describeReplies } from "../fixtures/stageEntries";
import { vendors, type Reply } from "../fixtures/vendors";
import { newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "invoice_requested";
const REQUEST = "xero_invoice_request";
const AT = "2026-11-20T09:30:00.000Z";
// Date.parse("2026-11-20T09:30:00Z")
const EVENT_ID = "701:request:1795167000000";

beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

const searchReply = (...ids: string[]): Reply => ({
  call: SEARCH_DEALS,
  body: {
    total: ids.length,
    results: ids.map((id) => ({ id, properties: { [REQUEST]: "create" } })),
  },
});
const historyReply = (...history: [value: string, at: string][]): Reply => ({
  call: READ_DEALS,
  body: {
    results: [
      {
        id: "701",
        properties: {},
        propertiesWithHistory: {
          [REQUEST]: history.map(([value, timestamp]) => ({
            value,
            timestamp,
          })),
        },
      },
    ],
  },
});

async function polledOnce() {
  const zap = newZap();
  const wire = vendors(
    accountReply,
    searchReply("701"),
    historyReply(["create", AT]),
    ...describeReplies(),
  );
  const events = await zap.trigger(KEY, {});
  return { zap, wire, events };
}

it("a poll hands out the deal that asks with its payer and lines, all of it declared", async () => {
  const { wire, events } = await polledOnce();
  expect(wire.body(0)).toEqual({
    filterGroups: [
      { filters: [{ propertyName: REQUEST, operator: "EQ", value: "create" }] },
    ],
    sorts: [{ propertyName: "hs_lastmodifieddate", direction: "DESCENDING" }],
    properties: [REQUEST],
    limit: 200,
  });
  expect(wire.body(1)).toEqual({
    inputs: [{ id: "701" }],
    properties: [REQUEST],
    propertiesWithHistory: [REQUEST],
  });
  // Search, history, the account's facts, and seven for the deal.
  expect(wire.calls()).toHaveLength(10);
  expect(events).toMatchObject([
    {
      id: EVENT_ID,
      requested_at: AT,
      deal_id: "701",
      deal_name: "Website relaunch",
      customer: { type: "company", name: "Harbour & Finch" },
      line_items: [{ id: "801", net_amount: 4500 }, {}, {}],
    },
  ]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});

it("a poll is one call of less than 400 bytes when nobody asks", async () => {
  const wire = vendors(searchReply());
  expect(await newZap().trigger(KEY, {})).toEqual([]);
  expect(wire.calls()).toEqual([SEARCH_DEALS]);
  expect(JSON.stringify(wire.body(0)).length).toBeLessThan(400);
});

it("a request that stands comes as it was first handed out, for two calls", async () => {
  const { zap, events } = await polledOnce();
  const wire = vendors(
    searchReply("701"),
    // Set again over the same value, it is still the same request.
    historyReply(["create", "2026-11-21T08:00:00.000Z"], ["create", AT]),
  );
  expect(await zap.trigger(KEY, {})).toEqual(events);
  expect(wire.calls()).toEqual([SEARCH_DEALS, READ_DEALS]);
});

it("made again after it was served, it is another event", async () => {
  const { zap } = await polledOnce();
  vendors(
    searchReply("701"),
    historyReply(
      ["create", "2026-11-22T08:00:00.000Z"],
      ["", "2026-11-20T09:40:00.000Z"],
      ["create", AT],
    ),
    ...describeReplies(),
  );
  const events = await zap.trigger(KEY, {});
  // Date.parse("2026-11-22T08:00:00Z")
  expect(events.map(({ id }) => id)).toEqual(["701:request:1795334400000"]);
});

it("a request that was served while the search lags is none", async () => {
  const wire = vendors(
    searchReply("701"),
    historyReply(["", "2026-11-22T11:29:50.000Z"], ["create", AT]),
  );
  expect(await newZap().trigger(KEY, {})).toEqual([]);
  expect(wire.calls()).toHaveLength(2);
});
