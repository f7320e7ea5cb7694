import { NOW, runAnswered, xero, type Answers } from "./answered";

const HOST = "GET api.xero.com/api.xro/2.0";
const ORGANISATION = [
  "GET /Organisation",
  { Organisations: [{ BaseCurrency: "GBP" }] },
] as const;
/** Months 2 from November 23: until the end of December. */
const SEARCH = {
  ...{ timeZone: "Europe/London", until: "2027-01-01" },
  ...{ most: 10, total: 50 },
};
const DEAL = {
  ...{ id: "701", name: "Website", amount: "1000", currency: "GBP" },
  ...{ companyCurrency: "GBP", probability: 0.5, closeDate: "2026-11-25" },
  ...{ lines: [], search: SEARCH },
};
const invoice = (number: number) => ({
  InvoiceID: `invoice-${number}`,
  Status: "AUTHORISED",
  AmountDue: 100,
  CurrencyRate: 1,
  DueDate: "/Date(1796860800000+0000)/",
  Contact: { ContactID: "c" },
});
const run = (given: Record<string, unknown>, answers: Answers) =>
  runAnswered(
    "forecastRevenue",
    { organisationId: "an-organisation", months: 2, ...given },
    xero(),
    answers,
  );
const invoices = (list: unknown[], repeating: unknown[] = []): Answers => [
  ORGANISATION,
  ["GET /RepeatingInvoices", { RepeatingInvoices: repeating }],
  ["GET /Invoices", { Invoices: list }],
];

it("reads page after page while they are full, five of each list, and says what it leaves out", async () => {
  const page = Array.from({ length: 1000 }, (_, number) => invoice(number));
  const { calls, output } = await run({}, invoices(page));
  expect(calls).toEqual([
    `${HOST}/Organisation`,
    ...Array.from({ length: 5 }, () => `${HOST}/Invoices`),
    `${HOST}/RepeatingInvoices`,
    ...Array.from({ length: 5 }, () => `${HOST}/Invoices`),
  ]);
  expect(output).toMatchObject({
    // 100 each, due on December 10.
    invoices: 5000,
    notes:
      "Only the 5000 open invoices that are due first are counted. No open deals were given: the forecast is of invoices alone.",
  });
  expect(output?.["months"]).toEqual([
    expect.objectContaining({ month: "2026-11", asDue: 0 }),
    expect.objectContaining({ month: "2026-12", asDue: 500_000 }),
  ]);
});

it("counts each deal that an aggregator collected once, wrapped or not, and says how many it was not given", async () => {
  const rows = [
    { deal: DEAL, __IMTINDEX__: 1 },
    { ...DEAL, id: "702" },
    { deal: DEAL, __IMTINDEX__: 3 },
  ];
  const { output } = await run({ deals: rows }, invoices([]));
  expect(output).toMatchObject({
    id: "2026-11-23-2",
    currency: "GBP",
    deals: 2,
    invoices: 0,
    paidInvoices: 0,
    // Two deals of 1000 at one half, due 30 days after November 25.
    pipeline: 1000,
    notes: "Of 50 open deals the 10 that close first are counted.",
  });
  expect(output?.["months"]).toMatchObject([
    { month: "2026-11", pipeline: 1000, asDue: 0 },
    // Without history a third pays by New Year: both deals' payments come in 3 cases of 100.
    { month: "2026-12", pipeline: 0, asDue: 1000, low: 0, high: 1000 },
  ]);
});

it("counts what repeating invoices will bill, at the rate of an open invoice, and names the currency without one", async () => {
  const dollars = { CurrencyCode: "USD", CurrencyRate: 1.25 };
  const repeating = (more: Record<string, unknown>) => ({
    RepeatingInvoiceID: `repeating ${JSON.stringify(more)}`,
    Status: "AUTHORISED",
    Total: 500,
    Schedule: {
      ...{ Unit: "MONTHLY", Period: 1, DueDate: 14 },
      ...{ DueDateType: "DAYSAFTERBILLDATE" },
      StartDate: `/Date(${Date.UTC(2026, 8, 1)}+0000)/`,
      NextScheduledDate: `/Date(${Date.UTC(2026, 11, 1)}+0000)/`,
    },
    ...more,
  });
  const { output } = await run(
    {},
    invoices(
      [{ ...invoice(1), ...dollars }],
      [
        repeating({ CurrencyCode: "USD" }),
        repeating({ CurrencyCode: "SEK" }),
        repeating({ Status: "DELETED" }),
      ],
    ),
  );
  expect(output).toMatchObject({
    invoices: 1,
    repeatingInvoices: 1,
    notes:
      "No open deals were given: the forecast is of invoices alone. Invoices in SEK are left out: no open invoice in Xero tells what SEK is worth in GBP.",
  });
  // 100 dollars of the invoice and 500 billed on December 1, due on the 10th and the 15th, at 0.80.
  expect(output?.["months"]).toMatchObject([
    { month: "2026-11", asDue: 0, fromRepeating: 0 },
    { month: "2026-12", asDue: 480 },
  ]);
});

it.each([
  ["no deal data", [{ name: "Website" }]],
  ["a text", "Website"],
])("refuses %s before Xero is asked", async (_, deals) => {
  expect(await run({ deals }, [])).toEqual({
    calls: [],
    refusal:
      'DataError: Open deals hold no deal data. Collect the deal data of the module "Search open deals" in an array aggregator, and map its array.',
  });
});

it("refuses deals that were searched for another span", async () => {
  const { calls, refusal } = await run({ deals: [DEAL], months: 3 }, []);
  expect(calls).toEqual([]);
  expect(refusal).toBe(
    "DataError: The open deals were searched until 2027-01-01 and the forecast is until 2027-02-01. Choose the same number of months in both modules, and run this scenario again.",
  );
});

it.each([
  ["no currency", [], /names no currency/],
  [
    "no list of invoices",
    [ORGANISATION],
    /answer about open invoices holds no list/,
  ],
  [
    "no list of repeating invoices",
    [ORGANISATION, ["GET /Invoices", { Invoices: [] }]],
    /answer about repeating invoices holds no list/,
  ],
] as const)(
  "takes %s for an answer that is not whole",
  async (_, answers, why) => {
    expect((await run({}, answers)).refusal).toMatch(why);
  },
);

it("is dated by the time zone of the HubSpot account that the deals come from", async () => {
  expect(NOW).toBe("2026-11-23T10:00:00.000Z");
  const search = { ...SEARCH, timeZone: "Pacific/Kiritimati" };
  const { output } = await run({ deals: [{ ...DEAL, search }] }, invoices([]));
  // Midnight has just passed there; here it is the 23rd.
  expect(output).toMatchObject({ date: "2026-11-24" });
});
