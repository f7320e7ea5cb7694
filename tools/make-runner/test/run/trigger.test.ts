import type { TriggerState } from "../../src/run/trigger";
import { jsonAnswer } from "../../src/run/transport/httpCall";
import { openSketch } from "./world";

interface Deal {
  id: number | string;
  at?: string;
}

const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();

async function poll(
  deals: Deal[],
  state?: TriggerState,
  { limit = 10, type = "date", order = "desc" } = {},
) {
  const { app, calls } = openSketch(
    {
      modules: {
        watch: {
          type: "trigger",
          staticParams: [{ name: "limit", type: "uinteger", required: true }],
          api: {
            url: "/deals",
            qs: { since: "{{data.lastDate}}", last: "{{data.lastID}}" },
            response: {
              iterate: "{{body}}",
              limit: "{{parameters.limit}}",
              output: { deal: "{{item.id}}" },
              trigger: { type, order, id: "{{item.id}}", date: "{{item.at}}" },
            },
          },
        },
      },
    },
    [jsonAnswer(deals)],
  );
  const { bundles, state: next } = await app.runModule(
    "watch",
    { limit },
    { state },
  );
  return {
    ids: bundles.map((bundle) => (bundle as { deal: unknown }).deal),
    state: next,
    url: calls[0]?.url,
  };
}

test("several polls: each item once, the oldest first, no more than the limit", async () => {
  const deals = [
    { id: 4, at: at(3) },
    { id: 3, at: at(2) },
    { id: 2, at: at(2) },
    { id: 1, at: at(1) },
  ];
  const first = await poll(deals, undefined, { limit: 3 });
  expect(first).toEqual({
    ids: [1, 2, 3],
    state: { lastDate: at(2), lastId: 3 },
    url: "https://api.test/deals?since=1970-01-01T00%3A00%3A00.000Z",
  });
  const stored = JSON.parse(JSON.stringify(first.state)) as TriggerState;
  const second = await poll(deals, stored, { limit: 3 });
  expect(second).toMatchObject({
    ids: [4],
    state: { lastDate: at(3), lastId: 4 },
  });
  expect(second.url).toContain("last=3");
  const third = await poll(deals, second.state);
  expect(third).toMatchObject({ ids: [], state: second.state });
  const fourth = await poll([{ id: 1, at: at(9) }, ...deals], third.state);
  expect(fourth).toMatchObject({
    ids: [1],
    state: { lastDate: at(9), lastId: 1 },
  });
});

test("by id, numbers count as numbers", async () => {
  const deals = [{ id: "9" }, { id: "10" }, { id: "11" }];
  const { ids, state } = await poll(
    deals,
    { lastId: "9" },
    { type: "id", order: "asc" },
  );
  expect(ids).toEqual(["10", "11"]);
  expect(state).toEqual({ lastId: "11" });
});

test("an item without a date is an error that says so", async () => {
  await expect(poll([{ id: 1 }])).rejects.toMatchObject({
    type: "DataError",
    message:
      '"trigger.date" of an item comes out as undefined, which is no date.',
  });
});

test("descending pages are read until one holds a processed item", async () => {
  const page = (...ids: number[]) =>
    jsonAnswer(ids.map((id) => ({ id, at: at(id) })));
  const { app, calls } = openSketch(
    {
      modules: {
        watch: {
          type: "trigger",
          api: {
            url: "/deals",
            response: {
              ...{ iterate: "{{body}}", limit: 2, output: "{{item.id}}" },
              trigger: {
                ...{ type: "date", order: "desc" },
                ...{ id: "{{item.id}}", date: "{{item.at}}" },
              },
            },
            pagination: { qs: { page: "{{pagination.page}}" } },
          },
        },
      },
    },
    [page(9, 8), page(7, 6), page(5, 4), page(3, 2)],
  );
  const state = { lastDate: at(5), lastId: 5 };
  const run = await app.runModule("watch", {}, { state });
  expect(run.bundles).toEqual([6, 7]);
  expect(run.state).toEqual({ lastDate: at(7), lastId: 7 });
  expect(calls).toHaveLength(3);
});

test("the epoch overrides the trigger's communication", async () => {
  const { app, calls } = openSketch(
    {
      modules: {
        watch: {
          type: "trigger",
          api: {
            url: "/deals",
            response: { iterate: "{{body}}", output: "{{item}}", limit: 2 },
          },
          epoch: {
            qs: { all: true },
            response: {
              limit: 300,
              output: { label: "{{item.id}}", date: "{{item.at}}" },
            },
          },
        },
      },
    },
    [jsonAnswer([1, 2, 3].map((id) => ({ id, at: at(id) })))],
  );
  expect(await app.runEpoch("watch", {})).toEqual(
    [1, 2, 3].map((label) => ({ label, date: at(label) })),
  );
  expect(calls[0]?.url).toBe("https://api.test/deals?all=true");
});

test("an instant trigger passes its payload on, or fetches with it", async () => {
  const { app } = openSketch(
    {
      modules: {
        plain: { type: "instant_trigger", api: {} },
        fetching: {
          type: "instant_trigger",
          api: { url: "/deals/{{payload.id}}" },
        },
        answer: { type: "responder", api: {} },
      },
    },
    [jsonAnswer({ id: 5, name: "Deal" })],
  );
  const payload = { id: 5 };
  expect((await app.runModule("plain", {}, { payload })).bundles).toEqual([
    payload,
  ]);
  expect((await app.runModule("fetching", {}, { payload })).bundles).toEqual([
    { id: 5, name: "Deal" },
  ]);
  await expect(app.runModule("answer", {})).rejects.toThrow("A responder");
});
