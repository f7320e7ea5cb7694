import type { Customer } from "../customer/customer";
import type { CalendarDate } from "../date/calendarDate";
import type { OpenedDeal } from "../deal/openedDeal";
import { splitLines } from "../deal/recurringLines";
import { checkInvoicedOnce } from "../repeating/notInvoiced";
import type { RepeatingOptions } from "../repeating/options";
import { planRepeating, type RepeatingPlan } from "../repeating/planRepeating";
import { loadXeroItems } from "../xero/items";
import { checkCurrency, withXeroSettings } from "../xero/settings";
import type { Context } from "./context";
import { makePlan, type PlannedInvoice } from "./planDealInvoice";
import { readDealLines, readPayer } from "./readDealForBilling";

export interface PlannedRepeating {
  payer: Customer;
  plans: RepeatingPlan[];
  /** The invoice of the one-time lines, where it is still to be made. */
  oneTime?: PlannedInvoice;
  /** There are one-time lines, which the invoice on the deal billed in an earlier run. */
  isInvoicedOnce: boolean;
}

/**
 * Reads a deal's payer and lines, and decides its repeating invoices and the invoice of its one-time lines to the cent.
 * Nothing is written.
 * @param today the day that lines without a start begin on
 * @throws ConnectorError `validation` when the deal cannot be billed as it stands
 */
export async function planRepeatingDeal(
  context: Context,
  opened: OpenedDeal,
  options: RepeatingOptions,
  today: CalendarDate,
): Promise<PlannedRepeating> {
  const { xero, cache } = context;
  const { deal } = opened;
  const [lines, payer] = await Promise.all([
    readDealLines(context, deal),
    readPayer(context, deal),
  ]);
  const { recurring, once } = splitLines(deal, lines);
  const items = await loadXeroItems(
    xero,
    cache,
    recurring.map(({ sku }) => sku),
  );
  await checkCurrency(xero, cache, deal.currency, `Deal "${deal.name}"`);
  const plans = await withXeroSettings(xero, cache, (settings) =>
    planRepeating({
      deal,
      lineItems: recurring,
      options,
      settings,
      items,
      today,
    }),
  );
  const isInvoicedOnce = once.length > 0 && opened.invoiced;
  if (isInvoicedOnce) checkInvoicedOnce(opened);
  const isInvoiceDue = once.length > 0 && !opened.invoiced;
  const oneTime = isInvoiceDue
    ? {
        payer,
        plan: await makePlan(context, opened, once, options.invoice),
      }
    : undefined;
  return { payer, plans, oneTime, isInvoicedOnce };
}
