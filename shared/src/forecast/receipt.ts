import type { LineItem } from "../deal/lineItem";
import { paymentDates } from "../deal/paymentDates";
import type { CalendarDate } from "../date/calendarDate";
import { dueDate, type DueRule } from "../invoice/dueDate";
import { add, sum, toNumber, ZERO, type Decimal } from "../money/decimal";

/** Money that may come. Amounts are estimates in the forecast's currency, so plain numbers do. */
export interface Receipt {
  kind: "invoice" | "repeating" | "deal";
  /** The invoice or the deal; the receipts of one deal come or fail together. */
  source: string;
  amount: number;
  /** Nobody pays before this day: that of its invoice, or today of an invoice that is still open. */
  notBefore: CalendarDate;
  /** When it is due, whoever pays how late. */
  due: CalendarDate;
  /** Xero's contact, whose habits count. */
  contactId?: string | undefined;
  /** That it comes at all, 0 to 1. */
  chance: number;
}

/** A line, as far as a forecast needs it. */
export type ForecastLine = Pick<LineItem, "name" | "netAmount" | "recurring">;

/** An open deal, as far as its money is concerned. */
export interface OpenDeal {
  id: string;
  name: string;
  /** In the deal's currency; what a deal without lines brings, and what the pipeline counts. */
  amount?: Decimal | undefined;
  /** What one unit of the deal's currency is worth in the forecast's. */
  rate: number;
  /** HubSpot's probability of the deal's stage, 0 to 1. */
  probability: number;
  closeDate: CalendarDate;
  contactId?: string | undefined;
  lines: readonly ForecastLine[];
}

/** What is still to be paid of an approved or drafted sales invoice. */
export interface OpenInvoice {
  id: string;
  amountDue: Decimal;
  /** What one unit of the invoice's currency is worth in the forecast's. */
  rate: number;
  dueDate: CalendarDate;
  contactId?: string | undefined;
}

/** How deals that are won will be invoiced. */
export interface BillingTerms {
  dueInDays: number;
  dueRule: DueRule;
  /** Added to the net figures of deals. */
  taxPercent: number;
}

export function invoiceReceipt(
  invoice: OpenInvoice,
  today: CalendarDate,
): Receipt {
  return {
    kind: "invoice",
    source: invoice.id,
    amount: toNumber(invoice.amountDue) * invoice.rate,
    notBefore: today,
    due: invoice.dueDate,
    contactId: invoice.contactId,
    chance: 1,
  };
}

/**
 * What a deal brings if it is won on its close date, or today where that is past: its one-time lines at once, its
 * recurring ones payment by payment, in each case by the terms of their invoices. A line that takes something off
 * lessens what is billed on its day; a day on which nothing is left brings nothing.
 * @param until the first day of no interest: endless schedules stop there
 * @throws ConnectorError `validation` for a recurring line whose schedule cannot be read
 */
export function dealReceipts(
  deal: OpenDeal,
  terms: BillingTerms,
  today: CalendarDate,
  until: CalendarDate,
): Receipt[] {
  const won = latest(deal.closeDate, today);
  return [...billedByDay(deal, won, until)]
    .map(([billedOn, net]) => ({
      kind: "deal" as const,
      source: deal.id,
      amount: toNumber(net) * deal.rate * (1 + terms.taxPercent / 100),
      notBefore: billedOn,
      due: dueDate(billedOn, terms.dueInDays, terms.dueRule),
      contactId: deal.contactId,
      chance: deal.probability,
    }))
    .filter(({ amount }) => amount > 0);
}

function billedByDay(
  { name, amount, lines }: OpenDeal,
  won: CalendarDate,
  until: CalendarDate,
): Map<CalendarDate, Decimal> {
  const days = new Map<CalendarDate, Decimal>();
  const bill = (day: CalendarDate, net: Decimal) =>
    days.set(day, add(days.get(day) ?? ZERO, net));
  if (lines.length === 0) bill(won, amount ?? ZERO);
  for (const line of lines)
    for (const day of line.recurring
      ? paymentDates(line, name, won, until)
      : [won])
      bill(day, line.netAmount);
  return days;
}

/** What the pipeline alone says of a deal: its whole amount, weighted, when it closes. */
export function pipelineAmount({ amount, rate, probability, lines }: OpenDeal) {
  const whole = amount ?? sum(lines.map(({ netAmount }) => netAmount));
  return toNumber(whole) * rate * probability;
}

const latest = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b);
