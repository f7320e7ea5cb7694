import { ImlError, parseTemplate } from "../../src/iml/iml";

const problemOf = (text: string, dialect: "app" | "mapper" = "app") => {
  try {
    parseTemplate(text, dialect);
  } catch (error) {
    if (error instanceof ImlError) return error;
    throw error;
  }
  throw new Error(`${text} was parsed.`);
};

test.each<[string, number, RegExp]>([
  ["{{a ? b : c}}", 4, /no ternary operator; write if/],
  ["{{a : c}}", 4, /no ternary/],
  ["{{if(a; b; c)}}", 6, /separated by a comma/],
  ["{{jwt({iss: 1}, a)}}", 6, /no object literals/],
  ["{{iml.first(a)}}", 11, /bare name/],
  ["{{a.b(1)}}", 5, /Only functions can be called/],
  ["{{first(a).b}}", 10, /read with get/],
  ["{{first(a)[1]}}", 10, /read with get/],
  ["{{a[b]}}", 4, /whole number/],
  ["{{a[1.5]}}", 4, /whole number/],
  ["{{a[]}}", 4, /whole number/],
  ["{{a.1}}", 4, /word or stands in backticks/],
  ["{{a.}}", 4, /word or stands in backticks/],
  ["{{}}", 2, /value is missing/],
  ["{{ a + }}", 7, /value is missing/],
  ["{{a b}}", 4, /"b" is not expected/],
  ["{{(a}}", 4, /"\)" is expected/],
  ["{{first(a}}", 9, /"\)" is expected/],
  ["{{first(a,)}}", 10, /"\)" is not expected/],
  ["text {{a", 8, /"}}" is missing/],
  ["{{'a}}", 2, /' is not closed/],
  ["{{`a}}", 2, /` is not closed/],
  ["{{now.day}}", 5, /"\." is not expected/],
  ["{{true()}}", 6, /"\(" is not expected/],
  ["{{/a/}}", 2, /2nd argument of replace/],
  ["{{replace(a, 'b', /c/)}}", 18, /2nd argument of replace/],
  ["{{replace(a, /(/, 'c')}}", 13, /Invalid regular expression/],
  ["{{a & b}}", 4, /"&" is not expected/],
  ["{{1.field}}", 3, /"\." is not expected/],
  ["{{...}}", 2, /"\." is not expected/],
])("%s is refused at %i", (text, position, message) => {
  const problem = problemOf(text);
  expect(problem.message).toMatch(message);
  expect(problem).toMatchObject({ template: text, position });
});

test("the mapper takes no comma between arguments", () => {
  expect(problemOf("{{if(a, b)}}", "mapper").message).toMatch(/semicolon/);
});

test("endless nesting is refused, and does not end the process", () => {
  for (const opened of ["(", "!", "first("]) {
    expect(problemOf(`{{${opened.repeat(50_000)}`).message).toMatch(/nested/);
  }
});

test("the text around expressions is kept as it is", () => {
  const { parts } = parseTemplate(" a }} {{1}}{ {{2}}\n", "app");
  expect(parts).toEqual([
    " a }} ",
    { kind: "literal", value: 1 },
    "{ ",
    { kind: "literal", value: 2 },
    "\n",
  ]);
});

test("quotes, backticks and regular expressions may hold braces", () => {
  const text = "{{'}}' + \"{{\" + a.`}}` + replace(b, /[}]}'/g, '')}}!";
  const { parts, variables } = parseTemplate(text, "app");
  expect(parts).toHaveLength(2);
  expect(parts[1]).toBe("!");
  expect(variables).toEqual(["a.`}}`", "b"]);
});

test("a template is parsed once in each dialect", () => {
  const text = "{{first(list)}}";
  const parsed = parseTemplate(text, "app");
  expect(parseTemplate(text, "app")).toBe(parsed);
  expect(parseTemplate(text, "mapper")).not.toBe(parsed);
});
