import { createHmac } from "node:crypto";
import { valueOf } from "./scopeOf";

const variables = {
  text: "hello WORLD",
  empty: "",
  none: null,
  gone: undefined,
  key: "secret",
  list: [1, 2],
  file: Buffer.from([1, 2, 3]),
  collection: { a: 1, b: null, c: 3 },
  claim: { iss: "me", iat: new Date("2024-05-01T10:00:00Z") },
};

test.each<[string, unknown]>([
  ["if(text, 1, 2)", 1],
  ["if(gone, 1)", undefined],
  ["ifempty(empty, 'b')", "b"],
  ["ifempty(none, 'b')", "b"],
  ["ifempty(gone, 'b')", "b"],
  ["ifempty(0, 'b')", 0],
  ["ifempty(emptyarray, 'b')", []],
  ["switch('b', 'a', 1, 'b', 2, 3)", 2],
  ["switch('c', 'a', 1, 'b', 2, 3)", 3],
  ["switch('c', 'a', 1, 'b', 2)", undefined],
  ["get(collection, 'c')", 3],
  ["get(list, 2)", 2],
  ["get(collection, 'c.d.e')", undefined],
  ["get(collection, 'constructor')", undefined],
  ["omit(collection, 'a', 'b')", { c: 3 }],
  ["pick(collection, 'a', 'b', 'z')", { a: 1, b: null }],
])("general: %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test.each<[string, unknown]>([
  ["ascii('Wěošrčkřfžrýoáníté')", "Workfront"],
  ["ascii('ěščřž', true)", "escrz"],
  ["capitalize('make it')", "Make it"],
  ["startcase(text)", "Hello World"],
  ["startcase(\"it's o'clock\")", "It's O'clock"],
  ["lower(text)", "hello world"],
  ["upper(text)", "HELLO WORLD"],
  ["trim('  a ')", "a"],
  ["length(text)", 11],
  ["length(gone)", 0],
  ["length(list)", 2],
  ["length(file)", 3],
  ["contains(text, 'WORLD')", true],
  ["contains(text, 'world')", false],
  ["contains(gone, 'x')", false],
  ["indexOf(text, 'o')", 4],
  ["indexOf(text, 'l', 4)", -1],
  ["substring(text, 0, 5)", "hello"],
  ["substring(text, 6)", "WORLD"],
  ["split('a,b,c', ',')", ["a", "b", "c"]],
  ["split(empty, ',')", []],
  ["toString(12.5)", "12.5"],
  ["toString(collection)", '{"a":1,"b":null,"c":3}'],
  ["stripHTML('<b>a</b> &amp; c')", "a &amp; c"],
  ["escapeHTML('<a b=\"c\">&')", "&lt;a b=&quot;c&quot;&gt;&amp;"],
  ["escapeMarkdown('*a*')", "\\*a\\*"],
  ["encodeURL('a b/ü&')", "a%20b%2F%C3%BC%26"],
  ["decodeURL('a%20b%2F')", "a b/"],
  ["mime('Invoice 7.PDF')", "application/pdf"],
  ["mime('x.unheard')", "application/octet-stream"],
  ["replaceEmojiCharacters('a😀b👍🏽', '_')", "a_b_"],
])("string: %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test.each<[string, string]>([
  ["replace('a.b.c', '.', '-')", "a-b-c"],
  ["replace('a.b.c', '.', '$&')", "a$&b$&c"],
  ["replace('abc', '', '-')", "abc"],
  ["replace(gone, 'a', 'b')", ""],
  ["replace('abc', 'b', gone)", "ac"],
  ["replace('a1b22', /\\d+/, '#')", "a#b22"],
  ["replace('a1b22', /\\d+/g, '#')", "a#b#"],
  ["replace('a1b22', '/\\d+/g', '#')", "a#b#"],
  ["replace('+420 777', /(\\d+) (\\d+)/, '$2 $1')", "+777 420"],
  ["replace('a/b', /[/]/g, '')", "ab"],
  ["replace('AbA', /a/gi, '')", "b"],
])("%s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toBe(value);
});

test.each<[string, unknown]>([
  ["base64('id:ü')", "aWQ6w7w="],
  ["base64(file)", "AQID"],
  ["base64url('>>>???')", "Pj4-Pz8_"],
  ["toBinary('0aff', 'hex')", Buffer.from([10, 255])],
  ["toBinary('AQID', 'base64')", Buffer.from([1, 2, 3])],
  ["toBinary('ab')", Buffer.from("ab")],
  ["md5('abc')", "900150983cd24fb0d6963f7d28e17f72"],
  ["sha1('abc')", "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ["sha256('abc', 'base64')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="],
  ["length(sha512('abc', 'latin1'))", 64],
  [
    "sha256('data', 'hex', key)",
    createHmac("sha256", "secret").update("data").digest("hex"),
  ],
  [
    "sha256('data', 'base64', '736563726574', 'hex')",
    createHmac("sha256", "secret").update("data").digest("base64"),
  ],
])("encoding: %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test("a PKCE challenge is the one of RFC 7636, appendix B", () => {
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  expect(valueOf("base64url(sha256(v, 'base64'))", { v: verifier })).toBe(
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  );
});

test.each(["sha256('a', 'hax')", "sha256('a', 'hex', key, 'x')"])(
  "%s is refused",
  (expression) => {
    expect(() => valueOf(expression, variables)).toThrow(/encoding/);
  },
);

test("a JSON Web Token carries its claims, dates as seconds", () => {
  const [header, payload, signature] = String(
    valueOf("jwt(claim, key)", variables),
  ).split(".") as [string, string, string];
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, "base64url").toString()) as unknown;
  expect(read(header)).toEqual({ alg: "HS256", typ: "JWT" });
  expect(read(payload)).toEqual({ iss: "me", iat: 1714557600 });
  expect(signature).toBe(
    createHmac("sha256", "secret")
      .update(`${header}.${payload}`)
      .digest("base64url"),
  );
  expect(() => valueOf("jwt(claim, key, 'none')", variables)).toThrow(
    /no algorithm/,
  );
});

test("JSON goes both ways", () => {
  expect(valueOf("createJSON(collection)", variables)).toBe(
    '{"a":1,"b":null,"c":3}',
  );
  expect(valueOf("parseJSON('[1]')")).toEqual([1]);
  expect(valueOf("parseJSON(gone)", variables)).toBeUndefined();
});
