import {
  builtinNames,
  builtinsFor,
  ImlError,
  referencesOf,
} from "../../src/iml/iml";

test("every path and function of a JSON value is named once, as written", () => {
  const communication = {
    url: "/contacts/{{parameters.id}}?x={{parameters.id}}",
    headers: { "{{...}}": "{{headersOf(connection)}}" },
    "{{pick(temp.extra, 'a')}}": null,
    body: [{ deep: "{{ifempty(body.data[1].`odd key`, emptyarray)}}" }],
    response: { limit: "{{parameters.limit}}", valid: true },
  };
  expect(referencesOf(communication, "app")).toEqual({
    variables: [
      "parameters.id",
      "connection",
      "temp.extra",
      "body.data[1].`odd key`",
      "parameters.limit",
    ],
    functions: ["headersOf", "pick", "ifempty"],
  });
});

test("in the mapper a path begins with the id of a module", () => {
  expect(referencesOf("{{if(1.a; 23.b[].c; now)}}", "mapper")).toEqual({
    variables: ["1.a", "23.b[].c"],
    functions: ["if"],
  });
});

test("what cannot be read is an error", () => {
  expect(() => referencesOf({ a: ["{{"] }, "app")).toThrow(ImlError);
});

test("the built-ins are named once and can be called from JavaScript", () => {
  expect(new Set(builtinNames).size).toBe(builtinNames.length);
  const iml = builtinsFor({ timezone: "Asia/Tokyo" });
  expect(Object.keys(iml)).toEqual(builtinNames);
  expect(iml.formatDate?.("2024-05-01T20:00:00Z", "DD HH:mm")).toBe("02 05:00");
});

test.each([
  "get if ifempty switch omit pick equal",
  "ascii base64 base64url capitalize contains decodeURL encodeURL escapeHTML",
  "escapeMarkdown indexOf length lower md5 mime replace toBinary toString trim",
  "replaceEmojiCharacters sha1 sha256 sha512 split startcase stripHTML upper",
  "substring add deduplicate distinct first flatten join keys last map merge",
  "remove reverse shuffle slice sort toArray toCollection formatDate parseDate",
  "addSeconds addMinutes addHours addDays addMonths addYears setSecond setYear",
  "setMinute setHour setDay setDate setMonth abs average ceil floor max median",
  "formatNumber min parseNumber round stdevP stdevS sum trunc createJSON",
  "parseJSON jwt",
])("the documented functions are there: %s", (names) => {
  expect(names.split(" ").filter((n) => !builtinNames.includes(n))).toEqual([]);
});
