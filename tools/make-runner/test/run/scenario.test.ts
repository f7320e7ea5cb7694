import type { Blueprint, Node } from "../../src/run/scenario/blueprint";
import { passes } from "../../src/run/scenario/passes";
import { runScenario } from "../../src/run/scenario/runScenario";
import { jsonAnswer, type HttpAnswer } from "../../src/run/transport/httpCall";
import { openSketch } from "./world";

const trigger: Node = {
  id: 1,
  module: "app#crm-ab12:watch",
  parameters: { __IMTCONN__: 9, limit: 10 },
  mapper: {},
};

const create = (more: Partial<Node> = {}): Node => ({
  id: 3,
  module: "books:create",
  parameters: {},
  mapper: { reference: "Deal {{1.id}}", total: "{{round(1.amount)}}" },
  ...more,
});

const deals = [1, 2, 3].map((id) => ({
  ...{ id, amount: id * 100, stage: id === 2 ? "lost" : "won" },
}));

async function run(flow: Node[], answers: HttpAnswer[], ids = deals) {
  const connection = { type: "c", parameters: {}, data: {} };
  const crm = openSketch(
    {
      connections: { c: { api: {} } },
      modules: {
        watch: {
          ...{ type: "trigger", connection: "c" },
          api: {
            url: "/deals",
            response: {
              iterate: "{{body}}",
              trigger: { type: "id", order: "desc", id: "{{item.id}}" },
            },
          },
        },
      },
    },
    [jsonAnswer(ids)],
  );
  const books = openSketch(
    {
      modules: {
        create: {
          params: [
            { name: "reference", type: "text", required: true },
            { name: "total", type: "number" },
          ],
          api: {
            url: "/invoices",
            method: "POST",
            body: "{{parameters}}",
            response: {
              error: {
                message: "No",
                type: "DataError",
                429: { message: "Slow", type: "RateLimitError" },
              },
            },
          },
        },
        note: {
          params: [{ name: "text", type: "text" }],
          api: { url: "/notes", method: "POST", body: "{{parameters}}" },
        },
      },
    },
    answers,
  );
  const result = await runScenario({ flow } satisfies Blueprint, {
    apps: {
      "crm-ab12": { app: crm.app, connections: { 9: connection } },
      books: { app: books.app, connections: {} },
    },
  });
  const bodies = books.calls.map(({ body }) => JSON.parse(String(body)));
  return { ...result, bodies };
}

const made = (id: number) => jsonAnswer({ InvoiceID: id });

test("each bundle goes through routers, filters and mapped fields", async () => {
  const won = {
    conditions: [[{ a: "{{1.stage}}", o: "text:equal", b: "won" }]],
  };
  const result = await run(
    [
      trigger,
      {
        id: 2,
        module: "builtin:BasicRouter",
        mapper: null,
        routes: [
          {
            flow: [
              create({ filter: won }),
              {
                id: 4,
                module: "books:note",
                mapper: { text: "{{3.InvoiceID}} for {{1.id}}" },
              },
            ],
          },
          {
            flow: [
              {
                id: 5,
                module: "books:note",
                filter: {
                  conditions: [
                    [{ a: "{{1.amount}}", o: "number:greater", b: "250" }],
                  ],
                },
                mapper: { text: "large" },
              },
            ],
          },
        ],
      },
    ],
    [made(11), jsonAnswer({}), made(33), jsonAnswer({}), jsonAnswer({})],
  );
  expect(result.bodies).toEqual([
    { reference: "Deal 1", total: 100 },
    { text: "11 for 1" },
    { reference: "Deal 3", total: 300 },
    { text: "33 for 3" },
    { text: "large" },
  ]);
  expect(result).toMatchObject({
    status: "success",
    operations: 6,
    states: { 1: { lastId: 3 } },
  });
  expect(
    result.bundles.map(({ status, ran }) => [
      status,
      ran.map(({ node, result: end }) => `${node} ${end}`).join(", "),
    ]),
  ).toEqual([
    ["done", "3 done, 4 done, 5 filtered"],
    ["done", "3 filtered, 5 filtered"],
    ["done", "3 done, 4 done, 5 done"],
  ]);
});

