import fc from "fast-check";
import {
  cleanName,
  dateForWhere,
  quoteForWhere,
  sameText,
  truncate,
} from "../../src/text/text";

it.each([
  ["Acme", '"Acme"'],
  ['The "Blue" Door', '"The ""Blue"" Door"'],
  ['"', '""""'],
  ["O'Brien \\ Sons", '"O\'Brien \\ Sons"'],
  ['" OR Name!="', '""" OR Name!="""'],
])("quotes %p for a filter as %s", (value, expected) => {
  expect(quoteForWhere(value)).toBe(expected);
});

it("no text can close the quotes of its own literal", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const inside = quoteForWhere(value).slice(1, -1);
      expect(inside.replaceAll('""', "")).not.toContain('"');
      expect(inside.replaceAll('""', '"')).toBe(value);
    }),
  );
});

it.each([
  ["  Harbour   &\tFinch \n Ltd ", "Harbour & Finch Ltd"],
  ["<b>Acme</b>", "bAcme/b"],
  ["Acme < > Ltd", "Acme Ltd"],
  ["Ünïcödé GmbH", "Ünïcödé GmbH"],
  ["<>", ""],
])("cleans the name %p to %p", (value, expected) => {
  expect(cleanName(value)).toBe(expected);
});

it("cuts a name at 255 characters", () => {
  expect(cleanName("n".repeat(255))).toBe("n".repeat(255));
  expect(cleanName("n".repeat(256))).toBe(`${"n".repeat(254)}…`);
});

it.each([
  ["abcdef", 6, "abcdef"],
  ["abcdefg", 6, "abcde…"],
  // "ab" + a pair of surrogates + "cd" is 6 units: cutting at 3 would split the pair
  ["ab😀cd", 4, "ab…"],
  ["ab😀cd", 5, "ab😀…"],
])("cuts %p to %i units as %p", (value, length, expected) => {
  expect(truncate(value, length)).toBe(expected);
});

it("what is cut fits, and holds no half of a surrogate pair", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (value, length) => {
        const cut = truncate(value, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        // encodeURIComponent throws on half a pair
        expect(() => encodeURIComponent(cut)).not.toThrow();
      },
    ),
  );
});

it.each([
  ["Acme Ltd", " acme   LTD ", true],
  ["Café", "Cafe\u0301", true],
  ["", " ", true],
  ["Acme", "Acme Ltd", false],
  ["a b", "ab", false],
])("%p and %p being the same to a person is %p", (a, b, expected) => {
  expect(sameText(a, b)).toBe(expected);
});

it("writes a date for a filter", () => {
  expect(dateForWhere("2026-11-03")).toBe("DateTime(2026,11,03)");
});
