import type { CalendarDate } from "../date/calendarDate";
import type { StoredInvoice } from "../invoice/readInvoice";
import { plainAmount } from "../money/currency";
import { add, compare, ZERO, type Decimal } from "../money/decimal";
import { billingState, type BillingState } from "./billingState";
import { isRepeatingReference, partOf, stageEntryOf } from "./billingKey";

/** What a deal shows of its invoices. */
export interface DealBilling {
  /** The newest: its number, link and due date stand on the deal. */
  leading: StoredInvoice;
  /** Overdue when one of them is, else the leading invoice's; once that is approved, the sums decide what is paid. */
  state: BillingState;
  /** Sums over the invoices in the leading one's currency that are neither voided nor deleted. */
  total: Decimal;
  amountPaid: Decimal;
  amountDue: Decimal;
  amountCredited: Decimal;
  lastPaymentDate?: CalendarDate;
}

/**
 * Adds up the invoices of one deal, of which there are several when it is invoiced for each entry into a stage, or in parts.
 * @param invoices at least one
 * @param today in the account's time zone
 */
export function dealBilling(
  invoices: readonly [StoredInvoice, ...StoredInvoice[]],
  today: CalendarDate,
): DealBilling {
  const live = invoices.filter(isLive);
  const leading = (live.length > 0 ? live : invoices).reduce((a, b) =>
    newness(b) > newness(a) ? b : a,
  );
  const sameCurrency = live.filter(
    ({ currency }) => currency === leading.currency,
  );
  const counted = sameCurrency.length > 0 ? sameCurrency : [leading];
  const sum = (figure: Figure) =>
    counted.map((invoice) => invoice[figure]).reduce(add, ZERO);
  const sums: Sums = {
    total: sum("total"),
    amountPaid: sum("amountPaid"),
    amountDue: sum("amountDue"),
    amountCredited: sum("amountCredited"),
  };
  const isOverdue = live.some(
    (invoice) => billingState(invoice, today) === "overdue",
  );
  return {
    leading,
    state: isOverdue
      ? "overdue"
      : billingState(
          counted.length > 1 ? together(leading, sums) : leading,
          today,
        ),
    ...sums,
    lastPaymentDate: invoices
      .flatMap(({ lastPaymentDate }) => lastPaymentDate ?? [])
      .sort()
      .at(-1),
  };
}

type Figure = "total" | "amountPaid" | "amountDue" | "amountCredited";
type Sums = Record<Figure, Decimal>;

/** Several invoices as though they were one: approved until nothing is due of any. */
function together({ status }: StoredInvoice, sums: Sums) {
  const isApproved = status === "AUTHORISED" || status === "PAID";
  const isSettled = compare(sums.amountDue, ZERO) === 0;
  return {
    ...sums,
    status: isApproved ? (isSettled ? "PAID" : "AUTHORISED") : status,
  };
}

export const isLive = ({ status }: StoredInvoice) =>
  status !== "VOIDED" && status !== "DELETED";

/**
 * Later by text for a later stage entry, for the balance after the deposit, and for what a schedule billed beside one
 * invoice of the deal; else by date and number.
 */
const newness = ({ reference, date = "", number = "" }: StoredInvoice) => {
  const rank =
    stageEntryOf(reference) ??
    (isRepeatingReference(reference) || partOf(reference) === "balance"
      ? 1
      : 0);
  return `${String(rank).padStart(12, "0")} ${date} ${number}`;
};

/** The deal's properties: amounts with the currency's decimals in the leading invoice's currency, dates `YYYY-MM-DD`; an empty text clears. */
export function writeDealBilling(billing: DealBilling): Record<string, string> {
  const { leading } = billing;
  const amount = (value: Decimal) => plainAmount(value, leading.currency);
  return {
    xero_invoice_id: leading.id,
    xero_invoice_number: leading.number ?? "",
    xero_invoice_status: billing.state,
    xero_invoice_url: leading.url,
    xero_invoice_total: amount(billing.total),
    xero_amount_paid: amount(billing.amountPaid),
    xero_amount_due: amount(billing.amountDue),
    xero_amount_credited: amount(billing.amountCredited),
    xero_due_date: leading.dueDate ?? "",
    xero_last_payment_date: billing.lastPaymentDate ?? "",
  };
}
