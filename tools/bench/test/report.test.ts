import { METRICS, type Measured } from "../src/metric";
import { allHold, toJson } from "../src/report";

const atTheLimit: Measured[] = METRICS.map(({ key, atMost }) => ({
  key,
  value: atMost,
}));

const but = (key: string, value: number | undefined) =>
  atTheLimit.map((measured) =>
    measured.key === key ? { key, value } : measured,
  );

it("prints every number under its key, and null for what was not measured", () => {
  expect(JSON.parse(toJson(but("calls.bulk.perInvoice", undefined)))).toEqual({
    "calls.invoice.storedContact": 6,
    "calls.invoice.storedContact.xero": 1,
    "calls.invoice.foundContact": 8,
    "calls.invoice.foundContact.xero": 2,
    "calls.invoice.newContact": 9,
    "calls.invoice.newContact.xero": 3,
    "calls.payment.perPayment": 1,
    "calls.payment.perPayment.xeroPerPoll": 1,
    "calls.poll.idle": 1,
    "bytes.poll.idle": 400,
    "calls.bulk.perInvoice": null,
    "coldStart.ratio": 1.05,
    "zip.bytes": 1_000_000,
    "faults.duplicates": 0,
    "faults.lost": 0,
    "faults.wrongTotals": 0,
    "mapping.growth": 12,
    "forecast.error.ratio": 1,
    "forecast.error.ratioToDueDates": 1,
    "forecast.range.coverage": 0.9,
  });
});

it("holds at the limits, and breaks beyond any of them or where a number is missing", () => {
  expect(allHold(atTheLimit)).toBe(true);
  for (const { key, atLeast, atMost } of METRICS) {
    expect(allHold(but(key, atMost + 0.01))).toBe(false);
    if (atLeast !== undefined)
      expect(allHold(but(key, atLeast - 0.01))).toBe(false);
    expect(allHold(but(key, undefined))).toBe(false);
  }
});
