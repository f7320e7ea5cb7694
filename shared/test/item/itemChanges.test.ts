import { itemChanges } from "../../src/item/itemChanges";
import { readItemOptions } from "../../src/item/itemOptions";
import { readItem } from "../../src/item/readItem";
import { readProduct } from "../../src/item/readProduct";
import { newXeroItem, xeroItemUpdate } from "../../src/item/writeItem";
import type { HubspotObject } from "../../src/hubspot/wire";
import type { XeroItem } from "../../src/xero/wire";
import { d } from "../builders";
import { itemWire, options, productWire } from "./itemWires";

const LONG = "A name that is far too long for an item of Xero, by twenty";
const CUT = "A name that is far too long for an item of Xero, …";

describe.each<
  [
    string,
    HubspotObject["properties"],
    XeroItem,
    { toXero: object; toHubspot: object },
  ]
>([
  ["nothing differs", {}, {}, { toXero: {}, toHubspot: {} }],
  [
    "the name differs",
    { name: "Sprint" },
    {},
    { toXero: { name: "Sprint" }, toHubspot: { name: "Design sprint" } },
  ],
  [
    "Xero holds what it had room for",
    { name: LONG, description: "y".repeat(4001) },
    { Name: CUT, Description: `${"y".repeat(3999)}…` },
    { toXero: {}, toHubspot: {} },
  ],
  [
    "only white space differs",
    { name: " Design  sprint ", description: "Five days \r\nNo, six" },
    { Description: "Five days \nNo, six" },
    { toXero: {}, toHubspot: {} },
  ],
  [
    "one price has zeros behind",
    { price: "19.9500" },
    { SalesDetails: { UnitPrice: 19.95 } },
    { toXero: {}, toHubspot: {} },
  ],
  [
    "the prices differ in the fourth decimal",
    { price: "0.0001" },
    { SalesDetails: { UnitPrice: 0.0002 } },
    { toXero: { unitPrice: "0.0001" }, toHubspot: { unitPrice: "0.0002" } },
  ],
  [
    "HubSpot's price is zero, which is a price",
    { price: "0" },
    {},
    { toXero: { unitPrice: "0" }, toHubspot: { unitPrice: "1000" } },
  ],
  [
    "HubSpot knows nothing but the code",
    { name: null, description: "", price: null },
    {},
    {
      toXero: {},
      toHubspot: {
        name: "Design sprint",
        description: "Five days",
        unitPrice: "1000",
      },
    },
  ],
  [
    "the item has no name, and the product its code for one",
    { name: "DESIGN" },
    { Name: "" },
    { toXero: {}, toHubspot: {} },
  ],
  [
    "the codes differ in case alone",
    { hs_sku: "design" },
    {},
    { toXero: {}, toHubspot: {} },
  ],
])("where %s", (_, properties, wire, expected) => {
  const product = readProduct(productWire(properties));
  const item = readItem(itemWire(wire));

  it("Xero is given no more than that", () => {
    expect(itemChanges(product, item, options)).toEqual(expected.toXero);
  });

  it("HubSpot is given no more than that", () => {
    expect(itemChanges(item, product, options)).toEqual(expected.toHubspot);
  });
});

it.each([
  "Smith & Sons",
  'Bob "The Builder"',
  "株式会社",
  "<b>Bold</b>",
  `${"z".repeat(48)}🎈🎈`,
])("%s comes back from Xero without a change", (name) => {
  const product = readProduct(productWire({ name }));
  const changes = itemChanges(product, undefined, options);
  const item = readItem(newXeroItem("DESIGN", changes));
  expect(item.name!.length).toBeLessThanOrEqual(50);
  expect(itemChanges(item, product, options)).toEqual({});
  expect(itemChanges(product, item, options)).toEqual({});
});

describe("the step's choices", () => {
  const product = readProduct(
    productWire({ name: "New", description: "New", price: "5" }),
  );
  const item = readItem(itemWire());
  const step = { accountCode: "260", taxType: "ZERORATEDOUTPUT" };

  it.each([
    [["name"], { name: "New" }],
    [["description"], { description: "New" }],
    [["price"], { unitPrice: "5" }],
    [["account_and_tax"], { accountCode: "260", taxType: "ZERORATEDOUTPUT" }],
    ["name, price", { name: "New", unitPrice: "5" }],
    [undefined, { name: "New", description: "New", unitPrice: "5" }],
  ])("of %j write %j", (fields, expected) => {
    const chosen = readItemOptions({ fields, ...step });
    expect(itemChanges(product, item, chosen)).toEqual(expected);
  });

  it("give a new item the step's account and tax, whatever else is written", () => {
    const chosen = readItemOptions({ fields: ["name"], ...step });
    expect(itemChanges(product, undefined, chosen)).toEqual({
      name: "New",
      accountCode: "260",
      taxType: "ZERORATEDOUTPUT",
    });
  });

  it.each([
    [{ fields: ["cost"] }, /Fields to Write holds "cost".*name, description/],
    [{ mode: "replace" }, /Mode is "replace".*update_only/],
  ])("%j is refused", (input, sentence) => {
    expect(() => readItemOptions(input)).toThrow(sentence);
  });
});

it("a new item is sold and not bought, and says nothing else", () => {
  expect(
    newXeroItem("D", { name: "N", unitPrice: d("33.335"), taxType: "NONE" }),
  ).toEqual({
    Code: "D",
    Name: "N",
    IsSold: true,
    IsPurchased: false,
    SalesDetails: { UnitPrice: 33.335, TaxType: "NONE" },
  });
});

it("an update keeps the other sales details, and leaves those alone that nothing changes", () => {
  const stored = itemWire({ PurchaseDetails: { UnitPrice: 400 } });
  expect(xeroItemUpdate(stored, { unitPrice: d("5") })).toEqual({
    Code: "DESIGN",
    SalesDetails: { UnitPrice: 5, AccountCode: "200", TaxType: "OUTPUT2" },
  });
  expect(xeroItemUpdate(stored, { name: "N" })).toEqual({
    Code: "DESIGN",
    Name: "N",
  });
});
