import { readDeal, type Deal } from "../deal/deal";
import type { StoredInvoice } from "../invoice/readInvoice";
import { endedMark } from "../deal/repeatingMark";
import { DEAL_PROPERTIES } from "../hubspot/properties";
import {
  readRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "../repeating/repeatingInvoice";
import { hubspotAccount, todayOf, type Context } from "./context";
import { billedBySchedule, invoicesOfDeal } from "./dealInvoices";
import { setRepeatingMark } from "./finishRepeating";
import { repeatingOfDeal } from "./repeatingOfDeal";

export interface EndedRepeating {
  /** None: the deal never had repeating invoices. */
  outcome: "ended" | "already_ended" | "none";
  deal: Deal;
  /** What this run ended. */
  ended: StoredRepeatingInvoice[];
  /** What the deal's schedules billed so far, without what was voided or deleted. */
  billed: StoredInvoice[];
}

/**
 * Ends a deal's repeating invoices in Xero; the invoices that they made stay. Repeated, it ends what is left. The deal is
 * marked first, so that no run makes new ones meanwhile.
 */
export async function endRepeatingInvoices(
  context: Context,
  dealId: string,
): Promise<EndedRepeating> {
  const wire = await context.hubspot.get(
    "deals",
    dealId,
    { properties: DEAL_PROPERTIES },
    `deal ${dealId}`,
  );
  const deal = readDeal(wire, await hubspotAccount(context));
  const { repeatingMark: mark, repeatingIds } = deal.billing;
  const ended = await runningRepeating(context, deal);
  if (!mark && !repeatingIds && ended.length === 0)
    return { outcome: "none", deal, ended, billed: [] };
  if (mark?.state !== "ended")
    await setRepeatingMark(
      context,
      deal,
      endedMark(mark, await todayOf(context)),
    );
  for (const { id, reference } of ended)
    await context.xero.endRepeatingInvoice(
      id,
      `repeating invoice ${reference} of deal "${deal.name}"`,
    );
  const ids = [...(repeatingIds ?? []), ...ended.map(({ id }) => id)];
  const billed = billedBySchedule(await invoicesOfDeal(context, deal.id), ids);
  const outcome = ended.length > 0 ? "ended" : "already_ended";
  return { outcome, deal, ended, billed };
}

/** By the deal's key, and by the ids on the deal: somebody may have changed a reference in Xero. */
async function runningRepeating(
  context: Context,
  deal: Deal,
): Promise<StoredRepeatingInvoice[]> {
  const running = await repeatingOfDeal(context, deal);
  for (const id of deal.billing.repeatingIds ?? []) {
    if (running.some((repeating) => repeating.id === id)) continue;
    const wire = await context.xero.findRepeatingInvoice(id);
    if (wire && wire.Status !== "DELETED")
      running.push(readRepeatingInvoice(wire));
  }
  return running;
}
