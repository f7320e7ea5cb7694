import { addDays, type CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import type { OpenInvoice } from "../forecast/receipt";
import type { RunningSchedule } from "../forecast/repeatingReceipts";
import { paymentHabits, type PaymentHabits } from "../forecast/paymentHabits";
import { compare, ZERO } from "../money/decimal";
import { readRepeatingInvoice } from "../repeating/repeatingInvoice";
import { remember } from "../transport/cache";
import { readAmount } from "../xero/readAmount";
import type { XeroInvoice, XeroRepeatingInvoice } from "../xero/wire";
import type { Context } from "./context";

const HOUR = 3600;

/** What is to be paid in Xero. */
export interface Receivables {
  invoices: OpenInvoice[];
  repeating: RunningSchedule[];
  /** What is not in the figures, and why: sentences. */
  notes: string[];
}

interface Wanted {
  /** The organisation's own, ISO 4217. */
  currency: string;
  today: CalendarDate;
}

/**
 * Sales invoices of which something is still to be paid, drafts included, and what repeating invoices will bill: one
 * call for each thousand invoices, and one.
 */
export async function readReceivables(
  { xero }: Pick<Context, "xero">,
  wanted: Wanted,
): Promise<Receivables> {
  const [open, repeating] = await Promise.all([
    xero.openSalesInvoices(),
    xero.repeatingSalesInvoices(),
  ]);
  return receivables(open, repeating, wanted);
}

/** The same of what Xero answered. */
export function receivables(
  open: readonly XeroInvoice[],
  repeating: readonly XeroRepeatingInvoice[],
  { currency, today }: Wanted,
): Receivables {
  const rates = new Map([[currency, 1]]);
  for (const { CurrencyCode, CurrencyRate = 0 } of open)
    // Xero's rate is what one unit of the base currency costs.
    if (CurrencyCode && CurrencyRate > 0 && CurrencyCode !== currency)
      rates.set(CurrencyCode, 1 / CurrencyRate);
  const unknown = new Set<string>();
  const rateOf = (
    code: string = currency,
    own: number = 0,
  ): number | undefined => {
    const rate = code !== currency && own > 0 ? 1 / own : rates.get(code);
    if (rate === undefined) unknown.add(code);
    return rate;
  };
  const found = {
    invoices: open.flatMap((wire) => {
      const rate = rateOf(wire.CurrencyCode, wire.CurrencyRate);
      const invoice = rate && openInvoice(wire, rate, today);
      return invoice && compare(invoice.amountDue, ZERO) > 0 ? [invoice] : [];
    }),
    repeating: repeating.flatMap((wire) => {
      const running = runningSchedule(wire);
      const rate = running && rateOf(wire.CurrencyCode);
      return rate ? [{ ...running, rate }] : [];
    }),
  };
  const notes = [...unknown].map(
    (code) =>
      `Invoices in ${code} are left out: no open invoice in Xero tells what ${code} is worth in ${currency}.`,
  );
  return { ...found, notes };
}

/** How late customers paid the invoices of the last year; kept for an hour, as it hardly changes. */
export function readPaymentHabits(
  { xero, cache }: Pick<Context, "xero" | "cache">,
  today: CalendarDate,
): Promise<PaymentHabits> {
  const since = addDays(today, -365);
  return remember(cache, `payment-habits-${xero.tenantId}`, HOUR, async () =>
    paymentHabits((await xero.paidSalesInvoices(since)).flatMap(paidInvoice)),
  );
}

/** A draft has no due date yet, and nothing is due of it before it is approved. */
function openInvoice(
  wire: XeroInvoice,
  rate: number,
  today: CalendarDate,
): OpenInvoice {
  const isDraft = wire.Status === "DRAFT" || wire.Status === "SUBMITTED";
  return {
    id: wire.InvoiceID ?? "",
    amountDue: readAmount(isDraft ? wire.Total : wire.AmountDue),
    rate,
    dueDate: wire.DueDate ? readXeroDate(wire.DueDate) : addDays(today, 30),
    contactId: wire.Contact?.ContactID,
  };
}

/** Undefined for one that has ended, bills nothing or cannot be read. */
function runningSchedule(
  wire: XeroRepeatingInvoice,
): Omit<RunningSchedule, "rate"> | undefined {
  const { id, status, unit, every, start, end, next, total } =
    readRepeatingInvoice(wire);
  const runs = status !== "DELETED" && every >= 1 && compare(total, ZERO) > 0;
  if (!runs || !start || !next) return undefined;
  const { DueDate = 0, DueDateType = "" } = wire.Schedule ?? {};
  return {
    id,
    total,
    schedule: { unit, every, start },
    next,
    end,
    terms: { days: DueDate, type: String(DueDateType) },
    contactId: wire.Contact?.ContactID,
  };
}

/** One that was settled by credits alone says nothing of how its customer pays. */
function paidInvoice({
  Contact,
  DueDate,
  FullyPaidOnDate,
  AmountPaid,
}: XeroInvoice) {
  const contactId = Contact?.ContactID;
  return contactId && DueDate && FullyPaidOnDate && AmountPaid
    ? [
        {
          contactId,
          dueDate: readXeroDate(DueDate),
          paidOn: readXeroDate(FullyPaidOnDate),
        },
      ]
    : [];
}
