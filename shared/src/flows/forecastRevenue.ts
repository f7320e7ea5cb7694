import {
  forecastRevenue as forecast,
  type MonthForecast,
} from "../forecast/forecastRevenue";
import { forecastEnd } from "../forecast/forecastMonths";
import { forecastText } from "../forecast/forecastText";
import type { PaymentHabits } from "../forecast/paymentHabits";
import type { BillingTerms } from "../forecast/receipt";
import { text, type Input } from "../input/input";
import { wholeNumberField } from "../input/wholeNumberField";
import { readDueRule } from "../invoice/dueDate";
import { loadXeroSettings } from "../xero/settings";
import { todayOf, type Context } from "./context";
import { readOpenPipeline } from "./openPipeline";
import { readPaymentHabits, readReceivables } from "./receivables";

export interface Forecast {
  currency: string;
  today: string;
  months: MonthForecast[];
  habits: PaymentHabits;
  deals: number;
  invoices: number;
  repeating: number;
  notes: string[];
}

/**
 * Expected cash by month in the organisation's currency: open invoices and open deals, each when its customer is
 * likely to pay by the payments of the last year; repeating invoices as they will be billed. Reads only.
 */
export async function forecastRevenue(
  context: Context,
  input: Input,
): Promise<Forecast> {
  const { months, terms } = readOptions(input);
  const [{ baseCurrency: currency }, today] = await Promise.all([
    loadXeroSettings(context.xero, context.cache),
    todayOf(context),
  ]);
  const until = forecastEnd(today, months);
  const wanted = {
    pipelineId: text(input, "pipelineId"),
    currency,
    today,
    until,
  };
  const [pipeline, receivables, habits] = await Promise.all([
    readOpenPipeline(context, wanted),
    readReceivables(context, wanted),
    readPaymentHabits(context, today),
  ]);
  const { deals } = pipeline;
  const { invoices, repeating } = receivables;
  return {
    currency,
    today,
    months: forecast({
      deals,
      invoices,
      repeating,
      habits,
      terms,
      today,
      months,
    }),
    habits,
    deals: deals.length,
    invoices: invoices.length,
    repeating: repeating.length,
    notes: [...pipeline.notes, ...receivables.notes],
  };
}

export function readOptions(input: Input): {
  months: number;
  terms: BillingTerms;
} {
  return {
    months: wholeNumber(input, "months", "Months", 6, 1, 12),
    terms: {
      dueInDays: wholeNumber(input, "dueInDays", "Due In Days", 30, 0, 365),
      dueRule: readDueRule(input),
      taxPercent: wholeNumber(input, "taxPercent", "Tax on Deals", 0, 0, 100),
    },
  };
}

function wholeNumber(
  input: Input,
  key: string,
  label: string,
  fallback: number,
  least: number,
  most: number,
): number {
  return wholeNumberField(input, key, label, [least, most]) ?? fallback;
}

const MOST_NOTES = 10;

/** A message has room for some. */
function firstNotes(notes: readonly string[]): string {
  const rest = notes.length - MOST_NOTES;
  return [
    ...notes.slice(0, MOST_NOTES),
    ...(rest > 0 ? [`There are ${rest} more of these notes.`] : []),
  ].join(" ");
}

/** What the search hands out: amounts with two decimals in the organisation's currency. */
export function forecastOutput({
  currency,
  today,
  months,
  habits,
  deals,
  invoices,
  repeating,
  notes,
}: Forecast) {
  const total = (figure: "expected" | "pipeline") =>
    months.reduce((sum, month) => sum + Math.round(month[figure] * 100), 0) /
    100;
  return {
    id: `${today}-${months.length}`,
    currency,
    date: today,
    expected: total("expected"),
    pipeline: total("pipeline"),
    deals,
    invoices,
    repeatingInvoices: repeating,
    paidInvoices: habits.invoices,
    daysLate: Math.round(habits.mean * 10) / 10,
    text: forecastText(currency, months),
    notes: firstNotes(notes) || undefined,
    months,
  };
}
