import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { openMake, type Make } from "../src/make";
import { INVOICE_CHOICES } from "../src/makeJob";
import { importScenario, type Scenario } from "../src/scenario";
import { followClock } from "../src/simulatedTime";
import { addDeal, addPayer } from "./manyDeals";
import { recurring } from "./retainers";
import { openWorld, type World } from "./world";

const MINUTE = 60_000;

let giveBack = () => {};

afterEach(() => giveBack());

interface Agency {
  world: World;
  make: Make;
  won: Scenario;
  lost: Scenario;
  following: Scenario[];
  /** Runs scenarios until their triggers find nothing more; what failed is told. */
  run(...scenarios: Scenario[]): Promise<string[]>;
  to(day: string): void;
  enter(dealId: string, stage: string): void;
}

/** An agency with every scenario that a retainer needs, on 15 December 2026. */
async function openAgency(pastStart = "refuse"): Promise<Agency> {
  const clock = createFixedClock(new Date("2026-12-15T10:00:00Z"));
  giveBack = followClock(clock);
  const world = await openWorld({ clock });
  const { sandbox, authData } = world;
  const now = () => new Date(clock.now());
  const make = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  const invoicing = { organisationId, ...INVOICE_CHOICES };
  const ofXero = { organisationId };
  const scenario = (
    id: string,
    choices: Record<string, Record<string, unknown>>,
  ) => importScenario(make, id, choices, now);
  const run = async (...scenarios: Scenario[]) => {
    const failures: string[] = [];
    for (const one of scenarios)
      for (let found = 1; found > 0;) {
        const { bundles, error } = await one.run();
        if (error) throw error;
        found = bundles.length;
        failures.push(
          ...bundles.flatMap((bundle) => bundle.error?.message ?? []),
        );
        clock.advance(MINUTE);
      }
    return failures;
  };
  const following = ["invoice-update-to-deal", "payment-to-deal"].map((id) =>
    scenario(id, {
      watchInvoices: ofXero,
      watchPayments: ofXero,
      searchInvoices: ofXero,
      getDealInvoices: ofXero,
    }),
  );
  await run(...following);
  return {
    world,
    make,
    run,
    following,
    won: scenario("retainer-to-repeating-invoice", {
      createRepeatingInvoice: { ...invoicing, pastStart },
      createInvoiceFromDeal: invoicing,
    }),
    lost: scenario("lost-retainer-to-end", { endRepeatingInvoices: ofXero }),
    to: (day) =>
      clock.advance(Date.parse(`${day}T09:00:00Z`) - clock.now().getTime()),
    enter: (dealId, stage) => {
      sandbox.hubspot.update("deals", dealId, { dealstage: stage });
      clock.advance(2 * MINUTE);
    },
  };
}

const repeatingOf = ({ sandbox }: World) =>
  sandbox.xero
    .books()
    .repeatingInvoices.map(({ Reference, Total, Status }) => [
      Reference,
      Number(Total),
      Status,
    ]);

const invoicesOf = ({ sandbox }: World) =>
  sandbox.xero
    .books()
    .invoices.map(({ Reference, Total }) => `${Reference} ${Number(Total)}`)
    .sort();

function shown({ sandbox }: World, dealId: string) {
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  return {
    total: properties["xero_invoice_total"],
    paid: properties["xero_amount_paid"],
    state: properties["xero_invoice_status"],
    mark: properties["xero_repeating_mark"],
  };
}

