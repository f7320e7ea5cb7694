import { chosen, isAsked } from "../src/choice";
import { flowNames } from "../src/flows";

const cases = Array.from({ length: 26 }, (_, call) => ({
  id: `zapier/find_deal/${String(call).padStart(2, "0")}/drop-before/at-once`,
  wait: 0,
}));

it("a slice takes the same share of each flow every time", () => {
  expect(chosen(cases, { every: 13 })).toHaveLength(2);
  expect(chosen(cases, { every: 13 })).toEqual(chosen(cases, { every: 13 }));
  expect(chosen(cases, {})).toEqual(cases);
});

it("one case is found by its id, of one flow alone, and a flow by its name", () => {
  const { id } = cases[3]!;
  expect(chosen(cases, { only: id })).toEqual([cases[3]]);
  expect(flowNames().filter((name) => isAsked(name, { only: id }))).toEqual([
    { platform: "zapier", key: "find_deal" },
  ]);
  expect(chosen(cases, { only: "zapier/find_deal" })).toEqual(cases);
  expect(() => chosen(cases, { only: `${id}-2` })).toThrow(
    `There is no case ${id}-2.`,
  );
});
