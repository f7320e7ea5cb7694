import type { OpenedDeal } from "../deal/openedDeal";
import { ConnectorError } from "../error/connectorError";
import type { StoredRepeatingInvoice } from "./repeatingInvoice";

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
