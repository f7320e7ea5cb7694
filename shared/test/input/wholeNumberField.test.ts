import { wholeNumberField } from "../../src/input/wholeNumberField";

const read = (months: unknown) =>
  wholeNumberField({ months }, "months", "Months", [1, 12]);

it("reads what stands for a whole number, and nothing of an empty field", () => {
  expect([1, "12", " 6 ", "6.0", "", undefined].map(read)).toEqual([
    1,
    12,
    6,
    6,
    undefined,
    undefined,
  ]);
});

it.each(["0", "13", "-1", "1.5", "1e1", "0x5", "soon"])(
  "refuses %s",
  (given) => {
    expect(() => read(given)).toThrow(
      `Months is "${given}". Use a whole number from 1 to 12.`,
    );
  },
);
