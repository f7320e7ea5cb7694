import type { Customer } from "../customer/customer";
import type { CalendarDate } from "../date/calendarDate";
import type { OpenedDeal } from "../deal/openedDeal";
import { ConnectorError, validation } from "../error/connectorError";
import type { RepeatingOptions } from "../repeating/options";
import { planRepeating, type RepeatingPlan } from "../repeating/planRepeating";
import type { StoredRepeatingInvoice } from "../repeating/repeatingInvoice";
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
  const recurring = lines.filter((line) => line.recurring);
  const once = lines.filter((line) => !line.recurring);
  if (recurring.length === 0)
    throw validation(
      `Deal "${deal.name}" has no recurring line. Set a billing frequency on a line in HubSpot, or use Create Invoice From Deal.`,
    );
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

/** Refuses one-time lines that were never invoiced, where an invoice of a schedule stands in the place of theirs. */
function checkInvoicedOnce({ deal, mark }: OpenedDeal): void {
  if (mark?.state === "done") return;
  const { invoiceNumber, invoiceId } = deal.billing;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" has one-time lines that were not invoiced, and the place of their invoice is taken by ${invoiceNumber ?? invoiceId}, which its repeating invoices made. Put the one-time lines on a deal of their own.`,
  );
}

/**
 * Refuses a deal whose lines an invoice may bill already, since nothing tells which lines that was.
 * @param found its repeating invoices in Xero
 */
export function checkNotInvoiced(
  { deal, invoiced }: OpenedDeal,
  found: readonly StoredRepeatingInvoice[],
): void {
  const { repeatingMark, repeatingIds, invoiceNumber, invoiceId } =
    deal.billing;
  if (!invoiced || repeatingMark || repeatingIds || found.length > 0) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" has invoice ${invoiceNumber ?? invoiceId}, which may bill its recurring lines too. Put the recurring lines on a deal of their own; or void that invoice in Xero, clear "Xero invoice ID" on the deal, and run this step again.`,
  );
}

/** Refuses repeating invoices of the deal that its lines no longer ask for: they would bill beside the new ones. */
export function checkSameSchedules(
  { deal }: OpenedDeal,
  found: readonly StoredRepeatingInvoice[],
  plans: readonly RepeatingPlan[],
): void {
  const others = found.filter(
    ({ reference }) => !plans.some(({ key }) => isOfKey(reference, key)),
  );
  if (others.length === 0) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" has repeating invoices in Xero that do not fit its lines: ${others.map(({ reference }) => reference).join(", ")}. The lines were changed since. Run End Repeating Invoices for the deal, clear "Xero repeating invoice mark" on it, then run this step again.`,
  );
}

/** True where a reference carries this very key, whatever text stands before it. */
export function isOfKey(reference: string, key: string): boolean {
  return reference === key || reference.endsWith(`(${key})`);
}
