import { readLineItem, readLineItems } from "../../src/deal/lineItem";
import type { HubspotObject } from "../../src/hubspot/wire";
import { lineWire } from "../builders";

const read = (properties: HubspotObject["properties"]) =>
  readLineItem(lineWire(properties), "Website");
const refusal = (properties: HubspotObject["properties"]) => {
  try {
    read(properties);
  } catch (error) {
    return error;
  }
  throw new Error("The line was not refused.");
};

it("reads a line with everything on it", () => {
  expect(
    read({
      name: "Design sprint",
      description: "Two weeks",
      hs_sku: "DESIGN",
      quantity: "5",
      price: "1000.00",
      hs_discount_percentage: "10",
      // 5 x 1000 less 10% = 4500
      amount: "4500.0",
      hs_tax_rate_group_id: "9001",
      hs_line_item_currency_code: "GBP",
      recurringbillingfrequency: "monthly",
      hs_recurring_billing_period: "P12M",
      hs_recurring_billing_start_date: "2026-12-01",
      hs_recurring_billing_number_of_payments: "12",
      hs_recurring_billing_terms: "FIXED",
    }),
  ).toEqual({
    id: "801",
    name: "Design sprint",
    description: "Two weeks",
    sku: "DESIGN",
    quantity: "5",
    unitPrice: "1000",
    discountPerUnit: "0",
    discountPercent: "10",
    netAmount: "4500",
    taxRateId: "9001",
    currency: "GBP",
    recurring: {
      frequency: "monthly",
      period: "P12M",
      startDate: "2026-12-01",
      numberOfPayments: "12",
      terms: "FIXED",
    },
  });
});

it("reads empty and null properties as absent", () => {
  const properties = { name: null, hs_sku: "", quantity: "", amount: null };
  const line = read({ ...properties, price: "20" });
  expect(line).toEqual({
    id: "801",
    name: "Line item 801",
    quantity: "1",
    unitPrice: "20",
    discountPerUnit: "0",
    discountPercent: "0",
    netAmount: "20",
  });
});

it("a line without a name goes by its SKU", () => {
  expect(read({ name: "", hs_sku: "DESIGN" }).name).toBe("DESIGN");
});

it.each([
  // the discount is off each unit: 3 x (50 - 5) = 135
  ["a discount per unit", { quantity: "3", price: "50", discount: "5" }, "135"],
  // 3 x 33.335 = 100.005, unrounded
  ["no discount", { quantity: "3", price: "33.335" }, "100.005"],
  // 33.3333% of 3 is 0.999999; 1 x 2.000001
  [
    "a percentage",
    { quantity: "1", price: "3", hs_discount_percentage: "33.3333" },
    "2.000001",
  ],
  // a percentage wins over the amount that HubSpot derives from it: 2 x (80 - 20)
  [
    "both",
    { quantity: "2", price: "80", discount: "7", hs_discount_percentage: "25" },
    "120",
  ],
  [
    "a free line",
    { quantity: "2", price: "10", hs_discount_percentage: "100" },
    "0",
  ],
])("without HubSpot's amount, %s is worked out", (_, properties, expected) => {
  expect(read(properties).netAmount).toBe(expected);
});

it.each([
  // 3 x 33.335 = 100.005
  ["100.01", "100.01"],
  ["100", "100"],
  ["100.015", "100.015"],
  ["99.995", "99.995"],
  ["100.00500000000001", "100.00500000000001"],
])("HubSpot's amount %s is the truth within a cent", (amount, expected) => {
  const line = read({ quantity: "3", price: "33.335", amount });
  expect(line.netAmount).toBe(expected);
});

it.each(["100.02", "99.99", "0", "1200.06"])(
  "HubSpot's amount %s for 3 x 33.335 is refused",
  (amount) => {
    expect(refusal({ quantity: "3", price: "33.335", amount })).toMatchObject({
      kind: "validation",
      message: `Deal "Website", line "Design sprint": HubSpot's net amount ${amount} is not quantity x price less discount (100.005). Open the line in HubSpot, check the discount and save it again.`,
    });
  },
);

it.each([
  ["quantity", "-1", "quantity"],
  ["price", "-0.01", "price"],
  ["discount", "-5", "discount"],
  ["hs_discount_percentage", "-10", "discount"],
])(
  "a negative %s is refused, by deal, line and field",
  (property, value, word) => {
    const error = refusal({ [property]: value });
    expect(error).toMatchObject({ kind: "validation" });
    const { message } = error as Error;
    expect(message).toContain('Deal "Website", line "Design sprint":');
    expect(message.toLowerCase()).toContain(word);
    expect(message).toContain(`${value} is negative`);
  },
);

it.each([
  ["quantity", "two", "quantity"],
  ["price", "1,000", "unit price"],
  ["discount", "NaN", "unit discount"],
  ["hs_discount_percentage", "10%", "discount in percent"],
  ["amount", "1e5", "net amount"],
])(
  "a %s of %p is refused, by deal, line and field",
  (property, value, field) => {
    expect(refusal({ [property]: value })).toMatchObject({
      kind: "validation",
      message: `Deal "Website", line "Design sprint": the ${field} "${value}" is not a number. Correct it in HubSpot.`,
    });
  },
);

it.each([
  ["per unit", { price: "10", discount: "11" }],
  ["percent", { price: "10", hs_discount_percentage: "101" }],
])("a discount above the price, %s, is refused", (_, properties) => {
  expect(refusal(properties)).toMatchObject({
    kind: "validation",
    message: expect.stringContaining(
      "the discount is larger than the price",
    ) as string,
  });
});

it.each([
  { hs_pricing_model: "volume" },
  { hs_pricing_model: "graduated" },
  { hs_tier_prices: "10;8;6" },
])("tiered prices are refused: %p", (properties) => {
  expect(refusal(properties)).toMatchObject({
    kind: "validation",
    message:
      'Deal "Website", line "Design sprint": it has a tiered price, which an invoice line cannot carry. Give the line one unit price in HubSpot.',
  });
});

it("a flat price is no tier", () => {
  expect(read({ hs_pricing_model: "flat" }).unitPrice).toBe("1000");
});

it.each([
  [
    ["2", "0", "1"],
    ["b", "c", "a"],
  ],
  // by number, not by text
  [
    ["10", "9", "100"],
    ["b", "a", "c"],
  ],
  // lines without a position come last
  [
    [null, "1", "0"],
    ["c", "b", "a"],
  ],
  [
    [undefined, undefined, undefined],
    ["a", "b", "c"],
  ],
])("positions %p put the lines in the order %p", (positions, order) => {
  const wires = ["a", "b", "c"].map((id, index) =>
    lineWire({ hs_position_on_quote: positions[index] }, id),
  );
  expect(readLineItems(wires, "Website").map(({ id }) => id)).toEqual(order);
});

it("a cleared position is no position", () => {
  const wires = [
    lineWire({ hs_position_on_quote: "" }, "last"),
    lineWire({ hs_position_on_quote: "1" }, "first"),
  ];
  const lines = readLineItems(wires, "Website");
  expect(lines.map(({ id }) => id)).toEqual(["first", "last"]);
});
