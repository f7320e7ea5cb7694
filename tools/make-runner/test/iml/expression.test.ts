import { valueOf } from "./scopeOf";

const later = new Date("2024-05-02T00:00:00Z");
const sooner = new Date("2024-05-01T00:00:00Z");
const variables = {
  five: 5,
  text: "5",
  list: ["a", "b", "c"],
  deals: [{ id: 7, tags: ["x", "y"] }, { id: 8 }],
  headers: { "x-hook": "signed", "a.b": "dotted", "1": "one" },
  none: null,
  gone: undefined,
  later,
  sooner,
  again: new Date(sooner),
};

test.each<[string, unknown]>([
  ["1 + 2 * 3", 7],
  ["(1 + 2) * 3", 9],
  ["10 - 4 - 3", 3],
  ["7 % 4 / 2", 1.5],
  ["-five + 1", -4],
  ["!five", false],
  ["!!gone", false],
  ["1 + 2 + 'a'", "3a"],
  ["'a' + 1 + 2", "a12"],
  ["five + text", "55"],
  ["text * 2", 10],
  ["'a' + none + gone", "a"],
  ["2 < 10", true],
  ["'2' < '10'", false],
  ["text >= 5", true],
  ["text > 6", false],
  ["none < 1", false],
  ["gone >= 0", false],
  ["1 = 1", true],
  ["five = text", false],
  ["five === 5", true],
  ["five !== 5", false],
  ["none == gone", false],
  ["none != null", false],
  ["1 < 2 = true", true],
  ["true || false && false", true],
  ["gone || 'b'", "b"],
  ["five && list", ["a", "b", "c"]],
  ["0 && missing.is.not.reached", 0],
])("%s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test.each<[string, unknown]>([
  ["list[1]", "a"],
  ["list[3]", "c"],
  ["list[-1]", "c"],
  ["list[-3]", "a"],
  ["list[0]", undefined],
  ["list[4]", undefined],
  ["deals[2].id", 8],
  ["deals[1].tags[-1]", "y"],
  ["deals.id", undefined],
  ["list.length", undefined],
  ["headers.`x-hook`", "signed"],
  ["headers.`a.b`", "dotted"],
  ["headers.`1`", "one"],
  ["headers[1]", undefined],
  ["`headers`.`x-hook`", "signed"],
  ["none.a.b[1].c", undefined],
  ["gone[1].a", undefined],
  ["five.a", undefined],
  ["headers.constructor", undefined],
  ["headers.__proto__", undefined],
  ["headers.toString.name", undefined],
  ["text.length", undefined],
])("the path %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test.each<[string, boolean]>([
  ["sooner < later", true],
  ["later <= sooner", false],
  ["sooner = again", true],
  ["sooner != again", false],
  ["sooner <= again", true],
  ["'2024-05-01T12:00:00.000Z' > sooner", true],
  ["later < addDays(sooner, 2)", true],
])("dates compare by time: %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toBe(value);
});

test.each<[string, unknown]>([
  ["true", true],
  ["null", null],
  ["undefined", undefined],
  ["emptyarray", []],
  ["emptystring", ""],
  ["3.25", 3.25],
  [`"it's"`, "it's"],
  [`'say "hi"'`, 'say "hi"'],
  [`'it\\'s'`, "it's"],
  [`'a\\\\b'`, "a\\b"],
  [`'\\d'`, "\\d"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
  ["uuid()", "00000000-0000-4000-8000-000000000000"],
  ["now", new Date("2024-05-01T10:00:00.000Z")],
  ["now()", new Date("2024-05-01T10:00:00.000Z")],
])("the literal %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test("an empty list is a new one each time", () => {
  expect(valueOf("emptyarray")).not.toBe(valueOf("emptyarray"));
});
