import {
  invoiceReceipt,
  type Receipt,
} from "@hubspot-xero/shared/forecast/receipt";
import {
  inBaseCurrency,
  type UnpricedInvoice,
  type UnpricedSchedule,
} from "@hubspot-xero/shared/forecast/receivables";
import { repeatingReceipts } from "@hubspot-xero/shared/forecast/repeatingReceipts";
import type { ForecastDeals } from "./forecastDeals";
import type { ForecastWanted } from "./forecastWanted";

/** What Xero's invoices bring, in the organisation's currency. */
export interface ForecastReceivables {
  receipts: Receipt[];
  /** How many open invoices are counted. */
  invoices: number;
  /** How many repeating invoices are counted. */
  repeating: number;
  notes: string[];
}

/** What the open invoices of all pages bring, and what repeating invoices will. */
export function forecastReceivables(
  { today, until }: ForecastWanted,
  { currency }: ForecastDeals,
  open: readonly UnpricedInvoice[] | undefined,
  running: readonly UnpricedSchedule[] | undefined,
): ForecastReceivables {
  const { invoices, repeating, notes } = inBaseCurrency(
    open ?? [],
    running ?? [],
    currency,
  );
  return {
    receipts: [
      ...invoices.map((invoice) => invoiceReceipt(invoice, today)),
      ...repeating.flatMap((schedule) =>
        repeatingReceipts(schedule, today, until),
      ),
    ],
    invoices: invoices.length,
    repeating: repeating.length,
    notes,
  };
}
