import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { state } from "./crashed";
import { openWorld } from "./world";

const MINUTE = 60_000;

// `npm run test:faults` breaks every call in every way, at every return.
it("leaves one contact and one invoice, whichever answer was lost, when Xero's idempotency key is gone", async () => {
  let broken = 0;
  for (let reached = true; reached; broken += 1) {
    const world = await openWorld();
    world.sandbox.faults.add({
      after: broken,
      effect: { kind: "dropAfterCommit" },
    });
    const { result: first, calls } = await world.sandbox.meter.during(() =>
      world.invoice(DEAL.website),
    );
    reached = calls.length > broken;
    world.sandbox.faults.clear();
    world.sandbox.clock.advance(7 * MINUTE);
    world.reconnect();
    const second = await world.invoice(DEAL.website);
    expect({ broken, ...state(world) }).toEqual({
      broken,
      invoices: [{ reference: `HS-${DEAL.website}`, total: 7728 }],
      contacts: [`hubspot-company-${COMPANY.harbour}`],
      dealShows: "INV-0001",
    });
    expect(second.error).toBeUndefined();
    expect(second.invoice_number).toBe("INV-0001");
    if (first.error) expect(first.sentence).toMatch(/nothing is made twice/);
    await world.sandbox.close();
  }
  // At least the 6 HubSpot and 3 Xero calls of the job itself were broken in turn.
  expect(broken).toBeGreaterThan(9);
}, 60_000);

it("makes one invoice when two runs of a deal meet", async () => {
  const world = await openWorld();
  await Promise.all([world.invoice(DEAL.website), world.invoice(DEAL.website)]);
  await world.invoice(DEAL.website);
  expect(state(world)).toEqual({
    invoices: [{ reference: `HS-${DEAL.website}`, total: 7728 }],
    contacts: [`hubspot-company-${COMPANY.harbour}`],
    dealShows: "INV-0001",
  });
});

it("lets a refused deal through once the cause is mended, without waiting for Xero's cache", async () => {
  const world = await openWorld();
  const period = { due_in_days: 30, invoice_status: "AUTHORISED" };
  world.sandbox.xero.books().organisation.PeriodLockDate =
    "/Date(4102444800000+0000)/";
  const refused = await world.invoice(DEAL.website, period);
  expect(refused).toMatchObject({
    error: "HaltedError",
    sentence: expect.stringMatching(/lock date/),
  });
  delete world.sandbox.xero.books().organisation.PeriodLockDate;
  const made = await world.invoice(DEAL.website, period);
  expect(made).toMatchObject({ outcome: "created", total: 7728 });
  expect(world.sandbox.xero.books().invoices).toHaveLength(1);
});
