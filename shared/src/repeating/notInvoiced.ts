import { isLive } from "../deal/dealBilling";
import type { OpenedDeal } from "../deal/openedDeal";
import { hasLooked } from "../deal/repeatingMark";
import { ConnectorError } from "../error/connectorError";
import type { StoredInvoice } from "../invoice/readInvoice";
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
  const isKnown = hasLooked(repeatingMark) || repeatingIds;
  if (!invoiced || isKnown || found.length > 0) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" has invoice ${invoiceNumber ?? invoiceId}, which may bill its recurring lines too. Put the recurring lines on a deal of their own; or void that invoice in Xero, clear "Xero invoice ID" on the deal, and run this step again.`,
  );
}

/**
 * Whether a run that broke off, before the deal had repeating invoices, may have made an invoice that is not on the deal.
 * @param found its repeating invoices in Xero
 */
export function mayHideInvoice(
  { deal, invoiced }: Pick<OpenedDeal, "deal" | "invoiced">,
  found: readonly StoredRepeatingInvoice[],
): boolean {
  const { mark, repeatingMark, repeatingIds } = deal.billing;
  const isKnown = hasLooked(repeatingMark) || repeatingIds;
  return Boolean(!invoiced && mark && !isKnown && found.length === 0);
}

/**
 * Refuses a deal that has such an invoice: it may bill the recurring lines too.
 * @param invoices those whose reference names the deal
 * @throws ConnectorError `conflict`
 */
export function checkNoHiddenInvoice(
  { deal }: Pick<OpenedDeal, "deal">,
  invoices: readonly StoredInvoice[],
): void {
  const lost = invoices.find(isLive);
  if (!lost) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" does not show invoice ${lost.number ?? lost.id}, which Xero has for it and which may bill its recurring lines too. Void that invoice in Xero and start again; or use Create Invoice From Deal, which brings it onto the deal, and put the recurring lines on a deal of their own.`,
  );
}

/** Refuses one-time lines that were never invoiced, where an invoice of a schedule stands in the place of theirs. */
export function checkInvoicedOnce({
  deal,
  mark,
}: Pick<OpenedDeal, "deal" | "mark">): void {
  if (mark?.state === "done") return;
  const { invoiceNumber, invoiceId } = deal.billing;
  throw new ConnectorError(
    "conflict",
    `Deal "${deal.name}" has one-time lines that were not invoiced, and the place of their invoice is taken by ${invoiceNumber ?? invoiceId}, which its repeating invoices made. Put the one-time lines on a deal of their own.`,
  );
}
