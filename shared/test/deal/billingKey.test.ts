import {
  billingKey,
  dealIdOf,
  invoiceReference,
  isStageEntryKey,
  stageEntryOf,
} from "../../src/deal/billingKey";
import { deal } from "../builders";

// 23 November 2026, 10:00:00 UTC is second 1,795,428,000
const ENTRY = "701:closedwon:1795428000250";

it("once per deal, the key is the deal's, whatever the event", () => {
  expect(billingKey(deal(), "deal", undefined)).toBe("HS-701");
  expect(billingKey(deal(), "deal", ENTRY)).toBe("HS-701");
  expect(billingKey(deal(), "deal", "anything")).toBe("HS-701");
});

it("once per stage entry, the key holds the second of the entry", () => {
  const key = billingKey(deal(), "stage_entry", ENTRY);
  expect(key).toBe("HS-701-1795428000");
});

it("the same entry keeps its key, wherever the deal has moved since", () => {
  const moved = deal({ stageId: "invoiced" });
  expect(billingKey(moved, "stage_entry", "701:closedwon:1795428000999")).toBe(
    "HS-701-1795428000",
  );
});

it("re-entering the stage gives another key", () => {
  const again = "701:closedwon:1795428001000";
  expect(billingKey(deal(), "stage_entry", again)).toBe("HS-701-1795428001");
});

it.each([undefined, ""])("without an event (%p) there is no key", (event) => {
  expect(() => billingKey(deal(), "stage_entry", event)).toThrow(
    'Deal "Website relaunch" is to be invoiced once for each stage entry, but Stage Entry is empty. Map the event ID of the trigger to Stage Entry.',
  );
});

it.each([
  "702:closedwon:1795428000250", // another deal's
  "701",
  "701:closedwon",
  "701:closedwon:1795428000", // seconds
  "701:closedwon:17954280002500",
  "701:closedwon:2026-11-23",
  "closedwon",
])("%p is no event of the deal", (event) => {
  expect(() => billingKey(deal(), "stage_entry", event)).toThrow(
    expect.objectContaining({
      kind: "validation",
      message: `Deal "Website relaunch" is to be invoiced once for each stage entry, but "${event}" is no event of this deal. Map the event ID of the trigger to Stage Entry.`,
    }) as Error,
  );
});

it.each([
  ["HS-701-1795428000", true],
  ["HS-701", false],
  ["HS-701-", false],
  ["PO 7 (HS-701-1795428000)", false],
])("the key %p is a stage entry's: %p", (key, expected) => {
  expect(isStageEntryKey(key)).toBe(expected);
});

it.each([
  [undefined, "HS-701"],
  ["", "HS-701"],
  ["  \n ", "HS-701"],
  ["PO 7", "PO 7 (HS-701)"],
  [" PO\t 7\n", "PO 7 (HS-701)"],
  // Xero's filter reads quotes badly, and the reference must be found again
  ['The "Blue" job', "The 'Blue' job (HS-701)"],
])("the text %p makes the reference %p", (text, expected) => {
  expect(invoiceReference(text, "HS-701")).toBe(expected);
});

it("a long text is cut so that the key fits within 255 characters", () => {
  const reference = invoiceReference("x".repeat(400), "HS-701-1795428000");
  expect(reference.length).toBeLessThanOrEqual(255);
  expect(reference).toMatch(/^x{200,}… \(HS-701-1795428000\)$/);
});

it.each([
  ["HS-701", "701"],
  ["HS-701-1795428000", "701"],
  ["PO 7 (HS-701)", "701"],
  ["PO 7 (HS-701-1795428000)", "701"],
  ["PO (HS-7) again (HS-701)", "701"],
  [undefined, undefined],
  ["", undefined],
  ["PO 7", undefined],
  ["HS-", undefined],
  ["HS-abc", undefined],
  ["XHS-701", undefined],
  ["HS-701 and more", undefined],
  ["PO HS-701", undefined],
])("behind the reference %p stands the deal %p", (reference, dealId) => {
  expect(dealIdOf(reference)).toBe(dealId);
});

it("the deal is found in every reference that the connector writes", () => {
  for (const key of ["HS-701", "HS-701-1795428000"])
    for (const text of [undefined, "PO 7", "(HS-9)", "x".repeat(400)])
      expect(dealIdOf(invoiceReference(text, key))).toBe("701");
});

it.each([
  ["HS-701-1795428000", 1_795_428_000],
  ["PO 7 (HS-701-1795428000)", 1_795_428_000],
  ["HS-701", 0],
  ["PO 7 (HS-701)", 0],
  ["PO 7", undefined],
  ["HS-701-1795428000 and more", undefined],
  [undefined, undefined],
])("the invoice %p is that of the entry at second %p", (reference, second) => {
  expect(stageEntryOf(reference)).toBe(second);
});
