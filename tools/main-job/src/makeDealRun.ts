import type { Make } from "./make";
import { INVOICE_CHOICES } from "./makeJob";

/** A scenario's run for one deal, module by module, which can be taken up where it failed. */
export class MakeDealRun {
  private readonly outputs: Record<string, unknown>[] = [];
  private readonly make: Make;
  private readonly organisationId: string;
  private readonly dealId: string;

  constructor(make: Make, organisationId: string, dealId: string) {
    this.make = make;
    this.organisationId = organisationId;
    this.dealId = dealId;
  }

  /** Runs what has not run yet; throws where a module fails. */
  async go(): Promise<void> {
    const { hubspot, xero } = this.make.connections;
    const steps = [
      () => this.run("getDealForBilling", { dealId: this.dealId }, hubspot),
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
          { invoice, syncMark, dealId: this.dealId },
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
