import fc from "fast-check";
import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  round,
  roundUp,
  subtract,
  toNumber,
  toText,
} from "../src/decimal";

test.each([
  ["1.005", 2, "1.01"],
  ["-1.005", 2, "-1.01"],
  ["1.0049999", 2, "1.00"],
  ["2.5", 0, "3"],
  ["0.061171", 4, "0.0612"],
  ["7", 2, "7.00"],
])("%s rounded to %i places is %s", (value, places, expected) => {
  expect(toText(round(decimal(value), places))).toBe(expected);
});

test.each([
  ["212.044", "212.05"],
  ["212.04", "212.04"],
  ["-0.001", "-0.01"],
])("%s rounded up to the cent is %s", (value, expected) => {
  expect(toText(roundUp(decimal(value), 2))).toBe(expected);
});

test.each([
  ["1e-7", "0.0000001"],
  ["1.5e3", "1500"],
  [9_999_999_999.99, "9999999999.99"],
  [".5", "0.5"],
])("reads %p exactly", (value, expected) => {
  expect(toText(decimal(value))).toBe(expected);
});

test.each(["", ".", "12,5", "NaN", "1.2.3"])("%p is no decimal", (text) => {
  expect(() => decimal(text)).toThrow(RangeError);
});

const money = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => ({ units, scale }));

test("adding and taking away again changes nothing", () => {
  fc.assert(
    fc.property(money, money, (a, b) => {
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
    }),
  );
});

test("a quotient is within half a unit of the last place", () => {
  fc.assert(
    fc.property(
      money,
      money.filter(({ units }) => units !== 0n),
      (a, b) => {
        const rest = subtract(a, multiply(divide(a, b, 4), b));
        const half = multiply(b, decimal("0.00005"));
        const size = ({ units, scale }: typeof rest) => ({
          units: units < 0n ? -units : units,
          scale,
        });
        expect(compare(size(rest), size(half))).not.toBe(1);
      },
    ),
  );
});

test("amounts with two decimals survive the way through a JSON number", () => {
  fc.assert(
    fc.property(fc.bigInt(-999_999_999_999n, 999_999_999_999n), (units) => {
      const amount = { units, scale: 2 };
      expect(compare(decimal(toNumber(amount)), amount)).toBe(0);
    }),
  );
});
