import {
  predictLineAmount,
  predictTotals,
} from "../../src/invoice/predictTotals";
import { d } from "../builders";

const lines = (...pairs: [lineAmount: string, rate: string][]) =>
  pairs.map(([lineAmount, rate]) => ({
    lineAmount: d(lineAmount),
    rate: d(rate),
  }));

describe("a line's amount", () => {
  it.each([
    // 3 x 33.335 = 100.005
    ["is rounded half up", { quantity: "3", unitPrice: "33.335" }, "100.01"],
    // 1.3333 x 7.77 = 10.359741
    [
      "takes four decimals of quantity",
      { quantity: "1.3333", unitPrice: "7.77" },
      "10.36",
    ],
    // 5000 less 500
    [
      "is less a percentage",
      { quantity: "5", unitPrice: "1000", discountPercent: "10" },
      "4500",
    ],
    // 2120.44 - 212.04
    [
      "is less an amount",
      { quantity: "1", unitPrice: "2120.44", discountAmount: "212.04" },
      "1908.4",
    ],
    [
      "of a rounding line is negative",
      { quantity: "1", unitPrice: "-0.01" },
      "-0.01",
    ],
    // Xero rounds the discount up: 10% of 2120.44 = 212.044 -> 212.05 (Stack Overflow 66782237)
    [
      "has its percentage rounded up first, as Xero does",
      { quantity: "1", unitPrice: "2120.44", discountPercent: "10" },
      "1908.39",
    ],
  ])("%s", (_, line, expected) => {
    expect(
      predictLineAmount(line as Parameters<typeof predictLineAmount>[0]),
    ).toBe(expected);
  });
});

describe("totals", () => {
  it("Xero's own example: tax is rounded for each line, then added up", () => {
    // 15%: 3.759 -> 3.76, 3.8415 -> 3.84, 3.8445 -> 3.84; together 11.44, not 15% of 76.30 = 11.45
    const example = lines(["25.06", "15"], ["25.61", "15"], ["25.63", "15"]);
    expect(predictTotals(example, "Exclusive")).toEqual({
      subtotal: "76.3",
      tax: "11.44",
      total: "87.74",
    });
  });

  it("tax is taken out of prices that hold it", () => {
    // 250 x 8.25 / 108.25 = 19.0531 -> 19.05
    expect(predictTotals(lines(["250", "8.25"]), "Inclusive")).toEqual({
      subtotal: "230.95",
      tax: "19.05",
      total: "250",
    });
  });

  it("tax is taken out line by line", () => {
    // 55 x 10 / 110 = 5.00; 176.26 x 10 / 110 = 16.0236 -> 16.02; 231.26 - 21.02 = 210.24
    const inclusive = lines(["55", "10"], ["176.26", "10"]);
    expect(predictTotals(inclusive, "Inclusive")).toEqual({
      subtotal: "210.24",
      tax: "21.02",
      total: "231.26",
    });
  });

  it("free of tax, rates do not count", () => {
    expect(predictTotals(lines(["100", "20"]), "NoTax")).toEqual({
      subtotal: "100",
      tax: "0",
      total: "100",
    });
  });

  it("each line bears its own rate, a rounding line none", () => {
    // 20% of 100 = 20; 5% of 50.10 = 2.505 -> 2.51
    const mixed = lines(["100", "20"], ["50.1", "5"], ["-0.01", "0"]);
    expect(predictTotals(mixed, "Exclusive")).toEqual({
      subtotal: "150.09",
      tax: "22.51",
      total: "172.6",
    });
  });
});
