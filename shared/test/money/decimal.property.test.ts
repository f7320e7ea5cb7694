import fc from "fast-check";
import {
  absolute,
  add,
  compare,
  decimalsOf,
  parseDecimal,
  round,
  subtract,
} from "../../src/money/decimal";
import { d } from "../builders";

/** Millionths, and the text that a person would write for them. */
const number = fc
  .bigInt({ min: -(10n ** 16n), max: 10n ** 16n })
  .map((millionths) => {
    const digits = String(millionths < 0n ? -millionths : millionths).padStart(
      7,
      "0",
    );
    const sign = millionths < 0n ? "-" : "";
    return {
      millionths,
      value: parseDecimal(`${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`),
    };
  });

it("adding and then subtracting the same number gives the first one back", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(subtract(add(a.value, b.value), b.value)).toBe(a.value);
    }),
  );
});

it("sums do not depend on the order", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(add(a.value, b.value)).toBe(add(b.value, a.value));
    }),
  );
});

it("comparisons agree with whole numbers", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const expected =
        a.millionths < b.millionths ? -1 : a.millionths > b.millionths ? 1 : 0;
      expect(compare(a.value, b.value)).toBe(expected);
    }),
  );
});

it("rounding moves a number by half a cent at most, and leaves two decimals at most", () => {
  fc.assert(
    fc.property(number, ({ value }) => {
      const rounded = round(value, 2);
      expect(
        compare(absolute(subtract(rounded, value)), d("0.005")),
      ).toBeLessThanOrEqual(0);
      expect(decimalsOf(rounded)).toBeLessThanOrEqual(2);
    }),
  );
});

it("rounding a rounded number changes nothing", () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 4 }), (a, places) => {
      const rounded = round(a.value, places);
      expect(round(rounded, places)).toBe(rounded);
    }),
  );
});

it("rounding a negative number mirrors rounding the positive one", () => {
  fc.assert(
    fc.property(number, ({ value }) => {
      const mirrored = subtract(d("0"), value);
      expect(round(mirrored, 2)).toBe(subtract(d("0"), round(value, 2)));
    }),
  );
});
