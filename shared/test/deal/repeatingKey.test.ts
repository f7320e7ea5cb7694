import {
  dealIdOf,
  isRepeatingReference,
  isStageEntryKey,
  repeatingKey,
  stageEntryOf,
} from "../../src/deal/billingKey";
import {
  readRepeatingMark,
  writeRepeatingMark,
} from "../../src/deal/repeatingMark";
import { readRepeatingIds } from "../../src/deal/deal";

it.each([
  ["MONTHLY", 1, 12, "HS-701-R1M20261201x12"],
  ["MONTHLY", 60, undefined, "HS-701-R60M20261201"],
  ["WEEKLY", 2, 1, "HS-701-R2W20261201x1"],
] as const)(
  "the key of %s, %i, %s times is %s",
  (unit, every, payments, key) => {
    expect(
      repeatingKey("701", { unit, every, payments, start: "2026-12-01" }),
    ).toBe(key);
    for (const reference of [key, `Retainer (${key})`]) {
      expect(dealIdOf(reference)).toBe("701");
      expect(isRepeatingReference(reference)).toBe(true);
      expect(stageEntryOf(reference)).toBeUndefined();
      expect(isStageEntryKey(reference)).toBe(false);
    }
  },
);

it.each(["HS-701", "HS-701-1795428000", "HS-701-R", "XHS-701-R1M20261201", ""])(
  "%j is not of a schedule",
  (reference) => {
    expect(isRepeatingReference(reference)).toBe(false);
  },
);

it.each(["begun", "refused", "done", "ended"] as const)(
  "a mark that is %s reads as it was written",
  (state) => {
    const mark = { state, attempt: 2, date: "2026-11-23" };
    expect(writeRepeatingMark(mark)).toBe(`${state}|2|2026-11-23`);
    expect(readRepeatingMark(writeRepeatingMark(mark))).toEqual(mark);
  },
);

it.each(["", "paid", "done|x|2026-11-23", "done|1|2026-02-30"])(
  "%j is no mark",
  (text) => {
    expect(readRepeatingMark(text)).toBeUndefined();
  },
);

it("ids are read with whatever stands between them", () => {
  expect(readRepeatingIds("a,b, c\nd")).toEqual(["a", "b", "c", "d"]);
  expect(readRepeatingIds(" ")).toBeUndefined();
});
