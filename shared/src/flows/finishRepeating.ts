import type { Deal } from "../deal/deal";
import { dealBilling, writeDealBilling } from "../deal/dealBilling";
import { writeRepeatingMark, type RepeatingMark } from "../deal/repeatingMark";
import { hasBegun, knownIds, settledRepeating } from "../repeating/settled";
import type { StoredRepeatingInvoice } from "../repeating/repeatingInvoice";
import { todayOf, type Context } from "./context";
import { billedInvoices, invoicesOfDeal } from "./dealInvoices";
import { forDeal } from "./forDeal";

interface MadeRepeating {
  deal: Deal;
  /** The mark of the deal's invoice, as it stands on the deal by now. */
  mark: Deal["billing"]["mark"];
  begun: RepeatingMark;
  repeating: readonly StoredRepeatingInvoice[];
}

/** Writes the repeating invoices onto the deal, and what they have billed already. */
export async function finishRepeating(
  context: Context,
  { deal, mark, begun, repeating }: MadeRepeating,
): Promise<void> {
  const ids = knownIds(deal, repeating);
  try {
    await context.hubspot.update(
      "deals",
      deal.id,
      {
        ...(await billedAtOnce(context, deal.id, repeating, {
          repeatingIds: ids,
          mark,
        })),
        ...settledRepeating(ids, begun),
      },
      `deal "${deal.name}"`,
    );
  } catch (error) {
    throw forDeal(
      error,
      deal,
      `The repeating invoices of deal "${deal.name}" stand in Xero, but the deal could not be updated; the next run finds them and updates the deal.`,
    );
  }
}

/** The deal's figures, where a schedule has begun: what Xero billed before the deal knew the schedule met no deal. */
async function billedAtOnce(
  context: Context,
  dealId: string,
  repeating: readonly StoredRepeatingInvoice[],
  billing: Pick<Deal["billing"], "repeatingIds" | "mark">,
): Promise<Record<string, string>> {
  const today = await todayOf(context);
  if (!hasBegun(repeating, today)) return {};
  const invoices = await invoicesOfDeal(context, dealId);
  const [first, ...others] = billedInvoices(invoices, billing);
  return first ? writeDealBilling(dealBilling([first, ...others], today)) : {};
}

/** Leaves the mark on the deal. */
export function setRepeatingMark(
  { hubspot }: Context,
  deal: Pick<Deal, "id" | "name">,
  mark: RepeatingMark,
): Promise<string> {
  return hubspot.update(
    "deals",
    deal.id,
    { xero_repeating_mark: writeRepeatingMark(mark) },
    `deal "${deal.name}"`,
  );
}
