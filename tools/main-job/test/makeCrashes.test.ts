import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { crashes, state } from "./crashed";
import { openMake, type Make } from "../src/make";
import { INVOICE_CHOICES } from "../src/makeJob";
import { openWorld, type World } from "./world";

const MINUTE = 60_000;

const returns: [string, number][] = [
  ["taken up where it failed, at once", 0],
  ["taken up where it failed, when Xero's key is gone", 15 * MINUTE],
  ["run anew at once", 0],
  ["run anew 3 days later", 3 * 24 * 60 * MINUTE],
];

/** A scenario's run for one deal, module by module, which can be taken up where it failed. */
class Run {
  private readonly outputs: Record<string, unknown>[] = [];
  private readonly make: Make;
  private readonly organisationId: string;

  constructor(make: Make, world: World) {
    this.make = make;
    this.organisationId = world.authData["organisation_id"] ?? "";
  }

  /** Runs what has not run yet; throws where a module fails. */
  async go(): Promise<void> {
    const { hubspot, xero } = this.make.connections;
    const steps = [
      () => this.run("getDealForBilling", { dealId: DEAL.website }, hubspot),
      ({ billing }: Record<string, unknown>) =>
        this.run(
          "createInvoiceFromDeal",
          {
            organisationId: this.organisationId,
            ...INVOICE_CHOICES,
            billing,
          },
          xero,
        ),
      ({ invoice, syncMark }: Record<string, unknown>) =>
        this.run(
          "updateDealBilling",
          { invoice, syncMark, dealId: DEAL.website },
          hubspot,
        ),
    ];
    for (const step of steps.slice(this.outputs.length))
      this.outputs.push(await step(this.outputs.at(-1) ?? {}));
  }

  private async run(
    id: string,
    parameters: Record<string, unknown>,
    connection: Make["connections"]["xero"],
  ): Promise<Record<string, unknown>> {
    // Make keeps what a module gave as JSON.
    const given = JSON.parse(JSON.stringify(parameters)) as typeof parameters;
    const { bundles } = await this.make.app.runModule(id, given, {
      connection,
    });
    return bundles[0] as Record<string, unknown>;
  }
}

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
        const first = new Run(make, world);
        const { calls } = await sandbox.meter.during(() =>
          first.go().catch(() => undefined),
        );
        reached = calls.length > broken;
        sandbox.faults.clear();
        sandbox.clock.advance(wait);
        const again = way.startsWith("run anew") ? new Run(make, world) : first;
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
