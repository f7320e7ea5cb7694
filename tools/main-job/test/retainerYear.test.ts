import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { followClock } from "../src/simulatedTime";
import { addDeal, addPayer, type Payer } from "./manyDeals";
import { end, recurring, repeat } from "./retainers";
import { openWorld, type World } from "./world";

type Habit = "prompt" | "late" | "inParts";

interface Retainer {
  dealId: string;
  payer: Payer;
  habit: Habit;
}

interface Told {
  id: string;
  invoice_id: string;
  deal_id?: string;
}

let giveBack = () => {};

afterEach(() => giveBack());

const quarterly = { recurringbillingfrequency: "quarterly" };
const annually = { recurringbillingfrequency: "annually" };
const START = "2027-01-01";

/** Twelve retainers with 20% tax on each price, and what each bills in the year, worked out by hand. */
const SOLD: [string, Habit, Record<string, string>[], Expected][] = [
  ["Alder", "prompt", [recurring("Care", "100", START)], [12, 1440]],
  ["Ash", "late", [recurring("Care", "250.50", START)], [12, 3607.2]],
  ["Beech", "inParts", [recurring("Care", "99.99", START)], [12, 1439.88]],
  // The first half of the year; an upgrade follows.
  ["Birch", "prompt", [recurring("Care", "80", START)], [6, 576]],
  // Until September, when it is cancelled.
  ["Cedar", "late", [recurring("Care", "60", START)], [9, 648]],
  ["Elm", "prompt", [recurring("Ads", "2400", START, quarterly)], [4, 11520]],
  ["Fir", "inParts", [recurring("Ads", "33.33", START, quarterly)], [4, 160]],
  ["Hazel", "late", [recurring("Licence", "120", START, annually)], [1, 144]],
  // A set-up fee once, and a month's care and a yearly licence on the same day.
  [
    "Holly",
    "prompt",
    [
      { name: "Set-up", quantity: "1", price: "500" },
      recurring("Care", "50", START),
      recurring("Licence", "300", START, annually),
    ],
    [14, 600 + 720 + 360],
  ],
  // Five payments; then it is at its end.
  [
    "Larch",
    "prompt",
    [
      recurring("Course", "70", "2027-03-15", {
        hs_recurring_billing_number_of_payments: "5",
      }),
    ],
    [5, 420],
  ],
  // Two lines of one schedule.
  [
    "Maple",
    "late",
    [
      recurring("Care", "10", "2027-02-01"),
      recurring("Ads", "5", "2027-02-01"),
    ],
    [11, 198],
  ],
  ["Oak", "inParts", [recurring("Care", "0.03", "2027-06-30")], [7, 0.28]],
];

type Expected = [invoices: number, total: number];

/** The agency's Zaps: whatever a trigger tells first is carried to its deal. */
function createZaps({ zapier, sandbox }: World, world: World) {
  const seen = new Set<string>();
  return {
    seen,
    async run(): Promise<Told[]> {
      world.reconnect();
      const told: Told[] = [];
      for (const key of ["invoice_updated", "payment_received"]) {
        const events = await zapier.run<Told[]>("triggers", key, {
          authData: world.authData,
          inputData: {},
        });
        told.push(...events.filter(({ id }) => !seen.has(id)).reverse());
      }
      for (const { id, invoice_id, deal_id } of told) {
        seen.add(id);
        if (deal_id)
          await zapier.run("creates", "update_deal_billing", {
            authData: world.authData,
            inputData: { invoice_id },
          });
      }
      sandbox.clock.advance(1_000);
      return told;
    },
  };
}

/** The customer pays what is due: at once, after two months, or a third now and the rest later. */
function payBills({ sandbox }: World, retainers: Retainer[]): void {
  const { xero, clock } = sandbox;
  const person = xero.person();
  const old = new Date(clock.now().getTime() - 60 * 86_400_000);
  for (const { dealId, habit } of retainers)
    for (const invoice of xero.books().invoices) {
      if (!isOfDeal(invoice, dealId) || invoice.Status !== "AUTHORISED")
        continue;
      const due = Math.round(Number(invoice.AmountDue) * 100);
      const isOld = new Date(`${invoice.DateString}Z`) < old;
      const third = Math.ceil(due / 3);
      if (habit === "prompt" || isOld) person.pay(invoice.InvoiceID, due / 100);
      else if (habit === "inParts" && invoice.Payments?.length === 0)
        person.pay(invoice.InvoiceID, third / 100);
    }
}

