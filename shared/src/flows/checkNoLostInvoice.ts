import { isLive } from "../deal/dealBilling";
import type { OpenedDeal } from "../deal/openedDeal";
import { ConnectorError } from "../error/connectorError";
import type { StoredRepeatingInvoice } from "../repeating/repeatingInvoice";
import type { Context } from "./context";
import { invoicesOfDeal } from "./dealInvoices";

/**
 * Refuses a deal for which a run that broke off made an invoice that is not on the deal: it may bill the recurring lines
 * too. One request, for deals alone that such a run has marked before they had repeating invoices.
 * @param found its repeating invoices in Xero
 * @throws ConnectorError `conflict`
 */
export async function checkNoLostInvoice(
  context: Pick<Context, "xero">,
  { deal, invoiced }: OpenedDeal,
  found: readonly StoredRepeatingInvoice[],
): Promise<void> {
  const { mark, repeatingMark, repeatingIds } = deal.billing;
  if (invoiced || !mark || repeatingMark || repeatingIds || found.length > 0)
    return;
  const lost = (await invoicesOfDeal(context, deal.id)).find(isLive);
  if (!lost) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" does not show invoice ${lost.number ?? lost.id}, which Xero has for it and which may bill its recurring lines too. Void that invoice in Xero and run this step again; or run Create Invoice From Deal, which brings it onto the deal, and put the recurring lines on a deal of their own.`,
  );
}
