import { matchProducts, productReport } from "../src/matchProducts";

const product = (name: string, code?: string) => ({
  name,
  ...(code && { code }),
  isSold: true,
  isArchived: false,
});

it("pairs products with items by SKU, whatever its case, and names what is left", () => {
  const matches = matchProducts(
    [
      product("Sprint", "design"),
      product("Hours", "HRS"),
      product("Hours, senior", "hrs"),
      product("Workshop", "WS"),
      product("Gift"),
    ],
    [
      product("Design sprint", "DESIGN"),
      product("Hour", "HRS"),
      product("Print", "PRINT"),
    ],
  );
  expect(productReport(matches)).toBe(
    [
      "Products whose SKU is the code of a Xero item: 1",
      "SKUs that several HubSpot products have: 1",
      '  "Hours" (HRS), "Hours, senior" (hrs)',
      "HubSpot products without a SKU: 1",
      '  "Gift"',
      "Only in HubSpot: 1",
      '  "Workshop" (WS)',
      "Only in Xero: 1",
      '  "Print" (PRINT)',
    ].join("\n"),
  );
});
