import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { crashes, state } from "./crashed";
import { openMake } from "../src/make";
import { MakeDealRun } from "../src/makeDealRun";
import { openWorld } from "./world";

const MINUTE = 60_000;

const returns: [string, number][] = [
  ["taken up where it failed, at once", 0],
  ["taken up where it failed, when Xero's key is gone", 15 * MINUTE],
  ["run anew at once", 0],
  ["run anew 3 days later", 3 * 24 * 60 * MINUTE],
];

describe.each(returns)("a scenario that breaks and is %s", (way, wait) => {
  it.each(crashes)(
    "leaves one contact and one invoice, whichever call broke %s",
    async (_, effect) => {
      let broken = 0;
      for (let reached = true; reached; broken += 1) {
        const world = await openWorld();
        const { sandbox } = world;
        const make = await openMake(sandbox, () => sandbox.clock.now());
        sandbox.faults.add({ after: broken, effect });
        const startRun = () =>
          new MakeDealRun(
            make,
            world.authData["organisation_id"] ?? "",
            DEAL.website,
          );
        const first = startRun();
        const { calls } = await sandbox.meter.during(() =>
          first.go().catch(() => undefined),
        );
        reached = calls.length > broken;
        sandbox.faults.clear();
        sandbox.clock.advance(wait);
        const again = way.startsWith("run anew") ? startRun() : first;
        await again.go();
        expect({ broken, ...state(world) }).toEqual({
          broken,
          invoices: [{ reference: `HS-${DEAL.website}`, total: 7728 }],
          contacts: [`hubspot-company-${COMPANY.harbour}`],
          dealShows: "INV-0001",
        });
        await sandbox.close();
      }
      // At least the calls of a new customer's invoice were broken in turn.
      expect(broken).toBeGreaterThan(12);
    },
    60_000,
  );
});
