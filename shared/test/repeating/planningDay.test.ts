import { planningDay } from "../../src/repeating/planningDay";
import { readLineItem } from "../../src/deal/lineItem";
import { lineWire } from "../builders";

const DEAL = { id: "701", name: "Care plan" };
const undated = (properties: Record<string, string> = {}) =>
  readLineItem(
    lineWire({ recurringbillingfrequency: "monthly", ...properties }),
    DEAL.name,
  );
const day = (
  references: string[],
  lines = [undated()],
  pastStart: "refuse" | "from_next" = "refuse",
) =>
  planningDay(DEAL, lines, {
    standing: references.map((reference) => ({ reference })),
    pastStart,
    first: "2026-11-01",
    today: "2026-12-03",
  });

it.each([
  ["none stands", [], "2026-12-03"],
  [
    "one starts on a day between the first and today",
    ["HS-701-R1M20261117"],
    "2026-11-17",
  ],
  [
    "it has a text before its key",
    ["March (HS-701-R1M20261101)"],
    "2026-11-01",
  ],
  ["one is older than the first attempt", ["HS-701-R1M20261031"], "2026-12-03"],
  ["the lines ask for another rhythm", ["HS-701-R3M20261117"], "2026-12-03"],
])("where %s", (_, references, expected) => {
  expect(day(references)).toBe(expected);
});

it("counts a delay back from the start", () => {
  const delayed = undated({ hs_billing_start_delay_days: "10" });
  expect(day(["HS-701-R1M20261127"], [delayed])).toBe("2026-11-17");
});

it("takes a day by which a past start went on at the next date", () => {
  const dated = undated({ hs_recurring_billing_start_date: "2026-09-15" });
  expect(day(["HS-701-R1M20261115"], [dated], "from_next")).toBe("2026-11-15");
});
