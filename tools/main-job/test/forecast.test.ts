import type { Person } from "@hubspot-xero/sandbox/xero/person";
import { addMonths } from "@hubspot-xero/shared/date/calendarDate";
import { agency } from "@hubspot-xero/sandbox/seed/agency";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { addDeal, addPayer } from "./manyDeals";
import { recurring, repeat } from "./retainers";
import { openWorld, type World } from "./world";

interface Forecast {
  currency: string;
  date: string;
  chart: string;
  text: string;
  expected: number;
  deals: number;
  invoices: number;
  paid_invoices: number;
  days_late: number;
  notes?: string;
  months: Record<string, number | string>[];
}

const day = ({ sandbox }: World, days: number) =>
  new Date(sandbox.clock.now().getTime() + days * 86_400_000)
    .toISOString()
    .slice(0, 10);

const forecast = async (world: World, input: Record<string, unknown> = {}) => {
  const [found] = await world.zapier.run<Forecast[]>(
    "searches",
    "forecast_revenue",
    { authData: world.authData, inputData: input },
  );
  return found!;
};

/** Approved a month before it is due, for 1,000 free of tax. */
function invoice(world: World, person: Person, Name: string, dueIn: number) {
  return person.createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name },
    Date: day(world, dueIn - 30),
    DueDate: day(world, dueIn),
    LineAmountTypes: "NoTax",
    LineItems: [{ Description: "Work", UnitAmount: 1000, AccountCode: "200" }],
  });
}

/** Eleven invoices of each customer, paid on the due date and 45 days after it. */
function history(world: World, person: Person): void {
  delete world.sandbox.xero.books().organisation.PeriodLockDate;
  for (let month = 1; month <= 11; month += 1)
    for (const [name, late] of [
      ["Prompt Ltd", 0],
      ["Tardy Ltd", 45],
    ] as const) {
      const due = -50 - 25 * month;
      const { InvoiceID } = invoice(world, person, name, due);
      person.pay(InvoiceID, 1000, { date: day(world, due + late) });
    }
}

it("expects each customer's money when that customer pays", async () => {
  const world = await openWorld();
  const person = world.sandbox.xero.person();
  history(world, person);
  for (const name of ["Prompt Ltd", "Tardy Ltd"])
    invoice(world, person, name, 1);
  const { currency, months, paid_invoices, days_late, text } = await forecast(
    world,
    { pipeline_id: "none" },
  );
  expect(currency).toBe("GBP");
  expect(paid_invoices).toBe(22);
  expect(days_late).toBe(22.5);
  expect(text).toMatch(/^Expected cash in GBP\n\d{4}-\d\d: /);
  // Both are due in the first days; Tardy's thousand comes a month and a half later.
  const late = day(world, 45).slice(0, 7);
  const inMonth = months.find(({ month }) => month === late);
  expect(inMonth?.["expected"]).toBeGreaterThan(700);
  expect(inMonth?.["as_due"]).toBe(0);
});

it("counts open deals with their stage's probability, recurring lines month by month, and none that is invoiced", async () => {
  const world = await openWorld();
  const { hubspot } = world.sandbox;
  const before = await forecast(world);
  const line = hubspot.create("line_items", {
    name: "Care",
    quantity: "1",
    price: "600",
    recurringbillingfrequency: "monthly",
    hs_recurring_billing_period: "P12M",
  });
  const deal = hubspot.create(
    "deals",
    {
      dealname: "Care plan",
      amount: "7200",
      pipeline: "default",
      dealstage: "qualifiedtobuy",
      closedate: world.sandbox.clock.now().toISOString(),
    },
    [
      { to: { type: "companies", id: COMPANY.harbour }, typeId: 5 },
      { to: { type: "line_items", id: line.id }, typeId: 19 },
    ],
  );
  const after = await forecast(world);
  const probability = Number(
    hubspot.get("deals", deal.id)?.properties["hs_deal_stage_probability"],
  );
  expect(after.deals).toBe(before.deals + 1);
  const added = after.months.map(
    ({ pipeline }, index) =>
      Number(pipeline) - Number(before.months[index]?.["pipeline"]),
  );
  expect(added).toEqual([
    expect.closeTo(7200 * probability, 2),
    ...Array.from({ length: 5 }, () => 0),
  ]);
  const due = after.months.map(
    ({ as_due }, index) =>
      Number(as_due) - Number(before.months[index]?.["as_due"]),
  );
  expect(due.filter((amount) => amount > 0)).toHaveLength(5);
  expect(due.at(-1)).toBeCloseTo(600 * probability, 2);
  hubspot.update("deals", deal.id, { xero_invoice_id: "an invoice" });
  expect((await forecast(world)).deals).toBe(before.deals);
});

