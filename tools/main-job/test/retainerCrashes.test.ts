import type { FaultEffect } from "@hubspot-xero/sandbox/faults";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { followClock } from "../src/simulatedTime";
import { crashes } from "./crashed";
import { addDeal, addPayer } from "./manyDeals";
import { end, recurring, repeat } from "./retainers";
import { openWorld, type World } from "./world";

const MINUTE = 60_000;

const [before, after, gateway, half] = crashes.map(([, effect]) => effect);

const returns: [string, number, (FaultEffect | undefined)[]][] = [
  ["at once", 0, [before, after, half]],
  ["7 minutes later, without Xero's key", 7 * MINUTE, [after]],
  ["3 days later", 3 * 24 * 60 * MINUTE, [gateway]],
];

let giveBack = () => {};

afterEach(() => giveBack());

/** A set-up fee, a monthly fee from today on without a date, and a yearly one from 1 March. */
async function openRetainer() {
  const clock = createFixedClock(new Date("2027-02-10T10:00:00Z"));
  giveBack();
  giveBack = followClock(clock);
  const world = await openWorld({ clock });
  const dealId = addDeal(world, "Alder care", addPayer(world, "Alder"), [
    { name: "Set-up", quantity: "1", price: "100" },
    { ...recurring("Care", "50", ""), hs_recurring_billing_period: "P3M" },
    recurring("Licence", "120", "2027-03-01", {
      recurringbillingfrequency: "annually",
    }),
  ]);
  return { world, dealId };
}

function state({ sandbox }: World, dealId: string) {
  const { invoices, contacts, repeatingInvoices } = sandbox.xero.books();
  const properties = sandbox.hubspot.get("deals", dealId)!.properties;
  return {
    repeating: repeatingInvoices
      .map(({ Reference, Total }) => `${Reference} ${Number(Total)}`)
      .sort(),
    invoices: invoices
      .map(({ Reference, Total }) => `${Reference} ${Number(Total)}`)
      .sort(),
    contacts: contacts.filter(({ Name }) => Name === "Alder").length,
    known: properties["xero_repeating_invoice_id"]?.split(",").sort(),
    mark: properties["xero_repeating_mark"]?.split("|")[0],
    total: properties["xero_invoice_total"],
  };
}

describe.each(returns)(
  "a run that breaks and is repeated %s",
  (_, wait, effects) => {
    it.each(effects)(
      "leaves one repeating invoice for each schedule and one invoice, whichever call broke (%j)",
      async (effect) => {
        let broken = 0;
        for (let reached = true; reached; broken += 1) {
          const { world, dealId } = await openRetainer();
          world.sandbox.faults.add({ after: broken, effect: effect! });
          const { result: first, calls } = await world.sandbox.meter.during(
            () => repeat(world, dealId),
          );
          reached = calls.length > broken;
          world.sandbox.faults.clear();
          world.sandbox.clock.advance(wait);
          world.reconnect();
          const second = await repeat(world, dealId);
          const { known, ...left } = state(world, dealId);
          const key = `HS-${dealId}`;
          const monthly = `${key}-R1M${day(world, wait, second)}x3`;
          expect({ broken, ...left }).toEqual({
            broken,
            // 50.00, 120.00 and 100.00 with 20% tax
            repeating: [`${key}-R12M20270301 144`, `${monthly} 60`].sort(),
            invoices: [`${key} 120`, `${monthly} 60`].sort(),
            contacts: 1,
            mark: "done",
            total: "180.00",
          });
          expect(known).toEqual(
            world.sandbox.xero
              .books()
              .repeatingInvoices.map(
                ({ RepeatingInvoiceID }) => RepeatingInvoiceID,
              )
              .sort(),
          );
          expect(second.error).toBeUndefined();
          if (first.error)
            expect(first.sentence).toMatch(/nothing is made twice/);
          await world.sandbox.close();
        }
        // 9 HubSpot and 7 Xero calls of the job itself
        expect(broken).toBeGreaterThan(12);
      },
      60_000,
    );
  },
);

/** A line without a date starts on the day of the first run that reached Xero. */
function day({ sandbox }: World, wait: number, second: object): string {
  void second;
  const [made] = sandbox.xero
    .books()
    .repeatingInvoices.map(({ Reference }) => /R1M(\d{8})/.exec(Reference)?.[1])
    .filter(Boolean);
  const days =
    wait > 24 * 60 * MINUTE ? ["20270210", "20270213"] : ["20270210"];
  expect(days).toContain(made);
  return made!;
}

it("an end that breaks is completed by the next run, and nothing is made again", async () => {
  let broken = 0;
  for (let reached = true; reached; broken += 1) {
    const { world, dealId } = await openRetainer();
    await repeat(world, dealId);
    world.sandbox.faults.add({ after: broken, effect: after! });
    const { calls } = await world.sandbox.meter.during(() =>
      end(world, dealId).catch(() => undefined),
    );
    reached = calls.length > broken;
    world.sandbox.faults.clear();
    expect(await repeat(world, dealId)).toMatchObject({
      outcome: "already_there",
    });
    await end(world, dealId);
    expect(await repeat(world, dealId)).toMatchObject({
      outcome: "already_there",
    });
    expect(
      world.sandbox.xero.books().repeatingInvoices.map(({ Status }) => Status),
    ).toEqual(["DELETED", "DELETED"]);
    await world.sandbox.close();
  }
  expect(broken).toBeGreaterThan(5);
}, 60_000);

it("makes one of each when two runs of a deal meet", async () => {
  const { world, dealId } = await openRetainer();
  await Promise.all([repeat(world, dealId), repeat(world, dealId)]);
  await repeat(world, dealId);
  const { repeating, invoices, mark } = state(world, dealId);
  expect([repeating.length, invoices.length, mark]).toEqual([2, 2, "done"]);
});
