import { jsonAnswer } from "../../src/run/transport/httpCall";
import { openSketch } from "./world";

const run = (response: unknown, answer = jsonAnswer({}), base?: unknown) =>
  openSketch(
    {
      base: base ?? { baseUrl: "https://api.test" },
      modules: { act: { api: { url: "/", response } } },
    },
    [answer],
  ).app.runModule("act", {});

describe("an answer is refused", () => {
  const teapot = jsonAnswer({ m: "short" }, 418);
  test.each([
    [undefined, teapot, "RuntimeError", "[418] I'm a Teapot", 418],
    [
      { error: "{{statusCode}} {{body.m}}" },
      teapot,
      "RuntimeError",
      "418 short",
      418,
    ],
    [
      {
        error: {
          message: "general",
          type: "DataError",
          418: { message: "own" },
        },
      },
      teapot,
      "DataError",
      "own",
      418,
    ],
    [
      {
        error: {
          message: "general",
          418: { message: "own", type: "RateLimitError" },
        },
      },
      teapot,
      "RateLimitError",
      "own",
      418,
    ],
    [
      { valid: "{{body.ok}}" },
      jsonAnswer({}),
      "RuntimeError",
      "Response marked as invalid.",
      200,
    ],
    [
      {
        valid: "{{body.ok}}",
        error: {
          message: "general",
          200: { message: "inside", type: "DataError" },
        },
      },
      jsonAnswer({}),
      "DataError",
      "inside",
      200,
    ],
    [
      {
        valid: {
          condition: false,
          message: "of valid",
          type: "IncompleteDataError",
        },
        error: {
          message: "general",
          type: "DataError",
          200: { message: "own" },
        },
      },
      jsonAnswer({}),
      "IncompleteDataError",
      "of valid",
      200,
    ],
    [
      { type: "json" },
      { ...jsonAnswer({}), body: "<p>" },
      "DataError",
      "The answer (status 200) cannot be parsed.",
      200,
    ],
  ])("%j", async (response, answer, type, message, statusCode) => {
    await expect(run(response, answer)).rejects.toMatchObject({
      ...{ name: type, type, message, statusCode },
    });
  });

  test("as the base says where the module says nothing", async () => {
    const base = {
      baseUrl: "https://api.test",
      response: {
        error: { message: "base", type: "ConnectionError" },
        valid: "{{statusCode = 200}}",
      },
    };
    await expect(
      run({ output: "{{body}}" }, jsonAnswer({}, 201), base),
    ).rejects.toMatchObject({ type: "ConnectionError", message: "base" });
    await expect(
      run({ error: "own" }, jsonAnswer({}, 500), base),
    ).rejects.toMatchObject({ type: "RuntimeError", message: "own" });
  });

  test("by a status of 400 even when its body is no JSON", async () => {
    await expect(
      run({ error: "{{body}}" }, { ...jsonAnswer({}, 502), body: "<p>" }),
    ).rejects.toMatchObject({ message: "<p>", statusCode: 502 });
  });

  test("when nothing answers, by ConnectionError without the query", async () => {
    const { app } = openSketch(
      { modules: { act: { api: { url: "/", qs: { token: "s3cr3t" } } } } },
      [],
    );
    await expect(app.runModule("act", {})).rejects.toMatchObject({
      type: "ConnectionError",
      message: "GET https://api.test/ was not answered.",
    });
  });

  test("after the timeout of the base", async () => {
    const { app } = openSketch(
      {
        base: { baseUrl: "https://api.test", timeout: 20 },
        modules: { act: { api: { url: "/" } } },
      },
      [],
      { send: () => new Promise(() => {}) },
    );
    await expect(app.runModule("act", {})).rejects.toMatchObject({
      type: "ConnectionError",
      message: "GET to api.test was not answered within 0.02 s.",
    });
  });
});

describe("an answer is read", () => {
  const answer = (type: string, body: string) => ({
    ...{ status: 200, body, headers: { "Content-Type": type } },
  });
  const whole = { output: { b: "{{body}}" } };
  test.each([
    ["application/vnd.x+json", '{"a":1}', { a: 1 }],
    [
      "text/xml; charset=utf-8",
      '<a n="1"><b>x</b></a>',
      { a: { "@_n": "1", b: "x" } },
    ],
    ["text/plain", '{"a":1}', '{"a":1}'],
    ["application/pdf", "%PDF", Buffer.from("%PDF")],
    ["application/x-www-form-urlencoded", "a=1&b=x%20y", { a: "1", b: "x y" }],
  ])("as %s", async (type, body, read) => {
    const { bundles } = await run(whole, answer(type, body));
    expect(bundles).toEqual([{ b: read }]);
  });

  test("by the map of types", async () => {
    const type = { "*": "text", "200-201": "json" };
    const { bundles } = await run({ ...whole, type }, answer("x/y", "[1]"));
    expect(bundles).toEqual([{ b: [1] }]);
  });

  test("an empty one gives an empty bundle", async () => {
    const { bundles } = await run(undefined, jsonAnswer(undefined, 204));
    expect(bundles).toEqual([{}]);
  });

  test("headers are read in lower case", async () => {
    const { bundles } = await run(
      { output: { id: "{{headers.`x-request-id`}}" } },
      jsonAnswer({}, 200, { "X-Request-Id": "7" }),
    );
    expect(bundles).toEqual([{ id: "7" }]);
  });

  test("an action may not give a list", async () => {
    await expect(run(undefined, jsonAnswer([]))).rejects.toThrow(
      "Invalid module output. Expected Object, but found Array.",
    );
  });
});
