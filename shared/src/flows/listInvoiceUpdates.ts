import { addDays, type CalendarDate, type Instant } from "../date/calendarDate";
import { readXeroInstant } from "../date/xeroDate";
import { billingState } from "../deal/billingState";
import { dealIdOf } from "../deal/billingKey";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { toNumber } from "../money/decimal";
import { remember } from "../transport/cache";
import type { XeroInvoice } from "../xero/wire";
import { pollChanges } from "./changedSince";
import { todayOf, type Context } from "./context";
import { keepSnapshots } from "./invoiceSnapshots";

/** Xero's largest page: a backlog then comes in one poll, and an idle poll is as small. */
const PAGE_SIZE = 1000;
/** An invoice is told to be overdue in the days after its due date, should polls be missing for a while. */
const OVERDUE_DAYS = 7;

type PollContext = Pick<Context, "hubspot" | "xero" | "cache" | "now">;
type InvoiceEvent = ReturnType<typeof invoiceEvent>;

/**
 * Sales invoices that changed since the last poll, and those that became overdue, newest first. One request when
 * nothing happened, and one more each day for what is overdue.
 */
export async function listInvoiceUpdates(
  context: PollContext,
  { populate = false } = {},
): Promise<InvoiceEvent[]> {
  const { xero } = context;
  const today = await todayOf(context);
  return pollChanges(context, {
    name: `invoices-${xero.tenantId}`,
    pageSize: PAGE_SIZE,
    populate,
    list: (since, page) =>
      xero.changedInvoices({ since, page, pageSize: PAGE_SIZE }),
    describe: async (wires) => {
      // Of an invoice that was read twice while it changed, the later reading counts.
      const latest = new Map(wires.map((wire) => [wire.InvoiceID, wire]));
      const changes = [...latest.values()].flatMap(readChange);
      // No action follows what was there before a Zap.
      if (!populate)
        await keepSnapshots(
          context,
          changes.map(({ invoice }) => invoice),
        );
      const updates = changes.map((change) => updateEvent(change, today));
      return updates.reverse().concat(await overdue(context, today));
    },
  });
}

/** The invoices that changed last, for an editor's sample. */
export async function sampleInvoiceUpdates(
  context: PollContext,
  limit: number,
): Promise<InvoiceEvent[]> {
  const today = await todayOf(context);
  const newest = await context.xero.newestInvoices(limit);
  return newest.flatMap(readChange).map((change) => updateEvent(change, today));
}

/** Time alone makes an invoice overdue: no change tells of it, so it is asked for once a day. */
function overdue(
  { xero, cache }: PollContext,
  today: CalendarDate,
): Promise<InvoiceEvent[]> {
  const key = `overdue-${xero.tenantId}-${today}`;
  return remember(cache, key, 86_400, async () =>
    (await xero.overdueInvoices(addDays(today, -OVERDUE_DAYS), today))
      .flatMap(readChange)
      .map((change) => {
        const { id, dueDate } = change.invoice;
        return invoiceEvent(`${id}:overdue:${dueDate}`, change, today);
      }),
  );
}

export interface Change {
  invoice: StoredInvoice;
  updatedAt: Instant;
}

/** One without an instant of its change cannot be told from its earlier states, and is left out. */
export function readChange(wire: XeroInvoice): Change[] {
  if (!wire.UpdatedDateUTC) return [];
  const updatedAt = readXeroInstant(wire.UpdatedDateUTC);
  return [{ invoice: readInvoice(wire), updatedAt }];
}

/** One event for each change of an invoice. */
export function updateEvent(change: Change, today: CalendarDate): InvoiceEvent {
  const { invoice, updatedAt } = change;
  return invoiceEvent(`${invoice.id}:${Date.parse(updatedAt)}`, change, today);
}

/** An invoice's change as the trigger hands it out: amounts are numbers in its currency, dates `YYYY-MM-DD`. */
function invoiceEvent(
  id: string,
  { invoice, updatedAt }: Change,
  today: CalendarDate,
) {
  const dealId = dealIdOf(invoice.reference);
  return {
    id,
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    status: invoice.status,
    billingState: billingState(invoice, today),
    sent: invoice.sentToContact,
    invoiceUrl: invoice.url,
    reference: invoice.reference,
    date: invoice.date,
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    total: toNumber(invoice.total),
    amountPaid: toNumber(invoice.amountPaid),
    amountDue: toNumber(invoice.amountDue),
    amountCredited: toNumber(invoice.amountCredited),
    lastPaymentDate: invoice.lastPaymentDate,
    contactId: invoice.contactId,
    customerName: invoice.contactName,
    dealId,
    dealUrl: dealId && invoice.sourceUrl,
    updatedAt,
  };
}
