import { evaluate, evaluateText, ImlError } from "../../src/iml/iml";
import { scopeOf } from "./scopeOf";

const scope = scopeOf(
  {
    parameters: {
      name: "Ada",
      amount: 12.5,
      lines: [{ sku: "A" }],
      erased: null,
      erasedLines: [],
      untouched: {},
      due: new Date("2024-05-31T00:00:00Z"),
      active: false,
    },
    data: Buffer.from("bytes"),
  },
  {
    functions: {
      shout: (text) => `${String(text)}!`,
      length: () => "never called",
      fail: () => {
        throw new TypeError("boom");
      },
    },
  },
);

test.each<[unknown, unknown]>([
  ["{{parameters.amount}}", 12.5],
  ["{{parameters.lines}}", [{ sku: "A" }]],
  ["{{parameters.active}}", false],
  ["{{parameters.erased}}", null],
  ["{{parameters.missing}}", undefined],
  ["{{undefined}}", undefined],
  ["{{parameters.due}}", new Date("2024-05-31T00:00:00Z")],
  [" {{parameters.amount}}", " 12.5"],
  ["{{parameters.amount}}{{parameters.active}}", "12.5false"],
  ["a{{parameters.missing}}b{{parameters.erased}}c", "abc"],
  ["until {{parameters.due}}", "until 2024-05-31T00:00:00.000Z"],
  ["lines: {{parameters.lines}}", 'lines: [{"sku":"A"}]'],
  ["it is {{parameters.untouched}}", "it is {}"],
  ["file of {{data}}", "file of bytes"],
  ["no expression", "no expression"],
  ["", ""],
  [7, 7],
  [true, true],
  [null, null],
])("%j comes out as %j", (template, value) => {
  expect(evaluate(template, scope)).toEqual(value);
});

test("nothing is left out, what is erased stays", () => {
  const body = {
    name: "{{parameters.name}}",
    missing: "{{parameters.missing}}",
    erased: "{{parameters.erased}}",
    erasedLines: "{{parameters.erasedLines}}",
    untouched: "{{parameters.untouched}}",
    deep: { missing: "{{parameters.missing}}" },
    list: ["{{parameters.missing}}", "{{parameters.erased}}", 1],
  };
  const evaluated = evaluate(body, scope);
  expect(evaluated).toStrictEqual({
    name: "Ada",
    erased: null,
    erasedLines: [],
    untouched: {},
    deep: {},
    list: [null, 1],
  });
});

describe("the key {{...}}", () => {
  test("spreads its value where it stands", () => {
    const headers = {
      a: 1,
      b: 2,
      "{{...}}": "{{pick(parameters, 'name', 'amount')}}",
      name: "later wins",
    };
    expect(evaluate(headers, scope)).toStrictEqual({
      a: 1,
      b: 2,
      name: "later wins",
      amount: 12.5,
    });
  });

  test("spreads a collection written out, and nothing for nothing", () => {
    expect(
      evaluate({ "{{ ... }}": { x: "{{parameters.amount}}" } }, scope),
    ).toStrictEqual({ x: 12.5 });
    expect(
      evaluate({ "{{...}}": "{{parameters.missing}}", y: 1 }, scope),
    ).toStrictEqual({ y: 1 });
    expect(evaluate({ "{{...}}": "{{null}}" }, scope)).toStrictEqual({});
  });

  test.each(["{{parameters.lines}}", "{{parameters.name}}", 5])(
    "refuses %j",
    (value) => {
      expect(() => evaluate({ "{{...}}": value }, scope)).toThrow(ImlError);
    },
  );
});

test("a key that is an expression spreads a collection and else is the key", () => {
  const body = {
    "{{pick(parameters, 'amount')}}": "",
    "{{parameters.missing}}": 1,
    "{{parameters.name}}": 2,
    "x-{{parameters.name}}": 3,
  };
  expect(evaluate(body, scope)).toStrictEqual({
    amount: 12.5,
    Ada: 2,
    "x-Ada": 3,
  });
});

test("a key named __proto__ is a key like any other", () => {
  const value = JSON.parse('{"__proto__": {"polluted": "{{1}}"}}') as unknown;
  const evaluated = evaluate(value, scope) as Record<string, unknown>;
  expect(Object.keys(evaluated)).toEqual(["__proto__"]);
  expect(evaluated.polluted).toBeUndefined();
});

test("custom functions are called by their bare name, after the built-ins", () => {
  expect(evaluate("{{shout(parameters.name)}}", scope)).toBe("Ada!");
  expect(evaluate("{{length('abc')}}", scope)).toBe(3);
});

test.each<[string, number, string]>([
  ["a {{nope.x}}", 4, 'Unknown variable "nope"'],
  ["{{1 + toString2('a')}}", 6, 'Unknown function "toString2"'],
  ["{{constructor.name}}", 2, 'Unknown variable "constructor"'],
  ["{{constructor('x')}}", 2, 'Unknown function "constructor"'],
  ["{{__proto__}}", 2, 'Unknown variable "__proto__"'],
  ["{{fail()}}", 2, "fail: boom"],
  ["{{parseJSON('{')}}", 2, "parseJSON: "],
])("%s is an error at %i", (template, position, message) => {
  let caught: unknown;
  try {
    evaluateText(template, scope);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ImlError);
  expect(caught).toMatchObject({
    template,
    position,
    message: expect.stringContaining(message) as unknown,
  });
});

test("what a custom function threw is the cause", () => {
  expect(() => evaluate("{{fail()}}", scope)).toThrow(
    expect.objectContaining({ cause: new TypeError("boom") }),
  );
});
