import {
  compileFunctions,
  functionLimits,
} from "../../src/functions/compileFunctions";
import { runFunctionTests } from "../../src/functions/runFunctionTests";
import { jsonAnswer } from "../../src/run/transport/httpCall";
import { openSketch, treeOf } from "./world";

const evaluated = async (
  functions: Record<string, string>,
  expression: string,
  given: Record<string, unknown> = {},
) => {
  const { app } = openSketch({
    functions,
    modules: {
      act: {
        params: "rpc://any",
        api: { response: { output: { value: `{{${expression}}}` } } },
      },
    },
  });
  const { bundles } = await app.runModule("act", given);
  return (bundles[0] as { value: unknown }).value;
};

test("results are plain values of the caller's realm", async () => {
  const value = await evaluated(
    {
      make: "function make(x) { return { list: [x, new Date(0)], buffer: Buffer.from('a') } }",
    },
    "make(parameters.x)",
    { x: { deep: 1 } },
  );
  expect(value).toStrictEqual({
    list: [{ deep: 1 }, new Date(0)],
    buffer: Buffer.from("a"),
  });
});

test("values go in unchanged, and instanceof knows them", async () => {
  const value = await evaluated(
    {
      seen: "function seen(d, l) { return [d instanceof Date, l instanceof Array, d.getTime(), this.timezone] }",
    },
    "seen(parameters.d, parameters.l)",
    { d: new Date(5), l: [] },
  );
  expect(value).toEqual([true, true, 5, "UTC"]);
});

test("iml holds built-ins and the other functions", async () => {
  const value = await evaluated(
    {
      outer: "function outer(t) { return iml.inner(iml.upper(t)) }",
      inner: "function inner(t) { return t + '!' }",
    },
    "outer('a')",
  );
  expect(value).toBe("A!");
});

test.each([
  ["function other() {}", 'must be a function named "act1" and is "other"'],
  ["function act1() {};", "is not exactly one function"],
  ["function act1() {}\nfunction b() {}", "is not exactly one function"],
  [`function act1() { /*${"x".repeat(5000)}*/ }`, "a function may have 5000"],
  ["function act1() { return process.env }", "process is not defined"],
  ["function act1() { return require('fs') }", "require is not defined"],
  ["async function act1() {}", "act1 returns no plain value"],
  ["function act1() { return () => 1 }", "act1 returns a function"],
  ["function act1() { throw new Error('why') }", "why"],
])("%s fails", async (code, message) => {
  await expect(evaluated({ act1: code }, "act1()")).rejects.toMatchObject({
    type: "RuntimeError",
    message: expect.stringContaining(message),
  });
});

test("an endless loop is stopped, and what runs after it is not", () => {
  const { callable } = compileFunctions(
    treeOf({
      functions: {
        spin: "function spin() { for (;;); }",
        fine: "function fine() { return 1 }",
      },
    }).functions.values(),
    { timezone: "UTC", builtins: {}, milliseconds: 50 },
  );
  expect(() => callable["spin"]?.()).toThrow("spin took more than 0.05 s.");
  expect(callable["fine"]?.()).toBe(1);
  expect(functionLimits.milliseconds).toBe(10_000);
});

test("test files run with it, assert, iml and the function", () => {
  const tree = treeOf({
    functions: {
      twice: {
        code: "function twice(x) { return [x, x] }",
        test: `
          it("doubles", () => assert.deepStrictEqual(twice(1), [1, 1]));
          it("fails", () => assert.strictEqual(iml.upper("a"), environment.timezone));`,
      },
    },
  });
  expect(runFunctionTests(tree)).toEqual([
    { function: "twice", name: "doubles" },
    {
      function: "twice",
      name: "fails",
      failure: expect.stringContaining("strictly equal"),
    },
  ]);
});

test("5,000 module runs stay well under 10 ms each", async () => {
  const { app } = openSketch(
    {
      functions: { twice: "function twice(x) { return x * 2 }" },
      modules: {
        act: {
          params: [{ name: "n", type: "number" }],
          api: {
            url: "/{{parameters.n}}",
            method: "POST",
            body: { n: "{{twice(parameters.n)}}" },
          },
        },
      },
    },
    [],
    { send: async () => jsonAnswer({ ok: true }) },
  );
  const started = Date.now();
  for (let n = 0; n < 5000; n++) await app.runModule("act", { n });
  expect((Date.now() - started) / 5000).toBeLessThan(3);
});
