import {
  absolute,
  add,
  compare,
  decimalsOf,
  divide,
  format,
  multiply,
  parseDecimal,
  percentOf,
  round,
  subtract,
  sum,
  toNumber,
} from "../../src/money/decimal";
import { d } from "../builders";

describe("reading a number", () => {
  it.each([
    ["1234.56", "1234.56"],
    [" 7 ", "7"],
    ["0012.500", "12.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["+3", "3"],
    ["-0.010", "-0.01"],
    ["-.5", "-0.5"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["9999999999999999.9999", "9999999999999999.9999"],
    [33.335, "33.335"],
  ])("reads %p as %s", (input, expected) => {
    expect(parseDecimal(input)).toBe(expected);
  });

  it.each([
    "1e5",
    "NaN",
    "",
    " ",
    ".",
    "-",
    "1,000",
    "1.000.00",
    "1 000",
    "Infinity",
    "0x10",
    "12 GBP",
    "--1",
    "١",
    1e21,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("refuses %p", (input) => {
    expect(() => parseDecimal(input)).toThrow(RangeError);
  });

  it("refuses more decimals than the place allows", () => {
    expect(() => parseDecimal("0.061171", 4)).toThrow(
      '"0.061171" has more than 4 decimals.',
    );
  });

  it("does not count trailing zeros as decimals", () => {
    expect(parseDecimal("1.230000", 2)).toBe("1.23");
  });

  it("quotes no more than 40 characters of what it refuses", () => {
    expect(() => parseDecimal("x".repeat(500))).toThrow(
      `"${"x".repeat(40)}" is not a plain decimal number such as 1234.56.`,
    );
  });
});

describe("arithmetic", () => {
  it.each([
    ["0.1", "0.2", "0.3"],
    ["99.99", "0.01", "100"],
    ["-1.5", "1.5", "0"],
    ["1", "-0.0001", "0.9999"],
  ])("%s + %s = %s", (a, b, expected) => {
    expect(add(d(a), d(b))).toBe(expected);
  });

  it.each([
    ["0.3", "0.1", "0.2"],
    ["1", "1.00001", "-0.00001"],
    ["100", "100", "0"],
  ])("%s - %s = %s", (a, b, expected) => {
    expect(subtract(d(a), d(b))).toBe(expected);
  });

  it.each([
    // 3 x 33.335 = 100.005
    ["3", "33.335", "100.005"],
    // 1000 x 0.061171 = 61.171
    ["1000", "0.061171", "61.171"],
    ["-2", "0.5", "-1"],
    ["0", "-5", "0"],
  ])("%s x %s = %s", (a, b, expected) => {
    expect(multiply(d(a), d(b))).toBe(expected);
  });

  it.each([
    // 10% of 2120.44 = 212.044
    ["2120.44", "10", "212.044"],
    // 8.25% of 100 = 8.25
    ["100", "8.25", "8.25"],
    // 33.3333% of 3 = 0.999999
    ["3", "33.3333", "0.999999"],
  ])("of %s, %s percent is %s", (value, rate, expected) => {
    expect(percentOf(d(value), d(rate))).toBe(expected);
  });

  it("adds up a list, and nothing to zero", () => {
    // 25.06 + 25.61 + 25.63 = 76.30
    expect(sum([d("25.06"), d("25.61"), d("25.63")])).toBe("76.3");
    expect(sum([])).toBe("0");
  });

  it.each([
    ["1", "3", 4, "0.3333"],
    ["2", "3", 2, "0.67"],
    ["-1", "8", 2, "-0.13"], // -0.125
    ["1", "-8", 2, "-0.13"],
    ["-1", "-8", 2, "0.13"],
    ["250", "0.125", 0, "2000"],
    ["2062.5", "108.25", 2, "19.05"], // 19.0531...
  ])("%s / %s to %i places is %s", (a, b, places, expected) => {
    expect(divide(d(a), d(b), places)).toBe(expected);
  });

  it("refuses to divide by zero", () => {
    expect(() => divide(d("1"), d("0"), 2)).toThrow("Division by zero.");
  });
});

describe("rounding, half away from zero", () => {
  it.each([
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["0.49999", 0, "0"],
    ["-0.4", 0, "0"],
    ["2.5", 0, "3"],
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["100.005", 2, "100.01"],
    ["2.344999", 2, "2.34"],
    ["-2.344999", 2, "-2.34"],
    ["999.995", 2, "1000"],
    ["-0.004", 2, "0"],
    ["0.00005", 4, "0.0001"],
    ["-0.00005", 4, "-0.0001"],
    ["0.000049", 4, "0"],
    ["12.3", 4, "12.3"],
  ])("%s to %i places is %s", (value, places, expected) => {
    expect(round(d(value), places)).toBe(expected);
  });
});

it.each([
  ["1.10", "1.1", 0],
  ["-1", "1", -1],
  ["10", "9.9999", 1],
  ["-0.02", "-0.01", -1],
  ["0", "-0.0001", 1],
])("comparing %s with %s gives %i", (a, b, expected) => {
  expect(compare(d(a), d(b))).toBe(expected);
});

it.each([
  ["1250", 2, "1250.00"],
  ["-0.5", 2, "-0.50"],
  ["0.005", 2, "0.01"],
  ["-0.001", 2, "0.00"],
  ["7.5", 0, "8"],
  ["12.3456", 4, "12.3456"],
])("shows %s with %i places as %s", (value, places, expected) => {
  expect(format(d(value), places)).toBe(expected);
});

it("shows two places unless told otherwise", () => {
  expect(format(d("3"))).toBe("3.00");
});

it("gives the size, the decimals and the JSON number of a decimal", () => {
  expect(absolute(d("-12.5"))).toBe("12.5");
  expect(absolute(d("12.5"))).toBe("12.5");
  expect(decimalsOf(d("12.125"))).toBe(3);
  expect(decimalsOf(d("12"))).toBe(0);
  expect(JSON.stringify(toNumber(d("123456789012.345")))).toBe(
    "123456789012.345",
  );
});
