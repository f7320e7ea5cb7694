import type { LineItem } from "../deal/lineItem";
import { paymentDates } from "../deal/paymentDates";
import type { CalendarDate } from "../date/calendarDate";
import { dueDate, type DueRule } from "../invoice/dueDate";
import { sum, toNumber, type Decimal } from "../money/decimal";

/** Money that may come. Amounts are estimates in the forecast's currency, so plain numbers do. */
export interface Receipt {
  kind: "invoice" | "deal";
  /** The invoice or the deal; the receipts of one deal come or fail together. */
  source: string;
  amount: number;
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

export function invoiceReceipt(invoice: OpenInvoice): Receipt {
  return {
    kind: "invoice",
    source: invoice.id,
    amount: toNumber(invoice.amountDue) * invoice.rate,
    due: invoice.dueDate,
    contactId: invoice.contactId,
    chance: 1,
  };
}

/**
 * What a deal brings if it is won on its close date, or today where that is past: its one-time lines at once, its
 * recurring ones payment by payment, in each case by the terms of their invoices.
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
  const receipt = (net: number, billedOn: CalendarDate): Receipt => ({
    kind: "deal",
    source: deal.id,
    amount: net * deal.rate * (1 + terms.taxPercent / 100),
    due: dueDate(billedOn, terms.dueInDays, terms.dueRule),
    contactId: deal.contactId,
    chance: deal.probability,
  });
  const oneTime = oneTimeAmount(deal);
  return [
    ...(oneTime > 0 ? [receipt(oneTime, won)] : []),
    ...deal.lines
      .filter(({ recurring }) => recurring)
      .flatMap((line) =>
        paymentDates(line, deal.name, won, until).map((date) =>
          receipt(toNumber(line.netAmount), date),
        ),
      ),
  ];
}

/** What the pipeline alone says of a deal: its whole amount, weighted, when it closes. */
export function pipelineAmount({ amount, rate, probability, lines }: OpenDeal) {
  const whole = amount ?? sum(lines.map(({ netAmount }) => netAmount));
  return toNumber(whole) * rate * probability;
}

function oneTimeAmount({ amount, lines }: OpenDeal): number {
  if (lines.length === 0) return amount ? toNumber(amount) : 0;
  return toNumber(
    sum(lines.flatMap((line) => (line.recurring ? [] : line.netAmount))),
  );
}

const latest = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b);
