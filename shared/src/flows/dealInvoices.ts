import {
  dealIdOf,
  isRepeatingReference,
  isStageEntryKey,
  stageEntryOf,
} from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import { isLive } from "../deal/dealBilling";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { XeroInvoice } from "../xero/wire";
import type { Context } from "./context";

/** At least one. */
export type DealInvoices = readonly [StoredInvoice, ...StoredInvoice[]];

/** An invoice with the others that were made from the same deal, as Xero has them now; one request. */
export async function invoicesOfSameDeal(
  { xero }: Pick<Context, "xero">,
  invoice: StoredInvoice,
): Promise<DealInvoices> {
  const dealId = dealIdOf(invoice.reference);
  if (!dealId) return [invoice];
  const found = await invoicesOfDeal({ xero }, dealId);
  // What Xero says now counts, not what a poll remembers.
  const now = found.find(({ id }) => id === invoice.id) ?? invoice;
  return [now, ...found.filter(({ id }) => id !== invoice.id)];
}

/** All invoices whose reference names a deal; one request. */
export async function invoicesOfDeal(
  { xero }: Pick<Context, "xero">,
  dealId: string,
): Promise<StoredInvoice[]> {
  const wires = await xero.invoicesByReferencePart(dealPart(dealId));
  return readInvoicesOfDeal(dealId, wires);
}

/** What the references of all invoices of a deal hold. */
export const dealPart = (dealId: string): string => `HS-${dealId}`;

/** Those whose reference names the deal, among the invoices that Xero found by a part of it. */
export function readInvoicesOfDeal(
  dealId: string,
  found: readonly XeroInvoice[],
): StoredInvoice[] {
  return found
    .map(readInvoice)
    .filter(({ reference }) => dealIdOf(reference) === dealId);
}

/**
 * Of the invoices whose reference names a deal, those that bill it: a reference can be typed, and Xero copies it with an
 * invoice. What a schedule billed names a repeating invoice that stands on the deal. Beside schedules, the invoice of
 * the whole deal is the one that the connector made, which is older than its copies.
 */
export function billedInvoices(
  invoices: readonly StoredInvoice[],
  { repeatingIds, mark }: Pick<Deal["billing"], "repeatingIds" | "mark">,
): StoredInvoice[] {
  const isMade = mark !== undefined && !isStageEntryKey(mark.billingKey);
  const original = invoices
    .filter((invoice) => stageEntryOf(invoice.reference) === 0)
    .filter(isLive)
    .sort((a, b) => (age(a) < age(b) ? -1 : 1))[0];
  return invoices.filter((invoice) => {
    if (isRepeatingReference(invoice.reference))
      return repeatingIds?.includes(invoice.repeatingInvoiceId ?? "") ?? false;
    if (!repeatingIds || stageEntryOf(invoice.reference) !== 0) return true;
    return isMade && (invoice === original || !isLive(invoice));
  });
}

/** What the repeating invoices of a deal billed, without what was voided or deleted. */
export function billedBySchedule(
  invoices: readonly StoredInvoice[],
  repeatingIds: string[],
): StoredInvoice[] {
  return billedInvoices(invoices, { repeatingIds }).filter(
    (invoice) => isRepeatingReference(invoice.reference) && isLive(invoice),
  );
}

/** Numbers grow by a digit now and then. */
const age = ({ date = "", number = "" }: StoredInvoice) =>
  `${date} ${number.padStart(40)}`;
