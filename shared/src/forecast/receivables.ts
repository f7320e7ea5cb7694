import { addDays, type CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import { compare, ZERO } from "../money/decimal";
import { readRepeatingInvoice } from "../repeating/repeatingInvoice";
import { readAmount } from "../xero/readAmount";
import type { XeroInvoice, XeroRepeatingInvoice } from "../xero/wire";
import type { PaidInvoice } from "./paymentHabits";
import type { OpenInvoice } from "./receipt";
import type { RunningSchedule } from "./repeatingReceipts";

/** As Xero has it, before it is known what its currency is worth in the forecast's. */
type Unpriced<Priced> = Omit<Priced, "rate"> & {
  /** ISO 4217; the organisation's own where it is left out. */
  currency?: string | undefined;
  /** What one unit of its currency is worth in the organisation's, where Xero tells. */
  exchangeRate?: number | undefined;
};
export type UnpricedInvoice = Unpriced<OpenInvoice>;
export type UnpricedSchedule = Unpriced<RunningSchedule>;

/** What is to be paid in Xero, in the organisation's currency. */
export interface Receivables {
  invoices: OpenInvoice[];
  repeating: RunningSchedule[];
  /** What is not in the figures, and why: sentences. */
  notes: string[];
}

/** Those of which something is still to be paid, drafts included. */
export function openInvoices(
  wires: readonly XeroInvoice[],
  today: CalendarDate,
): UnpricedInvoice[] {
  return wires.flatMap((wire) => {
    const invoice = openInvoice(wire, today);
    return compare(invoice.amountDue, ZERO) > 0 ? [invoice] : [];
  });
}

/** A draft has no due date yet, and nothing is due of it before it is approved. */
function openInvoice(wire: XeroInvoice, today: CalendarDate): UnpricedInvoice {
  const { CurrencyRate = 0 } = wire;
  const isDraft = wire.Status === "DRAFT" || wire.Status === "SUBMITTED";
  return {
    id: wire.InvoiceID ?? "",
    amountDue: readAmount(isDraft ? wire.Total : wire.AmountDue),
    dueDate: wire.DueDate ? readXeroDate(wire.DueDate) : addDays(today, 30),
    contactId: wire.Contact?.ContactID,
    currency: wire.CurrencyCode,
    // Xero's rate is what one unit of the base currency costs.
    ...(CurrencyRate > 0 && { exchangeRate: 1 / CurrencyRate }),
  };
}

/** Those that go on; one that has ended, bills nothing or cannot be read is left out. */
export function runningSchedules(
  wires: readonly XeroRepeatingInvoice[],
): UnpricedSchedule[] {
  return wires.flatMap((wire) => {
    const { id, status, unit, every, start, end, next, total, currency } =
      readRepeatingInvoice(wire);
    const runs = status !== "DELETED" && every >= 1 && compare(total, ZERO) > 0;
    if (!runs || !start || !next) return [];
    const { DueDate = 0, DueDateType = "" } = wire.Schedule ?? {};
    return {
      id,
      total,
      schedule: { unit, every, start },
      next,
      end,
      terms: { days: DueDate, type: String(DueDateType) },
      contactId: wire.Contact?.ContactID,
      currency,
    };
  });
}

/**
 * All of it in the organisation's currency: each invoice at its own rate, what has none at that of the open invoice in
 * its currency which is due last. What no rate is known of is left out, with a note.
 */
export function inBaseCurrency(
  open: readonly UnpricedInvoice[],
  running: readonly UnpricedSchedule[],
  base: string,
): Receivables {
  const rates = new Map<string, number>();
  for (const { currency, exchangeRate } of open)
    if (currency && exchangeRate) rates.set(currency, exchangeRate);
  rates.set(base, 1);
  const unknown = new Set<string>();
  const priced = <Kind extends Unpriced<object>>(wire: Kind) => {
    const { currency = base, exchangeRate, ...rest } = wire;
    const own = currency === base ? undefined : exchangeRate;
    const rate = own ?? rates.get(currency);
    if (rate !== undefined) return [{ ...rest, rate }];
    unknown.add(currency);
    return [];
  };
  return {
    invoices: open.flatMap(priced),
    repeating: running.flatMap(priced),
    notes: [...unknown].map(
      (code) =>
        `Invoices in ${code} are left out: no open invoice in Xero tells what ${code} is worth in ${base}.`,
    ),
  };
}

/** Those that customers paid: one that was settled by credits alone says nothing of how its customer pays. */
export function paidInvoices(wires: readonly XeroInvoice[]): PaidInvoice[] {
  return wires.flatMap(({ Contact, DueDate, FullyPaidOnDate, AmountPaid }) => {
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
  });
}