const isOfDeal = ({ Reference }: { Reference?: string }, dealId: string) =>
  Reference === `HS-${dealId}` || Reference?.startsWith(`HS-${dealId}-R`);

const FIGURES = [
  ["Total", "xero_invoice_total"],
  ["AmountPaid", "xero_amount_paid"],
  ["AmountDue", "xero_amount_due"],
] as const;

/** Xero's sums of a deal's invoices in cents, and what the deal shows of them. */
function sides({ sandbox }: World, dealId: string) {
  const { invoices } = sandbox.xero.books();
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  const billed = invoices.filter((invoice) => isOfDeal(invoice, dealId));
  const cents = (amount: number | string | undefined) =>
    Math.round(Number(amount) * 100);
  return {
    count: billed.length,
    xero: FIGURES.map(([figure]) =>
      billed.reduce((sum, invoice) => sum + cents(invoice[figure]), 0),
    ),
    deal: FIGURES.map(([, property]) => cents(properties[property])),
  };
}

it("a year of retainers: every invoice exists once, every payment is on its deal, and deals equal Xero", async () => {
  const clock = createFixedClock(new Date("2026-12-15T10:00:00Z"));
  giveBack = followClock(clock);
  const world = await openWorld({ clock });
  const zaps = createZaps(world, world);
  const sell = async (
    name: string,
    habit: Habit,
    lines: Record<string, string>[],
    payer = addPayer(world, name),
  ): Promise<Retainer> => {
    world.reconnect();
    const dealId = addDeal(world, `${name} retainer`, payer, lines);
    expect(await repeat(world, dealId)).toMatchObject({ outcome: "created" });
    return { dealId, payer, habit };
  };
  await zaps.run();
  const retainers = new Map<string, Retainer>();
  for (const [name, habit, lines] of SOLD)
    retainers.set(name, await sell(name, habit, lines));

  for (let month = 1; month <= 12; month += 1) {
    const to = (day: number) =>
      clock.advance(Date.UTC(2027, month - 1, day, 9) - clock.now().getTime());
    to(2);
    await zaps.run();
    if (month === 6) {
      const birch = retainers.get("Birch")!;
      await end(world, birch.dealId);
      const better = [recurring("Care plus", "120", "2027-07-01")];
      retainers.set(
        "Birch plus",
        await sell("Birch", "prompt", better, birch.payer),
      );
    }
    if (month === 9)
      expect(await end(world, retainers.get("Cedar")!.dealId)).toMatchObject({
        outcome: "ended",
        billed_count: 9,
        billed_total: 648,
      });
    to(20);
    await zaps.run();
    payBills(world, [...retainers.values()]);
    await zaps.run();
  }
  clock.advance(12 * 86_400_000 - 10 * 3_600_000);
  await zaps.run();

  const expected = [
    ...SOLD.map(([name, , , sums]) => [name, sums] as const),
    ["Birch plus", [6, 864]] as const,
  ];
  for (const [name, [count, total]] of expected) {
    const { dealId } = retainers.get(name)!;
    const { xero, deal, ...rest } = sides(world, dealId);
    expect({ name, ...rest, total: xero[0] }).toEqual({
      name,
      count,
      total: Math.round(total * 100),
    });
    expect({ name, deal }).toEqual({ name, deal: xero });
  }
  const { invoices, payments } = world.sandbox.xero.books();
  const days = invoices.map(
    ({ Reference, DateString }) => `${Reference} ${DateString}`,
  );
  expect(new Set(days).size).toBe(days.length);
  const told = payments.filter(({ PaymentID }) => zaps.seen.has(PaymentID));
  expect(told).toHaveLength(payments.length);
  expect(payments.length).toBeGreaterThan(80);
}, 120_000);
