import type { Customer } from "../customer/customer";
import { dateInZone } from "../date/calendarDate";
import { billingKey } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import type { SyncMark } from "../deal/syncMark";
import { ConnectorError, validation } from "../error/connectorError";
import type { DealInvoiceOptions } from "../invoice/options";
import { planInvoice, type InvoicePlan } from "../invoice/planInvoice";
import {
  loadXeroCurrencies,
  loadXeroItems,
  loadXeroSettings,
  type XeroSettings,
} from "../xero/settings";
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
  { deal, key }: OpenedDeal,
  options: DealInvoiceOptions,
): Promise<PlannedInvoice> {
  const [lineItems, payer] = await Promise.all([
    readDealLines(context, deal),
    readPayer(context, deal),
  ]);
  const plan = await makePlan(context, deal, lineItems, key, options);
  return { payer, plan };
}

/** Plans with the cached settings; when they refuse the deal, once more with fresh ones, which may know a new account. */
async function makePlan(
  context: Context,
  deal: Deal,
  lineItems: LineItem[],
  key: string,
  options: DealInvoiceOptions,
): Promise<InvoicePlan> {
  const { xero, cache, now } = context;
  const account = await hubspotAccount(context);
  const items = lineItems.some(({ sku }) => sku)
    ? await loadXeroItems(xero, cache)
    : {};
  const plan = async (settings: XeroSettings) => {
    await checkCurrency(context, deal, settings);
    return planInvoice({
      deal,
      lineItems,
      key,
      options,
      settings,
      items,
      today: dateInZone(now, account.timeZone),
    });
  };
  const settings = await loadXeroSettings(xero, cache);
  try {
    return await plan(settings);
  } catch (error) {
    if (!(error instanceof ConnectorError && error.kind === "validation"))
      throw error;
    const fresh = await loadXeroSettings(xero, cache, { fresh: true });
    if (JSON.stringify(fresh) === JSON.stringify(settings)) throw error;
    return plan(fresh);
  }
}

async function checkCurrency(
  { xero, cache }: Context,
  deal: Deal,
  settings: XeroSettings,
): Promise<void> {
  if (deal.currency === settings.baseCurrency) return;
  const currencies = await loadXeroCurrencies(xero, cache);
  if (currencies.includes(deal.currency)) return;
  throw validation(
    `Deal "${deal.name}" is in ${deal.currency}, which ${settings.organisationName} does not use in Xero (it has ${currencies.join(", ") || settings.baseCurrency}). Add the currency in Xero (Settings > Currencies), or change the deal's.`,
  );
}
