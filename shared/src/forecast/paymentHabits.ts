import { daysBetween, type CalendarDate } from "../date/calendarDate";
import { total } from "./figures";

/** An invoice that was paid: when it was due and when the last payment came. */
export interface PaidInvoice {
  contactId: string;
  dueDate: CalendarDate;
  paidOn: CalendarDate;
}

/** How late customers pay, in days behind the due date; negative is early. Plain data, so that it can be kept. */
export interface PaymentHabits {
  /** How many paid invoices it rests on. */
  invoices: number;
  /** Over all invoices. */
  mean: number;
  /** By Xero contact: its own mean, drawn towards that of all where there is little history. */
  customers: Record<string, number>;
  /** How far single payments lay from what their customer's other payments let expect; ascending. */
  deviations: number[];
}

/** One invoice that lay about for a year says little of the next one. */
const [EARLIEST, LATEST] = [-60, 120];
/** As many invoices of a customer's own weigh as much as those of all others, where the history cannot tell. */
const USUAL_WEIGHT = 5;
/** One invoice in fifty is paid long after any habit, or the habits would rule out what is merely rare. */
const STRAGGLERS = 0.02;
/** Half of these come in so many days; of what is left then, half in twice as many: old debts are paid ever less. */
const STRAGGLER_DAYS = 60;
/** How late three more invoices count as paid, so that one or two do not pass for certainty. */
const SUPPOSED = [0, 7, 30];
const MOST_DEVIATIONS = 200;

/**
 * What the payment history says. A customer's mean is shrunk by empirical Bayes: `(n x own + k x all) / (n + k)`, where
 * k is the variance within customers over that between them. Deviations are measured from the mean that the
 * customer's other invoices give, so that they hold what a forecast does not know as well.
 */
export function paymentHabits(paid: readonly PaidInvoice[]): PaymentHabits {
  const days = paid.map(({ contactId, dueDate, paidOn }) => ({
    contactId,
    late: Math.min(Math.max(daysBetween(dueDate, paidOn), EARLIEST), LATEST),
  }));
  const all = mean(days.map(({ late }) => late));
  const groups = byContact(days);
  const weight = weightOfAll([...groups.values()]);
  const shrunk = (total: number, count: number) =>
    (total + weight * all) / (count + weight);
  return {
    invoices: days.length,
    mean: all,
    customers: Object.fromEntries(
      [...groups].map(([contactId, late]) => [
        contactId,
        shrunk(total(late), late.length),
      ]),
    ),
    deviations: quantiles([
      ...SUPPOSED.map((late) => late - all),
      ...[...groups.values()].flatMap((late) =>
        late.map((one) => one - shrunk(total(late) - one, late.length - 1)),
      ),
    ]),
  };
}

/**
 * The chance that what is due falls into `[from, until)`.
 * @param unpaidOn a day on which it is still unpaid, or its invoice not even written: what lies behind that day is ruled
 *   out
 */
export function chanceOfPayment(
  habits: PaymentHabits,
  due: { on: CalendarDate; contactId?: string | undefined },
  from: CalendarDate,
  until: CalendarDate,
  unpaidOn?: CalendarDate,
): number {
  const late = habits.customers[due.contactId ?? ""] ?? habits.mean;
  const open = (date: CalendarDate) =>
    chanceOpen(habits.deviations, daysBetween(due.on, date) - late);
  const known = unpaidOn ? open(unpaidOn) : 1;
  const start = unpaidOn && from < unpaidOn ? unpaidOn : from;
  return start < until ? (open(start) - open(until)) / known : 0;
}

/** The chance that a payment comes so many days or more after its customer's habit; never quite zero. */
function chanceOpen(deviations: readonly number[], days: number): number {
  const count = deviations.length;
  const usual = count
    ? (count - below(deviations, days)) / count
    : Number(days <= 0);
  const straggler = 1 / (1 + Math.max(days, 0) / STRAGGLER_DAYS);
  return (1 - STRAGGLERS) * usual + STRAGGLERS * straggler;
}

/** How many of the values, which ascend, are smaller. */
function below(values: readonly number[], than: number): number {
  let [from, until] = [0, values.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if (values[middle]! < than) from = middle + 1;
    else until = middle;
  }
  return from;
}

function byContact(
  days: readonly { contactId: string; late: number }[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { contactId, late } of days) {
    const group = groups.get(contactId);
    if (group) group.push(late);
    else groups.set(contactId, [late]);
  }
  return groups;
}

/** Variance within customers over that between them, kept within what a few invoices can tell. */
function weightOfAll(groups: readonly number[][]): number {
  const within = groups.filter(({ length }) => length > 1);
  const freedom = total(within.map(({ length }) => length - 1));
  if (within.length < 2) return USUAL_WEIGHT;
  const varianceWithin =
    total(within.map((late) => squares(late, mean(late)))) / freedom;
  const means = within.map(mean);
  const varianceOfMeans = squares(means, mean(means)) / (means.length - 1);
  const between =
    varianceOfMeans -
    varianceWithin * mean(within.map(({ length }) => 1 / length));
  if (between <= 0) return 20;
  return Math.min(Math.max(varianceWithin / between, 0.5), 20);
}

const mean = (values: readonly number[]) =>
  values.length ? total(values) / values.length : 0;
const squares = (values: readonly number[], around: number) =>
  total(values.map((value) => (value - around) ** 2));

/** Ascending; of many, two hundred that stand for all. */
function quantiles(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  if (sorted.length <= MOST_DEVIATIONS) return sorted;
  return Array.from(
    { length: MOST_DEVIATIONS },
    (_, index) =>
      sorted[Math.floor(((index + 0.5) * sorted.length) / MOST_DEVIATIONS)]!,
  );
}
