import { followClock } from "@hubspot-xero/main-job/simulatedTime";
import { openMake } from "@hubspot-xero/main-job/make";
import { createWorld, type World } from "@hubspot-xero/main-job/world";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { addNewCustomersDeal } from "../src/billedDeal";
import { makeInvoice, zapierInvoice, zapierStep } from "./sharedJobs";
import { runTimetable, type Attempt } from "./timetable";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const zapier = loadZapier();
let world: World;
let giveBack: () => void;

/** One organisation and one portal whose limits are enforced, with HubSpot's and Xero's own figures. */
async function openBusyWorld(latencyMs = 0): Promise<void> {
  const clock = createFixedClock(new Date());
  giveBack = followClock(clock);
  world = await createWorld(zapier, {
    clock,
    limits: { xeroLimits: { latencyMs } },
  });
}

afterEach(async () => {
  giveBack();
  await world.sandbox.close();
});

const dealsOfNewCustomers = (count: number, named: string) =>
  Array.from({ length: count }, (_, index) =>
    addNewCustomersDeal(world.sandbox, `${named} ${index + 1}`, 3),
  );

/** The references of all invoices, and the names of the customers that were made. */
function books() {
  const { invoices, contacts } = world.sandbox.xero.books();
  return {
    references: invoices.map(({ Reference }) => Reference ?? "").sort(),
    totals: new Set(invoices.map(({ Total }) => Number(Total))),
    customers: contacts.filter(({ Name }) => /^(Zap|Scenario) \d/.test(Name))
      .length,
  };
}

/** Three lines of 21.00 and 20% on each: 63.00 + 12.60. */
const each = (deals: readonly string[]) => ({
  references: deals.map((id) => `HS-${id}`).sort(),
  totals: new Set([75.6]),
  customers: deals.length,
});

const refused = (calls: readonly MeteredCall[]) =>
  calls.filter(({ status }) => status === 429).length;

const waited = (attempts: readonly Attempt[]) =>
  attempts.filter(({ outcome }) => outcome !== "done");

it("60 calls a minute: Zaps and a scenario that want twice as many all finish, each refused once a try", async () => {
  await openBusyWorld();
  const { sandbox } = world;
  const make = await openMake(sandbox, () => sandbox.clock.now());
  const onZapier = dealsOfNewCustomers(24, "Zap");
  const onMake = dealsOfNewCustomers(7, "Scenario");
  const jobs = [
    ...onZapier.map((id) => zapierInvoice(world, id)),
    ...onMake.map((id) => makeInvoice(world, make, id)),
    zapierStep(world, "triggers", "payment_received", {}),
    zapierStep(world, "triggers", "xero_contact_updated", {}),
  ];
  const { result: attempts, calls } = await sandbox.meter.during(() =>
    runTimetable(sandbox.clock, jobs, { atOnce: 1, until: 45 * MINUTE }),
  );
  expect(books()).toEqual(each([...onZapier, ...onMake]));
  // A run ends at the first refusal: it asks Xero nothing more, so each waiting costs one refused call.
  expect(refused(calls)).toBe(waited(attempts).length);
  expect(refused(calls)).toBeGreaterThan(0);
  for (const { outcome, at } of attempts) {
    if (typeof outcome !== "object") continue;
    expect(outcome).toEqual({ again: expect.any(Number) });
    // Xero's windows are whole minutes from the first call on.
    const reopens = (Math.floor((at - attempts[0]!.at) / MINUTE) + 1) * MINUTE;
    if ("again" in outcome)
      expect(
        at + outcome.again * 1000 - attempts[0]!.at,
      ).toBeGreaterThanOrEqual(reopens);
  }
});

