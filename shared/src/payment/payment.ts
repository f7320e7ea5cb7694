import type { CalendarDate, Instant } from "../date/calendarDate";
import { readXeroDate, readXeroInstant } from "../date/xeroDate";
import { readCurrencyRate } from "../invoice/exchange";
import type { Decimal } from "../money/decimal";
import { readAmount } from "../xero/readAmount";
import type { XeroPayment } from "../xero/wire";

/**
 * Money that came in from a customer: on a sales invoice, whole or in part, alone or with a batch; more than was due
 * (overpayment); or in advance (prepayment). Or its reversal.
 */
export interface Payment {
  id: string;
  kind: "payment" | "overpayment" | "prepayment";
  /** It was deleted or voided in Xero: what it had paid is open again. */
  reversed: boolean;
  /** In the invoice's currency, or that of the over- or prepayment. */
  amount: Decimal;
  currency?: string;
  /** Of the day it came in: units of the currency for one unit of the base currency. */
  currencyRate?: Decimal;
  paidOn?: CalendarDate;
  reference?: string;
  batchPaymentId?: string;
  /** Absent while an over- or prepayment is not set against an invoice. */
  invoiceId?: string;
  invoiceNumber?: string;
  contactId?: string;
  customerName?: string;
  updatedAt: Instant;
}

/** Reads a payment on a sales invoice; undefined for money that goes out, refunds, and payments of anything else. */
export function readPayment(wire: XeroPayment): Payment | undefined {
  const { PaymentID, Invoice, UpdatedDateUTC } = wire;
  if (wire.PaymentType !== "ACCRECPAYMENT") return undefined;
  if (!PaymentID || !Invoice?.InvoiceID || !UpdatedDateUTC) return undefined;
  return {
    id: PaymentID,
    kind: "payment",
    reversed: wire.Status === "DELETED",
    amount: readAmount(wire.Amount),
    paidOn: wire.Date && readXeroDate(wire.Date),
    reference: wire.Reference || undefined,
    batchPaymentId: wire.BatchPaymentID ?? wire.BatchPayment?.BatchPaymentID,
    currency: Invoice.CurrencyCode,
    currencyRate: readCurrencyRate(wire.CurrencyRate),
    invoiceId: Invoice.InvoiceID,
    invoiceNumber: Invoice.InvoiceNumber,
    contactId: Invoice.Contact?.ContactID,
    customerName: Invoice.Contact?.Name,
    updatedAt: readXeroInstant(UpdatedDateUTC),
  };
}

/** A payment is one event and its reversal another; a change of its reference or its reconciliation is none. */
export function paymentEventId({ id, reversed }: Payment): string {
  return reversed ? `${id}:reversed` : id;
}
