import { dealIdOf } from "../deal/billingKey";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";
import { salesInvoice } from "./salesInvoice";

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
    for (const invoice of wires.map(readInvoice))
      found.set(invoice.id, invoice);
  }
  await keepSnapshots({ xero, cache }, [...found.values()]);
  return found;
}

/** Keeps what a poll has read of invoices that deals show, for the actions that follow it; lines are not needed there. */
export async function keepSnapshots(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  invoices: readonly StoredInvoice[],
): Promise<void> {
  await Promise.all(
    invoices
      .filter(({ reference }) => dealIdOf(reference))
      .map((invoice) =>
        cache.set(
          snapshotKey(xero.tenantId, invoice.id),
          { ...invoice, lines: [] },
          SNAPSHOT_SECONDS,
        ),
      ),
  );
}

/** What a poll has read of an invoice counts no more, since someone knows better or has changed it. */
export async function dropSnapshot(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  invoiceId: string,
): Promise<void> {
  const key = snapshotKey(xero.tenantId, invoiceId);
  await cache.set(key, false, SNAPSHOT_SECONDS);
}

/**
 * One invoice of an id or a number, from Xero. Events that a poll told of earlier must not bring older figures back, so
 * they meet Xero too.
 */
export async function freshInvoice(
  context: Pick<Context, "xero" | "cache">,
  idOrNumber: string,
): Promise<StoredInvoice> {
  const invoice = await salesInvoice(context, idOrNumber);
  await dropSnapshot(context, invoice.id);
  return invoice;
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
  return salesInvoice({ xero }, invoiceId);
}
