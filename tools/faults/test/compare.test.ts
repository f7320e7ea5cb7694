import { compare, differences } from "../src/tally";

const clean = {
  invoices: ["HS-1 | INV-0001", "HS-2 | INV-0002"],
  totals: ["HS-1 | 77.28", "HS-2 | 10"],
};

it.each([
  ["the same", {}, undefined],
  ["one more", { invoices: [...clean.invoices, "HS-1 | INV-3"] }, "duplicates"],
  ["one less", { invoices: ["HS-1 | INV-0001"] }, "lost"],
  [
    "one more here and one less there",
    { invoices: [...clean.invoices, "HS-1 | INV-3"], totals: [] },
    "duplicates",
  ],
  ["a kind that was not there", { notes: ["paid"] }, "duplicates"],
  ["another total", { totals: ["HS-1 | 7728", "HS-2 | 10"] }, "wrongTotals"],
  [
    "another number",
    { invoices: ["HS-1 | ", "HS-2 | INV-0002"] },
    "wrongRecords",
  ],
])("books with %s than the undisturbed ones", (_, found, verdict) => {
  expect(compare(clean, { ...clean, ...found })).toBe(verdict);
});

it("names the records that differ", () => {
  const found = { ...clean, totals: ["HS-1 | 7728", "HS-2 | 10"] };
  expect(differences(clean, found)).toEqual([
    "- totals: HS-1 | 77.28",
    "+ totals: HS-1 | 7728",
  ]);
});
