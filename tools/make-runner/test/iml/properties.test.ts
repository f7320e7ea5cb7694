import fc from "fast-check";
import {
  builtinNames,
  evaluate,
  ImlError,
  parseTemplate,
} from "../../src/iml/iml";
import { scopeOf } from "./scopeOf";

/** Text that is nearly IML, so that it gets far into the parser. */
const nearly = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."{{|}}|'|\"|`|(|)|[|]|,|;|.|+|-|*|/|%|=|==|!=|<|>|&&|&|!|?|:|\\".split(
          "|",
        ),
        " ",
        "1",
        "1.",
        "a",
        "now",
        "null",
        "replace(",
        "||",
      ),
      fc.constantFrom(...builtinNames),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(""));

const onlyImlErrors = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ImlError)) throw error;
  }
};

test.each(["app", "mapper"] as const)(
  "no text throws anything but an ImlError (%s)",
  (dialect) => {
    const scope = scopeOf({ a: { b: [1] }, "1": null }, { dialect });
    fc.assert(
      fc.property(nearly, fc.boolean(), (text, wrapped) => {
        onlyImlErrors(() => parseTemplate(text, dialect));
        onlyImlErrors(() => evaluate(wrapped ? `{{${text}}}` : text, scope));
      }),
      { numRuns: 3000 },
    );
  },
);

test("no built-in throws anything but an ImlError, whatever it is given", () => {
  const variables = fc.record({
    a: fc.anything({ withDate: true, withNullPrototype: true }),
    b: fc.anything({ withBigInt: true, withMap: true }),
    c: fc.oneof(fc.integer({ max: 30, min: -30 }), fc.string()),
  });
  fc.assert(
    fc.property(fc.constantFrom(...builtinNames), variables, (name, held) => {
      onlyImlErrors(() =>
        evaluate(`x{{${name}(a, b, c)}}{{${name}(c, a)}}`, scopeOf(held)),
      );
    }),
    { numRuns: 3000 },
  );
});

test("a text without braces is itself", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes("{{"));
      expect(evaluate(text, scopeOf())).toBe(text);
    }),
  );
});

test("a JSON value without templates is itself", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!JSON.stringify(value).includes("{{"));
      expect(evaluate(value, scopeOf())).toEqual(value);
    }),
  );
});

test("a quoted text comes back, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("'", '"'), (text, quote) => {
      const escaped = text.replaceAll("\\", "\\\\").replaceAll(quote, "\\$&");
      const written = `{{${quote}${escaped}${quote}}}`;
      expect(evaluate(written, scopeOf())).toBe(text);
    }),
  );
});

type Sum = { written: string; value: number };
const sums = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 5 },
    fc.nat(99).map((value) => ({ written: String(value), value })),
    fc
      .tuple(tie("sum"), fc.constantFrom("+", "-", "*"), tie("sum"))
      .map(([left, operator, right]) => ({
        written: `(${left.written}) ${operator} (${right.written})`,
        value:
          operator === "+"
            ? left.value + right.value
            : operator === "-"
              ? left.value - right.value
              : left.value * right.value,
      })),
    tie("sum").map(({ written, value }) => ({
      written: `-(${written})`,
      value: -value,
    })),
  ),
})).sum;

test("arithmetic comes out as it is printed", () => {
  fc.assert(
    fc.property(sums, ({ written, value }) => {
      expect(evaluate(`{{${written}}}`, scopeOf())).toBe(value);
    }),
  );
});
