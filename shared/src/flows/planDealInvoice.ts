import type { Customer } from "../customer/customer";
import {
  billingKey,
  invoiceReference,
  isStageEntryKey,
} from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import type { SyncMark } from "../deal/syncMark";
import type { DealInvoiceOptions } from "../invoice/options";
import { planInvoice, type InvoicePlan } from "../invoice/planInvoice";
import { loadXeroItems } from "../xero/items";
import { checkCurrency, withXeroSettings } from "../xero/settings";
import { todayOf, type Context } from "./context";
import {
  readBillableDeal,
  readDealLines,
  readPayer,
} from "./readDealForBilling";

/** A deal, and what earlier runs left on it. */
export interface OpenedDeal {
  deal: Deal;
  /** What is billed once. */
  key: string;
  /** The reference that its invoice has or will have. */
  reference: string;
  /** Its invoice is on the deal. */
  invoiced: boolean;
  /** An invoice of this key may stand in Xero without being on the deal. */
  mayExist: boolean;
  /** The mark of an earlier attempt at the same key. */
  mark?: SyncMark;
}

export interface PlannedInvoice {
  payer: Customer;
  plan: InvoicePlan;
}

/**
 * Reads a deal and what earlier runs left on it; one call. Of a deal that is invoiced for each stage entry, an
 * invoice counts as another entry's only if its mark says so.
 */
export async function openDeal(
  context: Context,
  dealId: string,
  options: Pick<DealInvoiceOptions, "oncePer" | "stageEntryId" | "reference">,
): Promise<OpenedDeal> {
  const deal = await readBillableDeal(context, dealId);
  const key = billingKey(deal, options.oncePer, options.stageEntryId);
  const { invoiceId, mark: found } = deal.billing;
  const mark = found?.billingKey === key ? found : undefined;
  const isOfAnotherEntry =
    options.oncePer === "stage_entry" &&
    found !== undefined &&
    (mark ? mark.state !== "done" : isStageEntryKey(found.billingKey));
  return {
    deal,
    key,
    mark,
    reference: mark?.reference ?? invoiceReference(options.reference, key),
    invoiced: invoiceId !== undefined && !isOfAnotherEntry,
    mayExist: mark !== undefined || (found !== undefined && isOfAnotherEntry),
  };
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
  { deal, reference }: OpenedDeal,
  lineItems: LineItem[],
  options: DealInvoiceOptions,
): Promise<InvoicePlan> {
  const { xero, cache } = context;
  const today = await todayOf(context);
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
      reference,
      options,
      settings,
      items,
      today,
    }),
  );
}