it("a retainer is billed once and on its days, its deal follows what is paid, and its end ends it", async () => {
  const agency = await openAgency();
  const { world, run, won, lost, following, to, enter } = agency;
  const annually = { recurringbillingfrequency: "annually" };
  const dealId = addDeal(world, "Care plan", addPayer(world, "Alder"), [
    { name: "Set-up", quantity: "1", price: "500" },
    recurring("Care", "50", "2027-01-01"),
    recurring("Hosting", "20", "2027-01-01"),
    recurring("Licence", "300", "2027-01-01", {
      ...annually,
      hs_recurring_billing_number_of_payments: "3",
    }),
  ]);
  const key = `HS-${dealId}`;
  const status = INVOICE_CHOICES["invoiceStatus"];
  const standing = [
    [`${key}-R12M20270101x3`, 360, status],
    [`${key}-R1M20270101`, 84, status],
  ];
  enter(dealId, "closedwon");
  expect(await run(won)).toEqual([]);
  expect(repeatingOf(world)).toEqual(standing);
  expect(invoicesOf(world)).toEqual([`${key} 600`]);
  expect(shown(world, dealId)).toMatchObject({
    total: "600.00",
    mark: "done|1|2026-12-15",
  });

  // Into the stage once more: nothing is made again.
  enter(dealId, "appointmentscheduled");
  enter(dealId, "closedwon");
  expect(await run(won)).toEqual([]);
  expect(repeatingOf(world)).toEqual(standing);
  expect(invoicesOf(world)).toEqual([`${key} 600`]);

  to("2027-01-02");
  expect(await run(...following)).toEqual([]);
  expect(invoicesOf(world)).toEqual([
    `${key} 600`,
    `${key}-R12M20270101x3 360`,
    `${key}-R1M20270101 84`,
  ]);
  // 600.00 and 84.00 and 360.00.
  expect(shown(world, dealId)).toMatchObject({
    total: "1044.00",
    paid: "0.00",
  });

  const person = world.sandbox.xero.person();
  for (const { InvoiceID, Reference } of world.sandbox.xero.books().invoices)
    if (Reference !== `${key}-R12M20270101x3`)
      person.pay(InvoiceID, Reference === key ? 600 : 84);
  expect(await run(...following)).toEqual([]);
  expect(shown(world, dealId)).toMatchObject({
    total: "1044.00",
    paid: "684.00",
  });

  enter(dealId, "closedlost");
  expect(await run(lost)).toEqual([]);
  expect(repeatingOf(world).map(([, , state]) => state)).toEqual([
    "DELETED",
    "DELETED",
  ]);
  expect(shown(world, dealId).mark).toBe("ended|1|2026-12-15");
  to("2027-03-02");
  enter(dealId, "closedwon");
  expect(await run(won, ...following)).toEqual([]);
  expect(invoicesOf(world)).toHaveLength(3);
  expect(repeatingOf(world).map(([, , state]) => state)).toEqual([
    "DELETED",
    "DELETED",
  ]);
}, 60_000);

it("a deal without recurring lines goes the way of an invoice, and its end is none of Xero's business", async () => {
  const { world, run, won, lost, enter } = await openAgency();
  const dealId = addDeal(world, "Website", addPayer(world, "Birch"), [
    { name: "Design", quantity: "1", price: "100" },
  ]);
  enter(dealId, "closedwon");
  expect(await run(won)).toEqual([]);
  expect(invoicesOf(world)).toEqual([`HS-${dealId} 120`]);
  expect(shown(world, dealId)).toMatchObject({ total: "120.00" });
  const { calls } = await world.sandbox.meter.during(async () => {
    enter(dealId, "closedlost");
    expect(await run(lost)).toEqual([]);
  });
  expect(calls.filter(({ vendor }) => vendor === "xero")).toEqual([]);
  expect(shown(world, dealId).mark ?? "").toBe("");
});

describe("a schedule that began in the past", () => {
  const addLate = ({ world }: Agency) =>
    addDeal(world, "Late", addPayer(world, "Cedar"), [
      { name: "Set-up", quantity: "1", price: "100" },
      recurring("Care", "50", "2026-10-01"),
    ]);

  it("is refused with what Xero would bill at once, and nothing is made", async () => {
    const agency = await openAgency();
    const { world, run, won, enter } = agency;
    enter(addLate(agency), "closedwon");
    const [failure] = await run(won);
    // October, November and December, 60.00 each.
    expect(failure).toContain(
      "so Xero would at once make 3 invoices over 180.00 GBP in all",
    );
    expect(invoicesOf(world)).toEqual([]);
    expect(repeatingOf(world)).toEqual([]);
  });

  it("is on the deal with all that it billed at once, where the user wants it", async () => {
    const agency = await openAgency("bill_past");
    const { world, run, won, enter } = agency;
    const dealId = addLate(agency);
    enter(dealId, "closedwon");
    expect(await run(won)).toEqual([]);
    expect(invoicesOf(world)).toHaveLength(4);
    // 120.00 and three times 60.00.
    expect(shown(world, dealId)).toMatchObject({
      total: "300.00",
      mark: "done|1|2026-12-15",
    });
  });
});
