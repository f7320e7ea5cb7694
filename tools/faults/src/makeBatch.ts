import { INVOICE_CHOICES } from "@hubspot-xero/main-job/makeJob";
import type { Flow } from "./flow";
import { runModule } from "./makeRuns";
import { smallDeals } from "./prepare";
import type { Stage } from "./stage";

/** Make tries a kept run again after a quarter of an hour, when Xero takes another batch. */
const WAIT = 15 * 60_000;

const begun = new WeakSet<Stage>();

/** Three small deals billed in one run, each then updated. */
export const batch: Flow["start"] = (stage) => async () => {
  if (begun.has(stage)) stage.sandbox.clock.advance(WAIT);
  begun.add(stage);
  const deals: { billing: unknown }[] = [];
  for (const dealId of smallDeals(stage.sandbox)) {
    const given = { dealId, oncePer: "deal", inBatch: true };
    const { billing } = await first(stage, "getDealForBilling", given);
    deals.push({ billing });
  }
  const { invoices } = (await first(stage, "createInvoices", {
    ...INVOICE_CHOICES,
    deals,
  })) as { invoices: Record<string, unknown>[] };
  for (const { invoice, dealId, syncMark } of invoices)
    if (syncMark)
      await first(stage, "updateDealBilling", { invoice, dealId, syncMark });
};

async function first(
  stage: Stage,
  module: string,
  given: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { bundles } = await runModule(stage, module, given);
  return (bundles[0] ?? {}) as Record<string, unknown>;
}
