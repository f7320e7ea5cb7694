import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";

/** How long an action may go by what a poll has just read. */
const SNAPSHOT_SECONDS = 15 * 60;
/** Xero's addresses hold 52 ids. */
const MOST_IDS = 50;

const snapshotKey = (tenantId: string, invoiceId: string) =>
  `invoice-${tenantId}-${invoiceId}`;

/** The invoices as they stand now, by id; one request for each fifty. Actions that follow find them in the cache. */
export async function readInvoices(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  ids: readonly string[],
): Promise<Map<string, StoredInvoice>> {
  const unique = [...new Set(ids)];
  const found = new Map<string, StoredInvoice>();
  for (let start = 0; start < unique.length; start += MOST_IDS) {
    const wires = await xero.invoices(unique.slice(start, start + MOST_IDS));
    for (const invoice of wires.map(readInvoice)) {
      found.set(invoice.id, invoice);
      await keepSnapshot({ xero, cache }, invoice);
    }
  }
  return found;
}

/** Keeps what a poll has read, for the actions that follow it. */
export async function keepSnapshot(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  invoice: StoredInvoice,
): Promise<void> {
  const key = snapshotKey(xero.tenantId, invoice.id);
  await cache.set(key, invoice, SNAPSHOT_SECONDS);
}

/**
 * One invoice, as the last poll saw it a few minutes ago, else from Xero. Whatever the order in which events are
 * worked through, they meet the newest snapshot.
 */
export async function currentInvoice(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  invoiceId: string,
): Promise<StoredInvoice> {
  const snapshot = await cache.get(snapshotKey(xero.tenantId, invoiceId));
  if (snapshot) return snapshot as StoredInvoice;
  return readInvoice(await xero.getInvoice(invoiceId));
}
