import { forecastOutput } from "@hubspot-xero/shared/flows/forecastRevenue";
import {
  forecastMonths,
  type MonthForecast,
} from "@hubspot-xero/shared/forecast/forecastMonths";
import {
  paymentHabits,
  type PaidInvoice,
  type PaymentHabits,
} from "@hubspot-xero/shared/forecast/paymentHabits";
import type { ForecastDeals } from "./forecastDeals";
import type { ForecastReceivables } from "./forecastReceivables";
import type { ForecastWanted } from "./forecastWanted";

/** How late customers pay, by the paid invoices of all pages. */
export function payingHabits(paid: readonly PaidInvoice[] | undefined) {
  return paymentHabits(paid ?? []);
}

/** The cash of each month. */
export function monthsOfCash(
  { today, months }: ForecastWanted,
  { receipts, closing }: ForecastDeals,
  receivables: ForecastReceivables,
  habits: PaymentHabits,
) {
  const all = [...receivables.receipts, ...receipts];
  return forecastMonths({ receipts: all, closing, habits, today, months });
}

/**
 * The forecast as the module hands it out.
 * @param mostOpen how many open invoices were read where there may be more
 */
export function forecastResult(
  { today }: ForecastWanted,
  { currency, deals, notes }: ForecastDeals,
  receivables: ForecastReceivables,
  habits: PaymentHabits,
  months: MonthForecast[],
  mostOpen?: number | null,
) {
  const cut = `Only the ${mostOpen} open invoices that are due first are counted.`;
  return forecastOutput({
    ...{ currency, today, months, habits, deals },
    invoices: receivables.invoices,
    repeating: receivables.repeating,
    notes: [...(mostOpen ? [cut] : []), ...notes, ...receivables.notes],
  });
}
