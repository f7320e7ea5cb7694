import type { Instant } from "../date/calendarDate";
import { dealIdOf } from "../deal/billingKey";
import type { StoredInvoice } from "../invoice/readInvoice";
import { toNumber } from "../money/decimal";
import { paymentEventId, readPayment, type Payment } from "../payment/payment";
import type { XeroClient } from "../xero/client";
import type { XeroPayment } from "../xero/wire";
import type { Cache } from "../transport/cache";
import { pollChanges } from "./changedSince";
import { describeOnce } from "./describeOnce";
import { readInvoices } from "./invoiceSnapshots";

/** Xero's largest page. */
const PAGE_SIZE = 1000;

type PollContext = { xero: XeroClient; cache: Cache; now: Instant };
export type PaymentEvent = ReturnType<typeof paymentOutput>;

/**
 * Payments on sales invoices that landed or were reversed since the last poll, newest first, each with its invoice
 * as it stands now and the deal it came from. One request when nothing happened, one more for up to 50 invoices.
 */
export function listPayments(
  context: PollContext,
  { pageSize = PAGE_SIZE, populate = false } = {},
): Promise<PaymentEvent[]> {
  const { xero } = context;
  return pollChanges(context, {
    name: `payments-${xero.tenantId}`,
    pageSize,
    populate,
    list: (since, page) => xero.changedPayments({ since, page, pageSize }),
    describe: (wires) => describe(context, wires),
  });
}

/** The newest payments of all time, for an editor's sample. */
export async function samplePayments(
  context: PollContext,
  limit: number,
): Promise<PaymentEvent[]> {
  const newest = await context.xero.newestPayments(limit);
  return describe(context, newest.reverse());
}

async function describe(
  context: PollContext,
  wires: readonly XeroPayment[],
): Promise<PaymentEvent[]> {
  const payments = wires.flatMap((wire) => readPayment(wire) ?? []);
  // Of a payment that was read twice while it changed, the later reading counts.
  const latest = new Map(
    payments.map((payment) => [paymentEventId(payment), payment]),
  );
  const name = `payments-${context.xero.tenantId}`;
  return describeOnce(context.cache, name, latest, async (fresh) => {
    const found = [...fresh.values()];
    const ids = found.map(({ invoiceId }) => invoiceId);
    const invoices = await readInvoices(context, ids);
    return found.map((payment) =>
      paymentOutput(payment, invoices.get(payment.invoiceId)),
    );
  });
}

/** A payment as the trigger hands it out: amounts are numbers in the invoice's currency, dates `YYYY-MM-DD`. */
function paymentOutput(payment: Payment, invoice: StoredInvoice | undefined) {
  return {
    id: paymentEventId(payment),
    paymentId: payment.id,
    kind: "payment",
    reversed: payment.reversed,
    amount: toNumber(payment.amount),
    currency: invoice?.currency,
    paidOn: payment.paidOn,
    reference: payment.reference,
    batchPaymentId: payment.batchPaymentId,
    invoiceId: payment.invoiceId,
    invoiceNumber: invoice?.number,
    invoiceReference: invoice?.reference,
    invoiceStatus: invoice?.status,
    invoiceTotal: invoice && toNumber(invoice.total),
    amountPaid: invoice && toNumber(invoice.amountPaid),
    amountDue: invoice && toNumber(invoice.amountDue),
    customerName: invoice?.contactName,
    contactId: invoice?.contactId,
    dealId: dealIdOf(invoice?.reference),
    dealUrl: dealIdOf(invoice?.reference) && invoice?.sourceUrl,
    updatedAt: payment.updatedAt,
  };
}
