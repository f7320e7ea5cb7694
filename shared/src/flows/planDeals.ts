import type { Customer } from "../customer/customer";
import type { Deal } from "../deal/deal";
import type { DealTarget } from "../deal/dealTargets";
import { openedDeal, type OpenedDeal } from "../deal/openedDeal";
import { validation } from "../error/connectorError";
import { readHubspotError } from "../hubspot/readError";
import type { DealInvoiceOptions } from "../invoice/options";
import type { InvoicePlan } from "../invoice/planInvoice";
import type { Context } from "./context";
import type { DealLedger } from "./dealLedger";
import { makePlan } from "./planDealInvoice";
import { linesOf, payerOf, readDealRecords, readDeals } from "./readDeals";

export interface PlannedDeal {
  deal: Deal;
  opened: OpenedDeal;
  payer: Customer;
  plan: InvoicePlan;
}

/** Reads deals and what earlier runs left on them, in four calls; those that are invoiced already are settled. */
export async function openDeals(
  context: Context,
  targets: readonly DealTarget[],
  options: DealInvoiceOptions,
  ledger: DealLedger,
): Promise<OpenedDeal[]> {
  const isId = ({ dealId }: DealTarget) => /^\d+$/.test(dealId);
  const asked = targets.filter(isId);
  const ids = asked.map(({ dealId }) => dealId);
  const deals = await readDeals(context, ids);
  for (const { dealId } of targets)
    if (!deals.has(dealId)) ledger.fail({ id: dealId }, noDeal(dealId));

  const opened = await ledger.each(
    asked.flatMap(({ dealId, stageEntryId }) => {
      const deal = deals.get(dealId);
      return deal ? { deal, stageEntryId } : [];
    }),
    ({ deal, stageEntryId }) => openedDeal(deal, { ...options, stageEntryId }),
  );
  for (const { deal, invoiced } of opened)
    if (invoiced) ledger.settle({ outcome: "already_invoiced", deal });
  return opened.filter(({ invoiced }) => !invoiced);
}

function noDeal(id: string) {
  return /^\d+$/.test(id)
    ? readHubspotError({ status: 404, headers: {}, body: {} }, `deal ${id}`)
    : validation(
        `"${id.slice(0, 60)}" is no deal ID. Map the deal ID of HubSpot.`,
      );
}

/** Reads lines and payers, and decides each invoice to the cent. Nothing is written. */
export async function planDeals(
  context: Context,
  opened: readonly OpenedDeal[],
  options: DealInvoiceOptions,
  ledger: DealLedger,
): Promise<PlannedDeal[]> {
  const records = await readDealRecords(
    context.hubspot,
    opened.map(({ deal }) => deal),
  );
  return ledger.each(opened, async (entry) => {
    const { deal } = entry;
    const lines = linesOf(deal, records);
    const payer = payerOf(deal, records);
    const plan = await makePlan(context, entry, lines, options);
    return { deal, opened: entry, payer, plan };
  });
}
