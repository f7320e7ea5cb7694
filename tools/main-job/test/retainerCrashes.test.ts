import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import type { FaultEffect } from "@hubspot-xero/sandbox/faults";
import { followClock } from "../src/simulatedTime";
import { addDeal, addPayer } from "./manyDeals";
import { end, recurring, repeat } from "./retainers";
import { openWorld, type World } from "./world";

const DAY = 24 * 60 * 60_000;

const lostAnswer: FaultEffect = { kind: "dropAfterCommit" };

let giveBack = () => {};

afterEach(() => giveBack());

async function openAgency(): Promise<World> {
  const clock = createFixedClock(new Date("2027-02-10T10:00:00Z"));
  giveBack = followClock(clock);
  return openWorld({ clock });
}

/** A set-up fee, a fee for three months from the day of billing on, and a yearly one from 1 December. */
function addRetainer(world: World, name: string): string {
  return addDeal(world, `${name} care`, addPayer(world, name), [
    { name: "Set-up", quantity: "1", price: "100" },
    { ...recurring("Care", "50", ""), hs_recurring_billing_period: "P3M" },
    recurring("Licence", "120", "2027-12-01", {
      recurringbillingfrequency: "annually",
    }),
  ]);
}

const dayOf = ({ sandbox }: World) =>
  sandbox.clock.now().toISOString().slice(0, 10);

/** What the runs of one deal left behind. */
function state({ sandbox }: World, dealId: string, customer: string) {
  const { invoices, contacts, repeatingInvoices } = sandbox.xero.books();
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  const isOfDeal = ({ Reference }: { Reference?: string }) =>
    Reference?.startsWith(`HS-${dealId}`);
  const repeating = repeatingInvoices.filter(isOfDeal);
  return {
    repeating: repeating.map(({ Reference, Total }) => [Reference, +Total]),
    invoices: invoices
      .filter(isOfDeal)
      .map(({ Reference, Total }) => [Reference, +Total]),
    contacts: contacts.filter(({ Name }) => Name === customer).length,
    knowsAll:
      properties["xero_repeating_invoice_id"] ===
      repeating.map(({ RepeatingInvoiceID }) => RepeatingInvoiceID).join(","),
    mark: properties["xero_repeating_mark"]?.split("|")[0],
    total: properties["xero_invoice_total"],
  };
}

// `npm run test:faults` breaks every call of one schedule in every way, at every return.
it("a run over two schedules whose answer was lost, repeated 3 days later, leaves one of each", async () => {
  const world = await openAgency();
  let broken = 0;
  for (let reached = true; reached; broken += 1) {
    const customer = `Alder ${broken}`;
    const dealId = addRetainer(world, customer);
    const firstDay = dayOf(world);
    world.sandbox.faults.add({ after: broken, effect: lostAnswer });
    const { result: first, calls } = await world.sandbox.meter.during(() =>
      repeat(world, dealId),
    );
    reached = calls.length > broken;
    world.sandbox.faults.clear();
    world.sandbox.clock.advance(3 * DAY);
    world.reconnect();
    const second = await repeat(world, dealId);
    const key = `HS-${dealId}`;
    const starts = [firstDay, dayOf(world)].map(
      (day) => `${key}-R1M${day.replaceAll("-", "")}x3`,
    );
    const { repeating, invoices, ...left } = state(world, dealId, customer);
    // Without a date it starts on the day of the first run that reached Xero.
    const monthly = starts.find((start) => repeating[1]?.[0] === start);
    // 100.00, 120.00 and 50.00 with 20% tax; the first month is billed at once.
    expect({ broken, repeating, invoices, ...left }).toEqual({
      broken,
      repeating: [
        [`${key}-R12M20271201`, 144],
        [monthly, 60],
      ],
      invoices: [
        [key, 120],
        [monthly, 60],
      ],
      contacts: 1,
      knowsAll: true,
      mark: "done",
      total: "180.00",
    });
    expect(second.error).toBeUndefined();
    if (first.error) expect(first.sentence).toMatch(/nothing is made twice/);
  }
  expect(broken).toBeGreaterThan(13);
});

it("an end that breaks is completed by the next run, and nothing is made again", async () => {
  const world = await openAgency();
  let broken = 0;
  for (let reached = true; reached; broken += 1) {
    const dealId = addRetainer(world, `Birch ${broken}`);
    await repeat(world, dealId);
    world.sandbox.faults.add({ after: broken, effect: lostAnswer });
    const { calls } = await world.sandbox.meter.during(() =>
      end(world, dealId).catch(() => undefined),
    );
    reached = calls.length > broken;
    world.sandbox.faults.clear();
    const again = await repeat(world, dealId);
    await end(world, dealId);
    const last = await repeat(world, dealId);
    expect([again.outcome, last.outcome]).toEqual([
      "already_there",
      "already_there",
    ]);
  }
  const { repeatingInvoices } = world.sandbox.xero.books();
  expect(repeatingInvoices).toHaveLength(2 * broken);
  expect(new Set(repeatingInvoices.map(({ Status }) => Status))).toEqual(
    new Set(["DELETED"]),
  );
  expect(broken).toBeGreaterThan(5);
});

it("makes one of each when two runs of a deal meet", async () => {
  const world = await openAgency();
  const dealId = addRetainer(world, "Oak");
  await Promise.all([repeat(world, dealId), repeat(world, dealId)]);
  await repeat(world, dealId);
  const { repeating, invoices, mark } = state(world, dealId, "Oak");
  expect([repeating.length, invoices.length, mark]).toEqual([2, 2, "done"]);
});
