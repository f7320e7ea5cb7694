import { addMonths, type CalendarDate } from "../date/calendarDate";
import { chanceOfPayment, type PaymentHabits } from "./paymentHabits";
import {
  dealReceipts,
  invoiceReceipt,
  pipelineAmount,
  type BillingTerms,
  type OpenDeal,
  type OpenInvoice,
  type Receipt,
} from "./receipt";
import { repeatingReceipts, type RunningSchedule } from "./repeatingReceipts";
import {
  emptySpread,
  outcomesOf,
  quantile,
  withOutcomes,
  type Outcome,
} from "./spread";

/** A month of the forecast; amounts with two decimals in its currency. */
export interface MonthForecast {
  /** `YYYY-MM`. The first is the rest of the present month. */
  month: string;
  /** The mean of what may come. */
  expected: number;
  /** Less than this comes in one case of ten, as the habits and the stages have it; likewise more than `high`. */
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

const [LOW, HIGH] = [0.07, 0.93];

/**
 * Cash by month: what open invoices and open deals bring, each when its customer is likely to pay. The range is that of
 * the sum of independent amounts; that several customers may pay late for one reason is not in it.
 */
export function forecastRevenue(input: ForecastInput): MonthForecast[] {
  const { deals, invoices, repeating = [], terms, today, months } = input;
  const firstDay = (index: number) =>
    `${addMonths(`${today.slice(0, 7)}-01`, index)}`;
  const end = firstDay(months);
  const receipts = [
    ...invoices.map((invoice) => invoiceReceipt(invoice, today)),
    ...repeating.flatMap((schedule) => repeatingReceipts(schedule, today, end)),
    ...deals.flatMap((deal) => dealReceipts(deal, terms, today, end)),
  ];
  return Array.from({ length: months }, (_, index) => {
    const from = index === 0 ? today : firstDay(index);
    return monthForecast(input, receipts, from, firstDay(index + 1));
  });
}

/** A receipt as it falls into one month. */
interface Part {
  receipt: Receipt;
  /** That it comes in this month, if it comes at all. */
  timing: number;
}

function monthForecast(
  { deals, habits, today }: ForecastInput,
  receipts: readonly Receipt[],
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
      total(
        deals.map((deal) =>
          inMonth(deal.closeDate) ? pipelineAmount(deal) : 0,
        ),
      ),
    ),
  };
}

/** The middle four fifths of what the month may bring. */
function range(parts: readonly Part[]): { low: number; high: number } {
  const most = total(parts.map(({ receipt }) => receipt.amount));
  const spread = bySource(parts).reduce(
    (sum, together) => withOutcomes(sum, outcomesTogether(together)),
    emptySpread(most),
  );
  return {
    low: cents(quantile(spread, LOW)),
    high: cents(quantile(spread, HIGH)),
  };
}

/** A deal is won or lost as a whole; if won, each of its payments comes in this month or does not. */
function outcomesTogether(parts: readonly [Part, ...Part[]]): Outcome[] {
  const { chance } = parts[0].receipt;
  const most = total(parts.map(({ receipt }) => receipt.amount));
  const won =
    parts.length === 1
      ? outcomes(parts[0])
      : outcomesOf(
          parts.reduce(
            (sum, part) => withOutcomes(sum, outcomes(part)),
            emptySpread(most),
          ),
        );
  return [
    { amount: 0, chance: 1 - chance },
    ...won.map((outcome) => ({ ...outcome, chance: outcome.chance * chance })),
  ];
}

const outcomes = ({ receipt: { amount }, timing }: Part): Outcome[] => [
  { amount, chance: timing },
  { amount: 0, chance: 1 - timing },
];

function bySource(parts: readonly Part[]): [Part, ...Part[]][] {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const { kind, source } = part.receipt;
    const group = groups.get(`${kind} ${source}`);
    if (group) group.push(part);
    else groups.set(`${kind} ${source}`, [part]);
  }
  return [...groups.values()];
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
/** An estimate needs no exact arithmetic, only a tidy figure. */
const cents = (value: number) => Math.round(value * 100) / 100;
