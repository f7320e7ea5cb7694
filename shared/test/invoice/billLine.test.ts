import { billLine } from "../../src/invoice/billLine";
import { predictLineAmount } from "../../src/invoice/predictTotals";
import type { LineItem } from "../../src/deal/lineItem";
import { d, lineItem } from "../builders";

type Figures = Partial<
  Record<
    | "quantity"
    | "unitPrice"
    | "discountPerUnit"
    | "discountPercent"
    | "netAmount",
    string
  >
>;
const line = (figures: Figures, more: Partial<LineItem> = {}) =>
  lineItem({ ...(figures as Partial<LineItem>), ...more });

it.each<[string, Figures, object]>([
  [
    "no discount",
    // 3 x 33.335 = 100.005 -> 100.01
    { quantity: "3", unitPrice: "33.335", netAmount: "100.005" },
    { quantity: "3", unitPrice: "33.335" },
  ],
  [
    "a percentage of whole cents stays one",
    // 5 x 1000 = 5000, less 500 = 4500
    {
      quantity: "5",
      unitPrice: "1000",
      discountPercent: "10",
      netAmount: "4500",
    },
    { quantity: "5", unitPrice: "1000", discountPercent: "10" },
  ],
  [
    "everything off stays a percentage",
    { quantity: "2", unitPrice: "10", discountPercent: "100", netAmount: "0" },
    { quantity: "2", unitPrice: "10", discountPercent: "100" },
  ],
  [
    "a percentage of broken cents becomes an amount",
    // 10% of 2120.44 = 212.044; 1908.396 -> 1908.40; 2120.44 - 1908.40 = 212.04
    { unitPrice: "2120.44", discountPercent: "10", netAmount: "1908.396" },
    { quantity: "1", unitPrice: "2120.44", discountAmount: "212.04" },
  ],
  [
    "a percentage with more than two decimals becomes an amount",
    // 33.3333% of 300 = 99.9999; 200.0001 -> 200.00; 300 - 200 = 100
    { unitPrice: "300", discountPercent: "33.3333", netAmount: "200.0001" },
    { quantity: "1", unitPrice: "300", discountAmount: "100" },
  ],
  [
    "a percentage of a gross with half cents becomes an amount",
    // 3 x 3.335 = 10.005 -> 10.01; less 20% = 8.004 -> 8.00; 10.01 - 8.00 = 2.01
    {
      quantity: "3",
      unitPrice: "3.335",
      discountPercent: "20",
      netAmount: "8.004",
    },
    { quantity: "3", unitPrice: "3.335", discountAmount: "2.01" },
  ],
  [
    "a percentage of a gross with half cents becomes an amount, even where the net is whole",
    // 0.125 -> 0.13; less 20% = 0.10; 0.13 - 0.10 = 0.03
    { unitPrice: "0.125", discountPercent: "20", netAmount: "0.1" },
    { quantity: "1", unitPrice: "0.125", discountAmount: "0.03" },
  ],
  [
    "a discount per unit becomes one for the line",
    // 3 x 5 = 15 off 150
    { quantity: "3", unitPrice: "50", discountPerUnit: "5", netAmount: "135" },
    { quantity: "3", unitPrice: "50", discountAmount: "15" },
  ],
  [
    "HubSpot's amount a cent below ours is met with a discount",
    // 3 x 33.335 -> 100.01, HubSpot says 100.00
    { quantity: "3", unitPrice: "33.335", netAmount: "100" },
    { quantity: "3", unitPrice: "33.335", discountAmount: "0.01" },
  ],
  [
    "HubSpot's amount a cent above ours makes one unit of it",
    // 3 x 33.33 = 99.99, HubSpot says 100.00
    { quantity: "3", unitPrice: "33.33", netAmount: "100" },
    { quantity: "1", unitPrice: "100" },
  ],
  [
    "a quantity of nothing costs nothing",
    { quantity: "0", unitPrice: "10", netAmount: "0" },
    { quantity: "0", unitPrice: "10" },
  ],
])("%s", (_, figures, expected) => {
  const billed = billLine(line(figures));
  expect(billed).toStrictEqual({ description: "Design sprint", ...expected });
});

it.each<[string, Figures, string, string]>([
  [
    "of the price",
    // 1000 x 0.061171 = 61.171 -> 61.17
    { quantity: "1000", unitPrice: "0.061171", netAmount: "61.171" },
    "(1000 x 0.061171)",
    "61.17",
  ],
  [
    "of the quantity",
    // 0.33333 x 300 = 99.999 -> 100.00
    { quantity: "0.33333", unitPrice: "300", netAmount: "99.999" },
    "(0.33333 x 300)",
    "100",
  ],
  [
    "with a percentage off",
    // 61.171 less 10% = 55.0539 -> 55.05
    {
      quantity: "1000",
      unitPrice: "0.061171",
      discountPercent: "10",
      netAmount: "55.0539",
    },
    "(1000 x 0.061171 less 10%)",
    "55.05",
  ],
  [
    "with a discount per unit",
    // 1000 x 0.060171 = 60.171 -> 60.17
    {
      quantity: "1000",
      unitPrice: "0.061171",
      discountPerUnit: "0.001",
      netAmount: "60.171",
    },
    "(1000 x 0.061171 less 0.001 each)",
    "60.17",
  ],
])(
  "more than four decimals %s become one unit at the net price",
  (_, figures, words, unitPrice) => {
    expect(billLine(line(figures))).toStrictEqual({
      description: `Design sprint ${words}`,
      quantity: "1",
      unitPrice,
    });
  },
);

it("four decimals are sent as they are", () => {
  // 0.3333 x 0.0625 = 0.02083125 -> 0.02
  const figures = {
    quantity: "0.3333",
    unitPrice: "0.0625",
    netAmount: "0.02083125",
  };
  expect(billLine(line(figures))).toMatchObject({
    quantity: "0.3333",
    unitPrice: "0.0625",
  });
});

it.each([
  ["the name alone", undefined, "Design sprint"],
  ["the name once", "Design sprint", "Design sprint"],
  ["the description under the name", "Two weeks", "Design sprint\nTwo weeks"],
])("a line shows %s", (_, description, expected) => {
  expect(billLine(lineItem({ description })).description).toBe(expected);
});

describe("a description above Xero's 4000 characters", () => {
  const description = "x".repeat(5000);

  it("is cut", () => {
    expect(billLine(lineItem({ description })).description).toHaveLength(4000);
  });

  it("keeps the figures that one unit stands for", () => {
    const figures = {
      quantity: "1000",
      unitPrice: "0.061171",
      netAmount: "61.171",
    };
    const billed = billLine(line(figures, { description })).description;
    expect(billed.length).toBeLessThanOrEqual(4000);
    expect(billed.slice(-60)).toContain("(1000 x 0.061171)");
  });
});

it("a free line with a gross of half cents costs nothing, not less", () => {
  // 3 x 33.335 = 100.005, all of it off
  const figures = {
    quantity: "3",
    unitPrice: "33.335",
    discountPercent: "100",
    netAmount: "0",
  };
  expect(predictLineAmount(billLine(line(figures)))).toBe(d("0"));
});