it("5 calls at once: runs beside each other all finish, and none is made twice", async () => {
  await openBusyWorld(20);
  const { sandbox } = world;
  const deals = dealsOfNewCustomers(16, "Zap");
  const { result: attempts, calls } = await sandbox.meter.during(() =>
    runTimetable(
      sandbox.clock,
      deals.map((id) => zapierInvoice(world, id)),
      { atOnce: 8, until: 10 * MINUTE },
    ),
  );
  expect(books()).toEqual(each(deals));
  expect(refused(calls)).toBeGreaterThan(0);
  expect(attempts.length).toBeLessThan(deals.length * 4);
});

it("5,000 calls a day: all stop with a sentence that says for how long, and finish when it is over", async () => {
  await openBusyWorld();
  const { sandbox } = world;
  const make = await openMake(sandbox, () => sandbox.clock.now());
  const { invoice_id = "" } = await world.invoice(DEAL.website);
  await zapierStep(world, "triggers", "payment_received", {}).attempt();
  const tenant = world.authData["organisation_id"]!;
  const { day } = sandbox.xero.state.usage[tenant]!;
  // The day began 17 hours and 10 minutes ago, and another of the user's integrations took its calls.
  day.start -= 17 * HOUR + 10 * MINUTE;
  day.calls = 4_990;
  sandbox.xero.person().pay(invoice_id, 10);
  const onZapier = dealsOfNewCustomers(6, "Zap");
  const onMake = dealsOfNewCustomers(2, "Scenario");
  const { result: attempts, calls } = await sandbox.meter.during(() =>
    runTimetable(
      sandbox.clock,
      [
        ...onZapier.map((id) => zapierInvoice(world, id)),
        ...onMake.map((id) => makeInvoice(world, make, id)),
        zapierStep(world, "triggers", "payment_received", {}),
      ],
      { atOnce: 1, until: HOUR },
    ),
  );
  const left = attempts.flatMap(({ outcome }) =>
    typeof outcome === "object" && "left" in outcome ? [outcome.left] : [],
  );
  expect(left.length).toBeGreaterThan(3);
  // 6 h 50 min are left at first, 6 h 5 min when Make gives up.
  for (const sentence of left)
    expect(sentence).toMatch(
      /Xero's daily limit of calls for this organisation is used up\. It ends in about 7 h; run this step again then\./,
    );
  // No storm: one refused call for each try, and Make tries three times more.
  expect(refused(calls)).toBe(waited(attempts).length);
  expect(refused(calls)).toBeLessThanOrEqual(6 + 2 * 4 + 1);

  sandbox.clock.advance(7 * HOUR);
  world.reconnect();
  const events: unknown[] = [];
  await runTimetable(
    sandbox.clock,
    [
      ...onZapier.map((id) => zapierInvoice(world, id)),
      ...onMake.map((id) => makeInvoice(world, make, id)),
      zapierStep(world, "triggers", "payment_received", {}, (found) =>
        events.push(...(found as unknown[])),
      ),
    ],
    { atOnce: 1, until: 25 * MINUTE },
  );
  const { references } = books();
  expect(references).toEqual(
    each([DEAL.website, ...onZapier, ...onMake]).references,
  );
  expect(events).toMatchObject([{ amount: 10, invoice_id }]);
});

it("HubSpot's 5 searches a second: Zaps that poll at the same moment all hear of their deals", async () => {
  await openBusyWorld();
  const { sandbox } = world;
  const won = dealsOfNewCustomers(1, "Won")[0]!;
  sandbox.hubspot.update("deals", won, { dealstage: "closedwon" });
  sandbox.clock.advance(2 * MINUTE);
  let heard = 0;
  const polls = Array.from({ length: 12 }, () =>
    zapierStep(
      world,
      "triggers",
      "deal_entered_stage",
      { pipeline_id: "default", stage_id: "closedwon" },
      (events) => (heard += (events as { deal_id: string }[]).length),
    ),
  );
  const { calls } = await sandbox.meter.during(() =>
    runTimetable(sandbox.clock, polls, { atOnce: 1, until: MINUTE }),
  );
  expect(heard).toBe(12);
  // 12, then 7, then 2.
  expect(refused(calls)).toBe(7 + 2);
});
