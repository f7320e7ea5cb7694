import type { Instant } from "../date/calendarDate";
import { dealIdOf } from "../deal/billingKey";
import { inBaseCurrency } from "../invoice/exchange";
import type { StoredInvoice } from "../invoice/readInvoice";
import { toNumber } from "../money/decimal";
import { readOverpayment, readPrepayment } from "../payment/advance";
import { paymentEventId, readPayment, type Payment } from "../payment/payment";
import type { Cache } from "../transport/cache";
import type { XeroClient } from "../xero/client";
import type { ChangesPage } from "../xero/call";
import { pollChanges } from "./changedSince";
import { describeOnce } from "./describeOnce";
import { readInvoices } from "./invoiceSnapshots";

/** Xero's largest page. */
const PAGE_SIZE = 1000;

type PollContext = { xero: XeroClient; cache: Cache; now: Instant };
export type PaymentEvent = ReturnType<typeof paymentOutput>;

export interface PaymentsWanted {
  /** Over- and prepayments too, at one request each for a poll that finds none. */
  advances?: boolean;
  pageSize?: number;
  /** Note what was there before a Zap, and leave the place of the polls as it is. */
  populate?: boolean;
}

/**
 * Money from customers that landed or was reversed since the last poll, newest first, each with its invoice as it
 * stands now and the deal it came from. One request when nothing happened, one more for up to 50 invoices.
 */
export async function listPayments(
  context: PollContext,
  { advances = false, pageSize = PAGE_SIZE, populate }: PaymentsWanted = {},
): Promise<PaymentEvent[]> {
  const lists: PaymentEvent[][] = [];
  for (const source of sources(context.xero, advances))
    lists.push(await source.poll(context, pageSize, populate));
  return newestFirst(lists);
}

/** The newest payments of all time, for an editor's sample. */
export async function samplePayments(
  context: PollContext,
  limit: number,
  { advances = false }: PaymentsWanted = {},
): Promise<PaymentEvent[]> {
  const lists = await Promise.all(
    sources(context.xero, advances).map((source) =>
      source.sample(context, limit),
    ),
  );
  return newestFirst(lists).slice(0, limit);
}

/** Each list is newest first; events of one instant keep their order. */
function newestFirst(lists: PaymentEvent[][]): PaymentEvent[] {
  if (lists.length === 1) return lists[0]!;
  return lists
    .flat()
    .sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
}

function sources(xero: XeroClient, advances: boolean) {
  const payments = source(
    "payments",
    readPayment,
    xero.changedPayments,
    xero.newestPayments,
  );
  if (!advances) return [payments];
  return [
    payments,
    source(
      "overpayments",
      readOverpayment,
      xero.changedOverpayments,
      xero.newestOverpayments,
    ),
    source(
      "prepayments",
      readPrepayment,
      xero.changedPrepayments,
      xero.newestPrepayments,
    ),
  ];
}

/** Where a kind of money comes from; a type of its own for each wire. */
function source<Wire extends { UpdatedDateUTC?: string }>(
  kind: string,
  read: (wire: Wire) => Payment | undefined,
  changed: (page: ChangesPage) => Promise<Wire[]>,
  newest: (limit: number) => Promise<Wire[]>,
) {
  const byEvent = (wires: Wire[]) =>
    // Of a payment that was read twice while it changed, the later reading counts.
    new Map(
      wires
        .flatMap((wire) => read(wire) ?? [])
        .map((payment) => [paymentEventId(payment), payment]),
    );
  const describeWires = (context: PollContext, wires: Wire[]) =>
    describe(context, `${kind}-${context.xero.tenantId}`, byEvent(wires));
  /** Only the ids matter of what was there before. */
  const note = (wires: Wire[]) =>
    [...byEvent(wires).values()]
      .map((payment) => paymentOutput(payment, undefined))
      .reverse();
  return {
    poll: (context: PollContext, pageSize: number, populate?: boolean) =>
      pollChanges(context, {
        name: `${kind}-${context.xero.tenantId}`,
        pageSize,
        populate,
        list: (since, page) => changed({ since, page, pageSize }),
        describe: async (wires) =>
          populate ? note(wires) : describeWires(context, wires),
      }),
    sample: async (context: PollContext, limit: number) =>
      describeWires(context, (await newest(limit)).reverse()),
  };
}

function describe(
  context: PollContext,
  name: string,
  latest: ReadonlyMap<string, Payment>,
): Promise<PaymentEvent[]> {
  return describeOnce(context.cache, name, latest, async (fresh) => {
    const found = [...fresh.values()];
    const ids = found.flatMap(({ invoiceId }) => invoiceId ?? []);
    const invoices = await readInvoices(context, ids);
    return found.map((payment) =>
      paymentOutput(payment, invoices.get(payment.invoiceId ?? "")),
    );
  });
}

/** What a payment itself tells: amounts are numbers in its currency, dates `YYYY-MM-DD`. */
export function moneyOutput(payment: Payment) {
  const inBase = inBaseCurrency(payment.amount, payment.currencyRate);
  return {
    id: paymentEventId(payment),
    paymentId: payment.id,
    kind: payment.kind,
    reversed: payment.reversed,
    amount: toNumber(payment.amount),
    currency: payment.currency,
    currencyRate: payment.currencyRate && toNumber(payment.currencyRate),
    amountInBaseCurrency: inBase && toNumber(inBase),
    paidOn: payment.paidOn,
    reference: payment.reference,
    batchPaymentId: payment.batchPaymentId,
    invoiceId: payment.invoiceId,
    invoiceNumber: payment.invoiceNumber,
    customerName: payment.customerName,
    contactId: payment.contactId,
    updatedAt: payment.updatedAt,
  };
}

/** A payment as the trigger hands it out, with its invoice and its deal. */
function paymentOutput(payment: Payment, invoice: StoredInvoice | undefined) {
  const money = moneyOutput(payment);
  const dealId = dealIdOf(invoice?.reference);
  return {
    ...money,
    currency: money.currency ?? invoice?.currency,
    invoiceNumber: invoice?.number ?? money.invoiceNumber,
    invoiceReference: invoice?.reference,
    invoiceStatus: invoice?.status,
    invoiceTotal: invoice && toNumber(invoice.total),
    amountPaid: invoice && toNumber(invoice.amountPaid),
    amountDue: invoice && toNumber(invoice.amountDue),
    customerName: invoice?.contactName ?? money.customerName,
    contactId: invoice?.contactId ?? money.contactId,
    dealId,
    dealUrl: dealId && invoice?.sourceUrl,
  };
}
