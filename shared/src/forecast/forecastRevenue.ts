import type { CalendarDate } from "../date/calendarDate";
import {
  forecastEnd,
  forecastMonths,
  type MonthForecast,
} from "./forecastMonths";
import type { PaymentHabits } from "./paymentHabits";
import {
  dealReceipts,
  invoiceReceipt,
  pipelineAmount,
  type BillingTerms,
  type OpenDeal,
  type OpenInvoice,
} from "./receipt";
import { repeatingReceipts, type RunningSchedule } from "./repeatingReceipts";

export type { MonthForecast };

export interface ForecastInput {
  deals: readonly OpenDeal[];
  invoices: readonly OpenInvoice[];
  /** What is billed again and again already. */
  repeating?: readonly RunningSchedule[] | undefined;
  habits: PaymentHabits;
  terms: BillingTerms;
  /** In the HubSpot account's time zone. */
  today: CalendarDate;
  months: number;
}

/**
 * Cash by month: what open invoices and open deals bring, each when its customer is likely to pay. The range is that of
 * the sum of independent amounts; that several customers may pay late for one reason is not in it.
 */
export function forecastRevenue({
  deals,
  invoices,
  repeating = [],
  habits,
  terms,
  today,
  months,
}: ForecastInput): MonthForecast[] {
  const until = forecastEnd(today, months);
  return forecastMonths({
    receipts: [
      ...invoices.map((invoice) => invoiceReceipt(invoice, today)),
      ...repeating.flatMap((running) =>
        repeatingReceipts(running, today, until),
      ),
      ...deals.flatMap((deal) => dealReceipts(deal, terms, today, until)),
    ],
    closing: deals.map((deal) => ({
      date: deal.closeDate,
      amount: pipelineAmount(deal),
    })),
    habits,
    today,
    months,
  });
}
