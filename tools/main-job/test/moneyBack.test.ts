import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { runMoneyBack, type MoneyBackResult } from "../src/moneyBack";
import { report } from "../src/report";
import { openWorld, type World } from "./world";

/** The accountant's day comes after the invoices. */
function run({ zapier, sandbox, authData }: World) {
  sandbox.clock.advance(2_000);
  return runMoneyBack(zapier, sandbox, authData);
}

const reported = (moneyBack: MoneyBackResult) =>
  report({ label: "", setUp: "", pollCalls: [], runs: [], moneyBack });

it("carries payments, parts of them, reversals, credits and overpayments to the deals", async () => {
  const world = await openWorld();
  for (const deal of [
    DEAL.website,
    DEAL.brand,
    DEAL.campaign,
    DEAL.email,
    DEAL.photography,
  ])
    await world.invoice(deal);
  const result = await run(world);
  const open = { state: "awaiting payment", paid: "0.00", credited: "0.00" };
  expect(result.deals).toEqual([
    {
      dealName: "Website relaunch",
      what: "paid in full",
      before: { ...open, due: "7728.00" },
      after: { state: "paid", paid: "7728.00", due: "0.00", credited: "0.00" },
    },
    {
      dealName: "Brand refresh",
      what: "half of it paid",
      before: { ...open, due: "4452.01" },
      after: {
        state: "part paid",
        paid: "2226.00",
        due: "2226.01",
        credited: "0.00",
      },
    },
    {
      dealName: "Winter campaign",
      what: "paid, and the payment reversed",
      before: { ...open, due: "2903.67" },
      after: { ...open, due: "2903.67" },
    },
    {
      dealName: "E-mail newsletter",
      what: "credited by 20.00",
      before: { ...open, due: "220.33" },
      after: {
        state: "part paid",
        paid: "0.00",
        due: "200.33",
        credited: "20.00",
      },
    },
    {
      dealName: "Product photography",
      what: "paid, and 25.00 too much",
      before: { ...open, due: "120.02" },
      after: { state: "paid", paid: "120.02", due: "0.00", credited: "0.00" },
    },
  ]);
  expect(result.advances).toEqual([
    {
      kind: "overpayment",
      amount: 25,
      currency: "GBP",
      customerName: 'The "Corner" Bakery',
    },
  ]);
  // 3 payments, a reversal, and a change of each of the 5 invoices
  expect(result.events).toBe(9);
  expect(reported(result)).toContain(
    'The "Corner" Bakery has 25.00 GBP open from an overpayment: set it against an invoice in Xero, or pay it back.',
  );
});

it("leaves alone what was dealt with, and tells of no old overpayment", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.photography);
  await run(world);
  const again = await run(world);
  expect(again).toMatchObject({ deals: [], advances: [], events: 0 });
  expect(reported(again)).toContain(
    "Every invoice was dealt with in an earlier run.",
  );
  expect(reported(again)).not.toContain("overpayment");
  expect(world.sandbox.xero.books().credits).toHaveLength(1);
});
