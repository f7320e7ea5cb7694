import { text } from "../../src/input/input";

it.each([{ id: "1" }, [{ id: "1" }], [[{ id: "1" }]]])(
  "a record %j mapped to a field of one value is refused by the field's name",
  (value) => {
    expect(() => text({ dealId: value }, "dealId")).toThrow(
      "Deal Id holds a whole record where one value is expected. Map one of the record's fields.",
    );
  },
);

it("a list of plain values, as Zapier hands over a mapped line item, stays text", () => {
  expect(text({ codes: ["a", "b"] }, "codes")).toBe("a,b");
});