it("counts a deal whose lines it cannot read with the deal's amount, and says so", async () => {
  const world = await openWorld();
  const { hubspot, clock } = world.sandbox;
  const before = await forecast(world);
  const line = hubspot.create("line_items", {
    name: "Care",
    quantity: "1",
    price: "600",
    recurringbillingfrequency: "quarterly",
    hs_recurring_billing_period: "P13M",
  });
  hubspot.create(
    "deals",
    {
      dealname: "Odd term",
      amount: "1000",
      deal_currency_code: "USD",
      pipeline: "default",
      dealstage: "contractsent",
      closedate: clock.now().toISOString(),
    },
    [{ to: { type: "line_items", id: line.id }, typeId: 19 }],
  );
  const after = await forecast(world);
  expect(after.deals).toBe(before.deals + 1);
  expect(after.notes).toMatch(
    /^Deal "Odd term", line "Care": the term "P13M" does not hold a whole number of quarterly payments\..*Until then the deal counts with its amount\.$/,
  );
  const added =
    Number(after.months[0]?.["pipeline"]) -
    Number(before.months[0]?.["pipeline"]);
  // Converted from dollars by HubSpot's rate.
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(900);
});

it("writes nothing, and asks for the payment history once an hour", async () => {
  const world = await openWorld();
  await forecast(world);
  const { calls } = await world.sandbox.meter.during(() => forecast(world));
  expect(
    calls.every(
      ({ method, path }) => method === "GET" || /search$|read$/.test(path),
    ),
  ).toBe(true);
  const asked = calls.filter(({ vendor }) => vendor === "xero");
  expect(asked.map(({ path }) => path).sort()).toEqual([
    "/api.xro/2.0/Invoices",
    "/api.xro/2.0/RepeatingInvoices",
  ]);
});

it("expects what a retainer's repeating invoice will bill, and its deal no more", async () => {
  const world = await openWorld();
  const deal = addDeal(
    world,
    "Care plan",
    addPayer(world, "Alder"),
    [recurring("Care", "600", day(world, 5))],
    {
      pipeline: "default",
      dealstage: "contractsent",
      closedate: world.sandbox.clock.now().toISOString(),
    },
  );
  const open = await forecast(world);
  expect(await repeat(world, deal)).toMatchObject({ outcome: "created" });
  const billed = await forecast(world);
  expect(billed).toMatchObject({
    deals: open.deals - 1,
    repeating_invoices: 1,
  });
  const { months } = await forecast(world, { pipeline_id: "none" });
  const asDue = months.map((month) => Number(month["as_due"]));
  // 600 and 20 % of tax each month; due 30 days after the invoice, so that one may fall into its own month or a third.
  expect(asDue.reduce((sum, amount) => sum + amount, 0)).toBeGreaterThanOrEqual(
    4 * 720,
  );
  expect(asDue.every((amount) => amount % 720 === 0)).toBe(true);
});

it("a deal that closes in the last hours of a month west of Greenwich is in that month", async () => {
  const seed = agency();
  seed.hubspot.account.timeZone = "America/New_York";
  const world = await openWorld({ seed });
  const inMonth = async () => (await forecast(world, { months: 1 })).months[0]!;
  const before = await inMonth();
  const next = addMonths(`${before["month"]}-01`, 1);
  const close = (time: string) =>
    world.sandbox.hubspot.create("deals", {
      dealname: "Late",
      amount: "1000",
      pipeline: "default",
      dealstage: "contractsent",
      closedate: `${next}T${time}Z`,
    });
  // Nine or ten in the evening of the last day in New York; one or two in the morning of the first.
  close("02:00:00.000");
  close("06:00:00.000");
  const after = await inMonth();
  expect(Number(after["pipeline"]) - Number(before["pipeline"])).toBeCloseTo(
    900,
    2,
  );
});

it("hands out a chart that is drawn when it is asked for, from the figures of the run", async () => {
  const world = await openWorld();
  const { chart, currency, date, months } = await forecast(world);
  const [, payload = ""] = /^hydrate\|\|\|(.*)\|\|\|hydrate$/.exec(chart) ?? [];
  expect(JSON.parse(payload)).toEqual({
    type: "file",
    method: "hydrators.forecastChart",
    bundle: {
      currency,
      date,
      months: months.map(({ month, expected, low, high, pipeline }) => ({
        month,
        expected,
        low,
        high,
        pipeline,
      })),
    },
  });
});

it("refuses a span that it cannot look over", async () => {
  const world = await openWorld();
  await expect(forecast(world, { months: 40 })).rejects.toThrow(
    /Months is \\?"40\\?"\. Use a whole number from 1 to 12/,
  );
});
