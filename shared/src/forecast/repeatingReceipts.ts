import type { CalendarDate } from "../date/calendarDate";
import { paymentDate, type BillingSchedule } from "../deal/billingSchedule";
import { toNumber, type Decimal } from "../money/decimal";
import { scheduledDueDate, type StoredTerms } from "../repeating/dueTerms";
import type { Receipt } from "./receipt";

/** A repeating invoice in Xero that has not ended: what it will bill from now on. */
export interface RunningSchedule {
  id: string;
  /** Of each of its invoices, tax included. */
  total: Decimal;
  /** What one unit of its currency is worth in the forecast's. */
  rate: number;
  /** `every` is 1 or more. */
  schedule: Pick<BillingSchedule, "unit" | "every" | "start">;
  next: CalendarDate;
  /** The last day on which it may bill; left out for a schedule without end. */
  end?: CalendarDate | undefined;
  terms: StoredTerms;
  contactId?: string | undefined;
}

/** The invoices that a schedule will make, as though nobody ended it. */
export function repeatingReceipts(
  { id, total, rate, schedule, next, end, terms, contactId }: RunningSchedule,
  today: CalendarDate,
  until: CalendarDate,
): Receipt[] {
  const receipts: Receipt[] = [];
  for (let index = 0; ; index += 1) {
    const billedOn = paymentDate(schedule, index);
    if (billedOn >= until || (end && billedOn > end)) return receipts;
    if (billedOn < next) continue;
    receipts.push({
      kind: "repeating",
      source: `${id} ${billedOn}`,
      amount: toNumber(total) * rate,
      notBefore: billedOn > today ? billedOn : today,
      due: scheduledDueDate(billedOn, terms),
      contactId,
      chance: 1,
    });
  }
}
