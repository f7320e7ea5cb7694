import { SEARCH_DEALS } from "../fixtures/hubspot";
import {
  describeReplies,
  ENTERED,
  GET_PROPERTY,
  propertyReply,
  searchReply,
  slowReplies,
} from "../fixtures/stageEntries";
import { vendors } from "../fixtures/vendors";
import { failure, newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "deal_entered_stage";
const INPUT = { pipeline_id: "default", stage_id: "closedwon" };
const AT = "2026-11-20T09:30:00Z";
// Date.parse("2026-11-20T09:30:00Z")
const EVENT_ID = "701:closedwon:1795167000000";

beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

async function polledOnce() {
  const zap = newZap();
  const wire = vendors(
    ...slowReplies,
    searchReply(["701", AT]),
    ...describeReplies(),
  );
  const events = await zap.trigger(KEY, INPUT);
  return { zap, wire, events };
}

it("a poll hands out the deal with its payer and lines, all of it declared", async () => {
  const { events } = await polledOnce();
  expect(events).toEqual([
    {
      id: EVENT_ID,
      deal_id: "701",
      deal_name: "Website relaunch",
      amount: 4697.99,
      currency: "GBP",
      pipeline_id: "default",
      stage_id: "closedwon",
      stage_name: "Closed won",
      entered_at: "2026-11-20T09:30:00.000Z",
      // 2026-11-22T11:00:00Z is midnight in Auckland
      close_date: "2026-11-23",
      deal_url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
      owner_id: "118204533",
      customer: {
        type: "company",
        hubspot_id: "501",
        name: "Harbour & Finch",
        first_name: "Priya",
        last_name: "Nair",
        email: "priya@harbourfinch.example",
        phone: "+44 20 7946 0018",
        address_line1: "14 Quayside",
        city: "Bristol",
        postal_code: "BS1 4DJ",
        country: "United Kingdom",
      },
      line_items: [
        {
          id: "801",
          name: "Design sprint",
          description: "Five days with two designers",
          sku: "design",
          quantity: 5,
          unit_price: 1000,
          discount_per_unit: 0,
          discount_percent: 10,
          // 5 x 1000 less 4500
          discount_amount: 500,
          net_amount: 4500,
          tax_rate_id: "9001",
        },
        {
          id: "802",
          name: "Hosting",
          quantity: 3,
          unit_price: 33.335,
          discount_per_unit: 0,
          discount_percent: 0,
          discount_amount: 0,
          net_amount: 100.01,
        },
        {
          id: "803",
          name: "Support",
          quantity: 2,
          unit_price: 49.99,
          discount_per_unit: 1,
          discount_percent: 0,
          // 2 x 1
          discount_amount: 2,
          // 2 x (49.99 - 1)
          net_amount: 97.98,
          tax_rate_id: "9002",
        },
      ],
    },
  ]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});

it("a poll searches the entries of the last seven days, wherever the deals are now", async () => {
  const { wire } = await polledOnce();
  expect(wire.calls().slice(0, 2)).toEqual([GET_PROPERTY, SEARCH_DEALS]);
  expect(wire.calls()).toHaveLength(11);
  expect(wire.body(1)).toEqual({
    filterGroups: [
      {
        filters: [
          {
            propertyName: ENTERED,
            operator: "GTE",
            // Date.parse("2026-11-15T11:30:00Z")
            value: "1794742200000",
          },
        ],
      },
    ],
    sorts: [{ propertyName: ENTERED, direction: "DESCENDING" }],
    properties: [ENTERED],
    limit: 200,
  });
});

it("a poll with nothing new takes one call and hands out the same events", async () => {
  const { zap, events } = await polledOnce();
  const wire = vendors(searchReply(["701", AT]));
  expect(await zap.trigger(KEY, INPUT)).toEqual(events);
  expect(wire.calls()).toEqual([SEARCH_DEALS]);
});

it("a poll without any deal takes one call once the stage is known", async () => {
  const zap = newZap();
  vendors(propertyReply, searchReply());
  expect(await zap.trigger(KEY, INPUT)).toEqual([]);
  const wire = vendors(searchReply());
  expect(await zap.trigger(KEY, INPUT)).toEqual([]);
  expect(wire.calls()).toEqual([SEARCH_DEALS]);
});

it("entering the stage again is another event, for eight calls", async () => {
  const { zap } = await polledOnce();
  const again = "2026-11-22T08:00:00Z";
  const wire = vendors(searchReply(["701", again]), ...describeReplies());
  const events = await zap.trigger(KEY, INPUT);
  // Date.parse("2026-11-22T08:00:00Z")
  expect(events.map(({ id }) => id)).toEqual(["701:closedwon:1795334400000"]);
  expect(events[0]).toMatchObject({ entered_at: "2026-11-22T08:00:00.000Z" });
  expect(wire.calls()).toHaveLength(8);
});

it("a stage that is not chosen stops the step before any call", async () => {
  const wire = vendors();
  expect(await failure(newZap().trigger(KEY, {}))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("Stage is empty"),
  });
  expect(wire.calls()).toEqual([]);
});
