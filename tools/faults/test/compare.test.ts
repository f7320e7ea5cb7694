import { compare } from "../src/tally";

const clean = { counts: { invoices: 1, contacts: 8 }, figures: "7728" };

it.each([
  [{ counts: { invoices: 2, contacts: 8 }, figures: "7728" }, "duplicates"],
  [{ counts: { invoices: 0, contacts: 8 }, figures: "" }, "lost"],
  [{ counts: { invoices: 1, contacts: 8 }, figures: "77.28" }, "wrongTotals"],
  [{ counts: { invoices: 2, contacts: 7 }, figures: "7728" }, "duplicates"],
  [clean, undefined],
])("books %j against the undisturbed ones are %s", (found, verdict) => {
  expect(compare(clean, found)).toBe(verdict);
});
