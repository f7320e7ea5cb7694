import type { Customer } from "../customer/customer";
import { checkNotRepeating } from "../deal/checkNotRepeating";
import type { LineItem } from "../deal/lineItem";
import { openedDeal, type OpenedDeal } from "../deal/openedDeal";
import type { DealInvoiceOptions } from "../invoice/options";
import { planPart } from "../invoice/planPart";
import { planInvoice, type InvoicePlan } from "../invoice/planInvoice";
import { loadXeroItems } from "../xero/items";
import { checkCurrency, withXeroSettings } from "../xero/settings";
import { depositOf } from "../deal/deposit";
import { invoicesOfDeal } from "./dealInvoices";
import { todayOf, type Context } from "./context";
import {
  readBillableDeal,
  readDealLines,
  readPayer,
} from "./readDealForBilling";

export interface PlannedInvoice {
  payer: Customer;
  plan: InvoicePlan;
}

/** Reads a deal and what earlier runs left on it; one call. */
export async function openDeal(
  context: Context,
  dealId: string,
  options: Pick<
    DealInvoiceOptions,
    "oncePer" | "stageEntryId" | "part" | "reference"
  >,
): Promise<OpenedDeal> {
  return openedDeal(await readBillableDeal(context, dealId), options);
}

/**
 * Reads a deal's payer and lines, and decides the invoice to the cent. Nothing is written.
 * @throws ConnectorError `validation` when the deal cannot be billed as it stands
 */
export async function planDealInvoice(
  context: Context,
  opened: OpenedDeal,
  options: DealInvoiceOptions,
): Promise<PlannedInvoice> {
  const { deal } = opened;
  const [lineItems, payer] = await Promise.all([
    readDealLines(context, deal),
    readPayer(context, deal),
  ]);
  const plan = await makePlan(context, opened, lineItems, options);
  return { payer, plan };
}

/**
 * Decides the invoice of a deal whose lines were read.
 * @throws ConnectorError `validation` where repeating invoices bill some of the lines
 */
export async function makePlan(
  context: Pick<Context, "hubspot" | "xero" | "cache" | "now">,
  { deal, reference, part }: OpenedDeal,
  lineItems: LineItem[],
  options: DealInvoiceOptions,
): Promise<InvoicePlan> {
  const { xero, cache } = context;
  checkNotRepeating(deal, lineItems);
  const today = await todayOf(context);
  const items = await loadXeroItems(
    xero,
    cache,
    lineItems.map(({ sku }) => sku),
  );
  await checkCurrency(xero, cache, deal.currency, `Deal "${deal.name}"`);
  const deposit =
    part === "balance"
      ? depositOf(await invoicesOfDeal(context, deal.id), deal)
      : undefined;
  return withXeroSettings(xero, cache, (settings) => {
    const whole = planInvoice({
      deal,
      lineItems,
      reference,
      options,
      settings,
      items,
      today,
    });
    return part
      ? planPart(whole, part, deal, options, settings, deposit)
      : whole;
  });
}
