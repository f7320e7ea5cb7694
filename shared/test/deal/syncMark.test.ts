import fc from "fast-check";
import {
  attemptKey,
  nextAttempt,
  readSyncMark,
  writeSyncMark,
  type SyncMark,
} from "../../src/deal/syncMark";

const mark = (state: SyncMark["state"], attempt: number): SyncMark => ({
  state,
  attempt,
  billingKey: "HS-701",
  reference: "PO 7 (HS-701)",
});

it("writes a mark as one line of text", () => {
  expect(writeSyncMark(mark("begun", 2))).toBe("begun|2|HS-701|PO 7 (HS-701)");
});

it("names the batch of an attempt that has begun, and forgets it once that has settled", () => {
  const batched = { ...mark("begun", 2), batch: "4f1c" };
  expect(writeSyncMark(batched)).toBe("begun|2@4f1c|HS-701|PO 7 (HS-701)");
  expect(readSyncMark(writeSyncMark(batched))).toEqual(batched);
  expect(writeSyncMark({ ...batched, state: "refused" })).toBe(
    "refused|2|HS-701|PO 7 (HS-701)",
  );
});

it("keys an attempt by its deal, or by the batch that it is part of", () => {
  expect(attemptKey("tenant-1", mark("begun", 2))).toBe(
    "hubspot-invoice|tenant-1|HS-701|2",
  );
  expect(attemptKey("tenant-1", { ...mark("begun", 2), batch: "4f1c" })).toBe(
    "hubspot-invoices|tenant-1|4f1c",
  );
});

it("reads back what it wrote, whatever the reference holds", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("begun", "refused", "done"),
      fc.nat(),
      fc.string({ unit: "binary", minLength: 1 }),
      (state, attempt, reference) => {
        const written = { ...mark(state, attempt), reference };
        expect(readSyncMark(writeSyncMark(written))).toEqual(written);
      },
    ),
  );
});

it.each([
  undefined,
  "",
  "invoiced by hand",
  "begun",
  "begun|1|HS-701",
  "begun|1|HS-701|",
  "begun|x|HS-701|HS-701",
  "paid|1|HS-701|HS-701",
  " begun|1|HS-701|HS-701",
])("%p is no mark", (text) => {
  expect(readSyncMark(text)).toBeUndefined();
});

it.each([
  ["no mark", undefined, 1],
  ["a mark begun: the same attempt again", mark("begun", 3), 3],
  ["a refused attempt: the next one", mark("refused", 3), 4],
  ["a finished attempt: the next one", mark("done", 1), 2],
])("after %s", (_, before, expected) => {
  expect(nextAttempt(before)).toBe(expected);
});
