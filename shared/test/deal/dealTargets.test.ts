import { readDealTargets } from "../../src/deal/dealTargets";

it.each([
  [["701", "702"]],
  ["701, 702"],
  ["701;702\n701"],
  [["701,702", "", null, "702"]],
])("reads %j as two deals", (dealIds) => {
  expect(readDealTargets({ dealIds })).toEqual({
    deals: [{ dealId: "701" }, { dealId: "702" }],
  });
});

it("reads the trigger's events, the first of a deal", () => {
  const dealIds = "701:closedwon:1795392000000,701:closedwon:1795478400000";
  expect(readDealTargets({ dealIds })).toEqual({
    deals: [{ dealId: "701", stageEntryId: "701:closedwon:1795392000000" }],
  });
});

it("reads a stage where no deal is named", () => {
  const stage = { pipelineId: "default", stageId: "closedwon" };
  expect(readDealTargets({ dealIds: [], ...stage })).toEqual({ stage });
});

it("leaves out no entry of a deal in silence where each is invoiced", () => {
  const dealIds = "701:closedwon:1795392000000,701:closedwon:1795478400000";
  const read = () => readDealTargets({ dealIds, oncePer: "stage_entry" });
  expect(read).toThrow(/Deals names deal 701 with different events/);
});

it.each([
  [{ stageId: "closedwon" }, "Pipeline and Stage go together. Choose both."],
  [
    { dealIds: "1", pipelineId: "default", stageId: "closedwon" },
    "Both Deals and Stage are filled in. Leave one of them empty.",
  ],
])("refuses %j", (input, message) => {
  expect(() => readDealTargets(input)).toThrow(message);
});
