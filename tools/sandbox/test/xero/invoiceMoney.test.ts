import { priceLine, taxOn, totals } from "../../src/xero/invoiceMoney";
import type { LineItem } from "../../src/xero/types";

test.each([
  ["one unit", { Quantity: 1, UnitAmount: 100 }, 100],
  ["a cent that floats get wrong", { Quantity: 3, UnitAmount: 1.005 }, 3.03],
  ["four decimals of quantity", { Quantity: 1.23456, UnitAmount: 10 }, 12.35],
  [
    "a percentage, rounded up",
    { UnitAmount: 2120.44, DiscountRate: 10 },
    1908.39,
  ],
  ["an amount off", { UnitAmount: 100, DiscountAmount: 12.5 }, 87.5],
  ["a negative price", { Quantity: 2, UnitAmount: -5 }, -10],
  ["a description alone", {}, 0],
])("%s", (_, input, expected) => {
  const line = priceLine(input, 2);
  expect(line.messages).toEqual([]);
  expect(line.LineAmount).toBe(expected);
});

test("unit amounts keep four decimals only when four are asked for", () => {
  const input = { Quantity: 1000, UnitAmount: 0.0612 };
  expect(priceLine(input, 4).LineAmount).toBe(61.2);
  expect(priceLine(input, 2).LineAmount).toBe(60);
});

test("a line amount alone gives the unit amount", () => {
  expect(priceLine({ Quantity: 4, LineAmount: 10 }, 2)).toMatchObject({
    UnitAmount: 2.5,
    LineAmount: 10,
  });
});

test("a line amount that does not match is refused", () => {
  const { messages } = priceLine({ UnitAmount: 100, LineAmount: 1 }, 2);
  expect(messages).toEqual([
    "The line total 1.00 does not match the expected line total 100.00",
  ]);
});

test.each([
  [{ UnitAmount: -10, DiscountRate: 10 }, "negative line amount"],
  [{ UnitAmount: 10, DiscountRate: 101 }, "between 0 and 100"],
])("the discount of %j is refused", (input, text) => {
  expect(priceLine(input, 2).messages.join()).toContain(text);
});

// The first three are recorded answers or Xero's own examples.
test.each([
  [100, 8.25, "Exclusive", 8.25],
  [250, 8.25, "Inclusive", 19.05],
  [176.26, 10, "Inclusive", 16.02],
  [29, 8.25, "Exclusive", 2.39],
  [550, 8.25, "Inclusive", 41.92],
  [0.5, 1, "Exclusive", 0.01],
  [-0.5, 1, "Exclusive", -0.01],
  [100, 20, "NoTax", 0],
] as const)("tax on %d at %d%% %s is %d", (amount, rate, types, expected) => {
  expect(taxOn(amount, rate, types)).toBe(expected);
});

test("tax is rounded per line before it is added up", () => {
  const lines = [25.06, 25.61, 25.63].map((LineAmount) => ({
    LineAmount,
    TaxAmount: taxOn(LineAmount, 15, "Exclusive"),
  })) as LineItem[];
  expect(totals(lines, "Exclusive")).toEqual({
    SubTotal: 76.3,
    TotalTax: 11.44,
    Total: 87.74,
  });
});
