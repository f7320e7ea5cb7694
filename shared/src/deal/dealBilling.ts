import type { CalendarDate } from "../date/calendarDate";
import type { StoredInvoice } from "../invoice/readInvoice";
import { add, format, ZERO, type Decimal } from "../money/decimal";
import { billingState, type BillingState } from "./billingState";
import { stageEntryOf } from "./billingKey";

/** What a deal shows of its invoices. */
export interface DealBilling {
  /** The newest: its number, link and due date stand on the deal. */
  leading: StoredInvoice;
  /** The leading invoice's, unless another one is overdue. */
  state: BillingState;
  /** Sums over the invoices in the leading one's currency that are neither voided nor deleted. */
  total: Decimal;
  amountPaid: Decimal;
  amountDue: Decimal;
  amountCredited: Decimal;
  lastPaymentDate?: CalendarDate;
}

/**
 * Adds up the invoices of one deal, of which there are several when it is invoiced for each entry into a stage.
 * @param invoices at least one
 * @param today in the account's time zone
 */
export function dealBilling(
  invoices: readonly [StoredInvoice, ...StoredInvoice[]],
  today: CalendarDate,
): DealBilling {
  const live = invoices.filter(isLive);
  const leading = (live.length > 0 ? live : invoices).reduce((a, b) =>
    entryOf(b) >= entryOf(a) ? b : a,
  );
  const counted = live.filter(({ currency }) => currency === leading.currency);
  const sum = (figure: keyof typeof FIGURES) =>
    (counted.length > 0 ? counted : [leading])
      .map((invoice) => invoice[figure])
      .reduce(add, ZERO);
  const isOverdue = live.some(
    (invoice) => billingState(invoice, today) === "overdue",
  );
  return {
    leading,
    state: isOverdue ? "overdue" : billingState(leading, today),
    total: sum("total"),
    amountPaid: sum("amountPaid"),
    amountDue: sum("amountDue"),
    amountCredited: sum("amountCredited"),
    lastPaymentDate: invoices
      .flatMap(({ lastPaymentDate }) => lastPaymentDate ?? [])
      .sort()
      .at(-1),
  };
}

const FIGURES = {
  total: true,
  amountPaid: true,
  amountDue: true,
  amountCredited: true,
};

const isLive = ({ status }: StoredInvoice) =>
  status !== "VOIDED" && status !== "DELETED";

const entryOf = ({ reference }: StoredInvoice) => stageEntryOf(reference) ?? 0;

/** The deal's properties: amounts with two decimals in the leading invoice's currency, dates `YYYY-MM-DD`; an empty text clears. */
export function writeDealBilling(billing: DealBilling): Record<string, string> {
  const { leading } = billing;
  return {
    xero_invoice_id: leading.id,
    xero_invoice_number: leading.number ?? "",
    xero_invoice_status: billing.state,
    xero_invoice_url: leading.url,
    xero_invoice_total: format(billing.total),
    xero_amount_paid: format(billing.amountPaid),
    xero_amount_due: format(billing.amountDue),
    xero_amount_credited: format(billing.amountCredited),
    xero_due_date: leading.dueDate ?? "",
    xero_last_payment_date: billing.lastPaymentDate ?? "",
  };
}
