import { addMonths, type CalendarDate } from "../date/calendarDate";
import { cents, total } from "./figures";
import { chanceOfPayment, type PaymentHabits } from "./paymentHabits";
import { range, type Part } from "./range";
import type { Receipt } from "./receipt";

/** A month of the forecast; amounts with two decimals in its currency. */
export interface MonthForecast {
  /** `YYYY-MM`. The first is the rest of the present month. */
  month: string;
  /** The mean of what may come. */
  expected: number;
  /** Less than this comes in one case of fourteen (7 %), as the habits and the stages have it; likewise more than `high`. */
  low: number;
  high: number;
  fromInvoices: number;
  /** From invoices that repeating invoices will make. */
  fromRepeating: number;
  fromDeals: number;
  /** What would come if every customer paid on the due date. */
  asDue: number;
  /** What HubSpot's pipeline says: amount x probability of the deals that close in the month. */
  pipeline: number;
}

/** What is spread over the months: plain figures in the forecast's currency. */
export interface Expectations {
  receipts: readonly Receipt[];
  /** What the pipeline alone says of each deal, and when. */
  closing: readonly { date: CalendarDate; amount: number }[];
  habits: PaymentHabits;
  /** In the HubSpot account's time zone. */
  today: CalendarDate;
  months: number;
}

/** The first day behind the forecast. */
export function forecastEnd(today: CalendarDate, months: number): CalendarDate {
  return addMonths(`${today.slice(0, 7)}-01`, months);
}

/** Cash by month, each receipt when its customer is likely to pay. */
export function forecastMonths(expectations: Expectations): MonthForecast[] {
  const { today, months } = expectations;
  return Array.from({ length: months }, (_, index) => {
    const from = index === 0 ? today : forecastEnd(today, index);
    return monthForecast(expectations, from, forecastEnd(today, index + 1));
  });
}

function monthForecast(
  { receipts, closing, habits, today }: Expectations,
  from: CalendarDate,
  until: CalendarDate,
): MonthForecast {
  const parts = receipts.flatMap((receipt): Part[] => {
    const { due, contactId, notBefore } = receipt;
    const on = { on: due, contactId };
    const timing = chanceOfPayment(habits, on, from, until, notBefore);
    return timing > 0 ? [{ receipt, timing }] : [];
  });
  const isFirst = from === today;
  const inMonth = (date: CalendarDate) =>
    date < until && (date >= from || isFirst);
  const expected = (kind?: Receipt["kind"]) =>
    total(
      parts.map(({ receipt, timing }) =>
        kind === undefined || receipt.kind === kind
          ? receipt.amount * receipt.chance * timing
          : 0,
      ),
    );
  return {
    month: from.slice(0, 7),
    expected: cents(expected()),
    ...range(parts),
    fromInvoices: cents(expected("invoice")),
    fromRepeating: cents(expected("repeating")),
    fromDeals: cents(expected("deal")),
    asDue: cents(
      total(
        receipts.map(({ due, amount, chance }) =>
          inMonth(due) ? amount * chance : 0,
        ),
      ),
    ),
    pipeline: cents(
      total(closing.map(({ date, amount }) => (inMonth(date) ? amount : 0))),
    ),
  };
}