describe("an error", () => {
  const refusal = jsonAnswer({}, 400);
  const handled = (name: string, more: Partial<Node> = {}) =>
    run(
      [
        trigger,
        create({ onerror: [{ id: 7, module: `builtin:${name}`, ...more }] }),
        { id: 4, module: "books:note", mapper: { text: "{{3.InvoiceID}}" } },
      ],
      [refusal, made(2), jsonAnswer({})],
      deals.slice(0, 2),
    );

  test.each([
    ["Ignore", "ignored"],
    ["Break", "incomplete"],
  ])("under %s leaves the bundle", async (directive, status) => {
    const result = await handled(directive);
    expect(result.bundles.map((one) => one.status)).toEqual([status, "done"]);
    expect(result.bundles[0]?.error).toMatchObject({ type: "DataError" });
    expect(result).toMatchObject({ status: "success", operations: 4 });
  });

  test("under Resume goes on with what is given instead", async () => {
    const { bodies } = await run(
      [
        trigger,
        create({
          onerror: [
            {
              ...{ id: 7, module: "builtin:Resume" },
              mapper: { InvoiceID: "none: {{3.error.message}}" },
            },
          ],
        }),
        { id: 4, module: "books:note", mapper: { text: "{{3.InvoiceID}}" } },
      ],
      [refusal, jsonAnswer({})],
      deals.slice(0, 1),
    );
    expect(bodies[1]).toEqual({ text: "none: No" });
  });

  test.each([
    ["Commit", "success", { 1: { lastId: 2 } }],
    ["Rollback", "error", {}],
  ])("under %s ends the run", async (directive, status, states) => {
    const result = await handled(directive);
    expect(result).toMatchObject({ status, states, operations: 2 });
    expect(result.bundles[1]?.status).toBe("notRun");
  });

  test("that nobody handles ends the run, and the trigger stays", async () => {
    const result = await run([trigger, create()], [made(1), refusal]);
    expect(result).toMatchObject({
      ...{ status: "error", error: { type: "DataError" }, states: {} },
    });
    expect(result.bundles.map((one) => one.status)).toEqual([
      ...["done", "failed", "notRun"],
    ]);
    const slow = await run([trigger, create()], [jsonAnswer({}, 429)]);
    expect(slow).toMatchObject({
      ...{ status: "warning", error: { type: "RateLimitError" } },
    });
  });

  test("in a module's parameters names the parameter", async () => {
    const result = await run([trigger, create({ mapper: {} })], []);
    expect(result.error?.message).toContain('"reference" is missing');
  });
});

test("an array aggregator gives what came of its source in one bundle", async () => {
  const won = {
    conditions: [[{ a: "{{1.stage}}", o: "text:equal", b: "won" }]],
  };
  const result = await run(
    [
      trigger,
      create({ filter: won }),
      {
        id: 4,
        module: "builtin:BasicAggregator",
        parameters: { feeder: 1 },
        mapper: { made: "{{3.InvoiceID}}" },
      },
      {
        id: 5,
        module: "builtin:BasicFeeder",
        mapper: { array: "{{4.array}}" },
      },
      { id: 6, module: "books:note", mapper: { text: "Made {{5.made}}" } },
    ],
    [made(11), made(33), jsonAnswer({}), jsonAnswer({})],
  );
  expect(result.bodies.slice(2)).toEqual([
    { text: "Made 11" },
    { text: "Made 33" },
  ]);
  // The watch, two invoices, aggregator, iterator, two notes.
  expect(result.operations).toBe(7);
  expect(result.bundles.map(({ ran }) => ran.map(({ node }) => node))).toEqual([
    [3, 4, 5, 6, 6],
    [3],
    [3, 4, 5, 6, 6],
  ]);
});

test("a blueprint that cannot be run is refused before anything runs", async () => {
  await expect(run([trigger, create({ id: 1 })], [])).rejects.toThrow("id 1");
  await expect(
    run([trigger, create({ module: "books:missing" })], []),
  ).rejects.toThrow('module "books:missing"');
  await expect(
    run([trigger, create({ module: "builtin:BasicAggregator" })], []),
  ).rejects.toThrow("the source of the aggregator");
  await expect(
    run([trigger, create({ module: "builtin:TextAggregator" })], []),
  ).rejects.toThrow("TextAggregator");
});

test.each([
  ["text:equal", "A", "a", false],
  ["text:equal:ci", "A", "a", true],
  ["text:notequal", "A", "a", true],
  ["text:contain", "abc", "b", true],
  ["exist", "", undefined, false],
  ["exist", 0, undefined, true],
  ["notexist", undefined, undefined, true],
  ["number:greater", "10", "9", true],
  ["number:less", "x", "9", false],
  ["number:equal", "1.0", 1, true],
  ["number:lessorequal", 9, 9, true],
  ["boolean:equal", true, "true", true],
  ["boolean:equal", false, "true", false],
])("%s of %j and %j is %s", (o, a, b, expected) => {
  expect(passes({ conditions: [[{ a, o, b }]] }, (value) => value)).toBe(
    expected,
  );
});
