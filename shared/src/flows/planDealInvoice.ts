import type { Customer } from "../customer/customer";
import { dateInZone } from "../date/calendarDate";
import { billingKey } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import type { SyncMark } from "../deal/syncMark";
import type { DealInvoiceOptions } from "../invoice/options";
import { planInvoice, type InvoicePlan } from "../invoice/planInvoice";
import { loadXeroItems } from "../xero/items";
import { checkCurrency, withXeroSettings } from "../xero/settings";
import { hubspotAccount, type Context } from "./context";
import {
  readBillableDeal,
  readDealLines,
  readPayer,
} from "./readDealForBilling";

/** A deal, and whether it is still to be invoiced. */
export interface OpenedDeal {
  deal: Deal;
  /** What is billed once. */
  key: string;
  invoiced: boolean;
  /** The mark of an earlier attempt at the same key. */
  mark?: SyncMark;
}

export interface PlannedInvoice {
  payer: Customer;
  plan: InvoicePlan;
}

/** Reads a deal and what earlier runs left on it; one call. */
export async function openDeal(
  context: Context,
  dealId: string,
  { oncePer }: Pick<DealInvoiceOptions, "oncePer">,
): Promise<OpenedDeal> {
  const deal = await readBillableDeal(context, dealId, {
    stageHistory: oncePer === "stage_entry",
  });
  const key = billingKey(deal, oncePer);
  const { invoiceId, mark: found } = deal.billing;
  const mark = found?.billingKey === key ? found : undefined;
  const invoiced =
    invoiceId !== undefined && (oncePer === "deal" || mark?.state === "done");
  return { deal, key, invoiced, mark };
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

async function makePlan(
  context: Context,
  { deal, key }: OpenedDeal,
  lineItems: LineItem[],
  options: DealInvoiceOptions,
): Promise<InvoicePlan> {
  const { xero, cache, now } = context;
  const { timeZone } = await hubspotAccount(context);
  const items = await loadXeroItems(
    xero,
    cache,
    lineItems.map(({ sku }) => sku),
  );
  await checkCurrency(xero, cache, deal.currency, `Deal "${deal.name}"`);
  return withXeroSettings(xero, cache, (settings) =>
    planInvoice({
      deal,
      lineItems,
      key,
      options,
      settings,
      items,
      today: dateInZone(now, timeZone),
    }),
  );
}
