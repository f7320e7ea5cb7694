import { billingKey, invoiceReference } from "../../src/deal/billingKey";
import { deal } from "../builders";

// 23 November 2026, 10:00:00 UTC is second 1,795,428,000
const enteredStageAt = "2026-11-23T10:00:00.250Z";

it("once per deal, the key is the deal's, in whatever stage it is", () => {
  expect(billingKey(deal(), "deal")).toBe("HS-701");
  expect(billingKey(deal({ enteredStageAt }), "deal")).toBe("HS-701");
});

it("once per stage entry, the key holds the second of the entry", () => {
  const key = billingKey(deal({ enteredStageAt }), "stage_entry");
  expect(key).toBe("HS-701-1795428000");
});

it("the same entry keeps its key, however its instant is written", () => {
  const again = deal({ enteredStageAt: "2026-11-23T23:00:00+13:00" });
  expect(billingKey(again, "stage_entry")).toBe("HS-701-1795428000");
});

it("re-entering the stage gives another key", () => {
  const again = deal({ enteredStageAt: "2026-11-23T10:00:01.000Z" });
  expect(billingKey(again, "stage_entry")).toBe("HS-701-1795428001");
});

it("without a stage history there is no key for an entry", () => {
  expect(() => billingKey(deal(), "stage_entry")).toThrow(
    'Deal "Website relaunch" has no stage history, so an invoice per stage entry is not possible. Choose once per deal, or move the deal into a stage.',
  );
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
