/** A number to hold. The keys are public: what reads `--json` knows the numbers by them. */
export interface Metric {
  key: string;
  what: string;
  atLeast?: number;
  atMost: number;
}

/** A number as it was found; undefined where there is nothing yet to measure. */
export interface Measured {
  key: string;
  value: number | undefined;
  /** On what it was measured, or why it was not. */
  detail?: string;
}

/** Every number with its limit, in the order of the table. */
export const METRICS: readonly Metric[] = [
  ...invoiceMetrics("storedContact", "linked customer", 6, 1),
  ...invoiceMetrics("foundContact", "customer found in Xero", 8, 2),
  ...invoiceMetrics("newContact", "new customer", 9, 3),
  {
    key: "calls.payment.perPayment",
    what: "A payment to its deal, calls beyond the poll",
    atMost: 1,
  },
  {
    key: "calls.payment.perPayment.xeroPerPoll",
    what: "A poll that finds payments, further Xero calls",
    atMost: 1,
  },
  { key: "calls.poll.idle", what: "A poll that finds nothing", atMost: 1 },
  {
    key: "bytes.poll.idle",
    what: "A poll that finds nothing, bytes of body",
    atMost: 400,
  },
  {
    key: "calls.bulk.perInvoice",
    what: "An invoice among 100 of one run, calls",
    atMost: 0.2,
  },
  {
    key: "coldStart.ratio",
    what: "Loading the app / loading Zapier's core alone",
    atMost: 1.05,
  },
  { key: "zip.bytes", what: "What is uploaded to Zapier", atMost: 1_000_000 },
  {
    key: "faults.duplicates",
    what: "Made twice, whatever broke",
    atMost: 0,
  },
  { key: "faults.lost", what: "Lost, whatever broke", atMost: 0 },
  {
    key: "faults.wrongTotals",
    what: "Wrong to the cent, whatever broke",
    atMost: 0,
  },
  {
    key: "mapping.growth",
    what: "Time for 10,000 lines / for 1,000 lines",
    atMost: 12,
  },
  {
    key: "forecast.error.ratio",
    what: "Forecast's mean error / the pipeline's alone",
    atMost: 1,
  },
  {
    key: "forecast.error.ratioToDueDates",
    what: "Forecast's mean error / that of due dates",
    atMost: 1,
  },
  {
    key: "forecast.range.coverage",
    what: "Months that fall into the forecast's 80 % range",
    atLeast: 0.7,
    atMost: 0.9,
  },
];

/** What was not measured does not hold. */
export function holds(
  { atLeast = -Infinity, atMost }: Metric,
  measured?: Measured,
): boolean {
  const value = measured?.value;
  return value !== undefined && value >= atLeast && value <= atMost;
}

function invoiceMetrics(
  name: string,
  customer: string,
  calls: number,
  xero: number,
): Metric[] {
  const key = `calls.invoice.${name}`;
  const what = `Deal to invoice, ${customer}`;
  return [
    { key, what, atMost: calls },
    { key: `${key}.xero`, what: `${what}: calls to Xero`, atMost: xero },
  ];
}
