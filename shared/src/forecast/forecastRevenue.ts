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

export type { MonthForecast };

export interface ForecastInput {
  deals: readonly OpenDeal[];
  invoices: readonly OpenInvoice[];
  habits: PaymentHabits;
  terms: BillingTerms;
  /** In the organisation's time zone. */
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
  habits,
  terms,
  today,
  months,
}: ForecastInput): MonthForecast[] {
  const until = forecastEnd(today, months);
  return forecastMonths({
    receipts: [
      ...invoices.map(invoiceReceipt),
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
