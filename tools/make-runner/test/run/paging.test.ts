import { jsonAnswer, type HttpCall } from "../../src/run/transport/httpCall";
import { openSketch } from "./world";

/** Pages of numbered records, as many as are asked for. */
const pages = (count: number, size: number) =>
  Array.from({ length: count }, (_, page) =>
    jsonAnswer({
      list: Array.from({ length: size }, (_, index) => page * size + index),
      next: `c${page + 1}`,
    }),
  );

const search = (api: object, answers = pages(3, 2), given = {}) => {
  const world = openSketch(
    {
      base: { baseUrl: "https://api.test", headers: { k: "v" } },
      modules: {
        find: {
          type: "search",
          api,
          params: [{ name: "limit", type: "uinteger" }],
        },
      },
    },
    answers,
  );
  return { ...world, run: world.app.runModule("find", given) };
};

const urls = (calls: HttpCall[]) => calls.map(({ url }) => url);

test("pages until the condition fails, with page 2 after the first request", async () => {
  const { run, calls } = search({
    url: "/x",
    qs: { size: 2 },
    response: { iterate: "{{body.list}}", output: { n: "{{item}}" } },
    pagination: {
      qs: { page: "{{pagination.page}}", after: "{{body.next}}" },
      condition: "{{iterate.container.last < 3}}",
    },
  });
  expect(await run).toEqual({
    ...{ bundles: [0, 1, 2, 3].map((n) => ({ n })), requests: 2, ignored: [] },
  });
  expect(urls(calls)).toEqual([
    "https://api.test/x?size=2",
    "https://api.test/x?size=2&page=2&after=c1",
  ]);
});

test("stops at the limit, within a page, and at an empty page", async () => {
  const api = {
    url: "/x",
    response: { iterate: "{{body.list}}", limit: "{{parameters.limit}}" },
    pagination: { qs: { page: "{{pagination.page}}" } },
  };
  const limited = search(api, pages(3, 2), { limit: "3" });
  expect((await limited.run).bundles).toEqual([0, 1, 2]);
  expect(limited.calls).toHaveLength(2);
  const all = search(api, [...pages(2, 2), jsonAnswer({ list: [] })]);
  expect((await all.run).bundles).toEqual([0, 1, 2, 3]);
  expect(all.calls).toHaveLength(3);
});

test("without its parent, a page keeps the base only", async () => {
  const { run, calls } = search(
    {
      url: "/x",
      qs: { a: 1 },
      headers: { own: "1" },
      response: { iterate: "{{body.list}}" },
      pagination: {
        mergeWithParent: false,
        url: "{{body.url}}",
      },
    },
    [jsonAnswer({ list: [1], url: "/next?x=1" }), jsonAnswer({ list: [2] })],
  );
  expect((await run).bundles).toEqual([1, 2]);
  expect(calls[1]).toEqual({
    ...{ method: "GET", url: "https://api.test/next?x=1", headers: { K: "v" } },
  });
});

test("an item's condition leaves it out", async () => {
  const { run } = search({
    url: "/x",
    response: {
      iterate: { container: "{{body.list}}", condition: "{{item > 0}}" },
      wrapper: { all: "{{output}}" },
    },
  });
  expect((await run).bundles).toEqual([{ all: [1] }]);
});

test("50 further pages and 3,200 records are the end", async () => {
  const api = {
    url: "/x",
    response: { iterate: "{{body.list}}" },
    pagination: { qs: { page: "{{pagination.page}}" } },
  };
  const many = search(api, pages(60, 1));
  expect(await many.run).toMatchObject({ requests: 51, stoppedBy: "pages" });
  const large = search(api, pages(60, 100));
  const { bundles, ...rest } = await large.run;
  expect(bundles).toHaveLength(3200);
  expect(rest).toMatchObject({ requests: 32, stoppedBy: "records" });
});

test("the 101st request of a run is an error", async () => {
  const { run, calls } = search(
    { url: "/x", repeat: { condition: "{{true}}", delay: 0 } },
    pages(200, 1),
  );
  await expect(run).rejects.toMatchObject({
    type: "RuntimeError",
    message:
      "module find has made 100 requests, which is the most that one run may make.",
  });
  expect(calls).toHaveLength(100);
});
