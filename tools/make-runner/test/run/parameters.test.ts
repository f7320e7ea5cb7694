import { processParameters } from "../../src/run/parameters/processParameters";

const declared = [
  { name: "text", type: "text" },
  { name: "count", type: "integer", validate: { min: 1 } },
  { name: "flag", type: "boolean" },
  { name: "due", type: "date" },
  { name: "tags", type: "array", spec: { type: "text" } },
  {
    name: "who",
    type: "collection",
    spec: [
      { name: "name", type: "text" },
      { name: "more", type: "collection", spec: [{ name: "x", type: "text" }] },
    ],
  },
  {
    name: "kind",
    type: "select",
    options: [
      {
        label: "A",
        value: "a",
        nested: [{ name: "forA", type: "number", required: true }],
      },
      { label: "B", value: "b", default: true },
    ],
  },
];
const process = (given: Record<string, unknown>, list: unknown = declared) =>
  processParameters([list], given);

test("what is untouched is undefined, a collection is empty", () => {
  expect(process({ text: "" })).toEqual({
    parameters: { who: { more: {} }, kind: "b" },
    ignored: [],
  });
});

test("what is erased is null or an empty list", () => {
  expect(process({ text: null, tags: null, count: null }).parameters).toEqual({
    ...{ text: null, tags: [], count: null, who: { more: {} }, kind: "b" },
  });
});

test("texts become what is declared", () => {
  const given = {
    ...{ count: "3", flag: "true", due: "2026-01-02T03:04:05Z", tags: "one" },
    ...{ kind: "a", forA: "1.5", other: 1 },
  };
  expect(process(given)).toEqual({
    parameters: {
      ...{ count: 3, flag: true, tags: ["one"], who: { more: {} } },
      ...{ due: new Date("2026-01-02T03:04:05Z"), kind: "a", forA: 1.5 },
    },
    ignored: ["other"],
  });
});

test.each([
  [{ kind: "a" }, 'The required parameter "forA" is missing.'],
  [{ count: "x" }, '"count" must be a number.'],
  [{ count: 0 }, '"count" must be at least 1.'],
  [{ kind: "z" }, '"kind" must be one of a, b.'],
  [{ due: "soon" }, '"due" must be a date.'],
  [{ who: 1 }, '"who" must be a collection.'],
])("%j is refused", (given, message) => {
  expect(() => process(given)).toThrow(
    expect.objectContaining({ type: "BundleValidationError", message }),
  );
});

test("a missing field in a list is named with its place", () => {
  const list = [
    {
      name: "lines",
      type: "array",
      spec: [{ name: "sku", type: "text", required: true }],
    },
  ];
  expect(() => process({ lines: [{ sku: "a" }, {}] }, list)).toThrow(
    'The required parameter "lines[2].sku" is missing.',
  );
});

test("what an RPC declares passes, and nested lists of a store open for any value", () => {
  const list = [
    "rpc://fields",
    {
      name: "org",
      type: "select",
      options: {
        store: "rpc://orgs",
        nested: [{ name: "team", type: "text", required: true }],
      },
    },
  ];
  expect(process({ custom: 1, empty: "", org: "o", team: "t" }, list)).toEqual({
    parameters: { custom: 1, org: "o", team: "t" },
    ignored: [],
  });
});
