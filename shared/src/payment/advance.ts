import { readXeroDate, readXeroInstant } from "../date/xeroDate";
import { readCurrencyRate } from "../invoice/exchange";
import { readAmount } from "../xero/readAmount";
import type { XeroOverpayment, XeroPrepayment } from "../xero/wire";
import type { Payment } from "./payment";

/** Reads a customer's overpayment; undefined for one to a supplier. */
export function readOverpayment(wire: XeroOverpayment): Payment | undefined {
  if (wire.Type !== "RECEIVE-OVERPAYMENT") return undefined;
  return readAdvance("overpayment", wire.OverpaymentID, wire);
}

/** Reads a customer's prepayment; undefined for one to a supplier. */
export function readPrepayment(wire: XeroPrepayment): Payment | undefined {
  if (wire.Type !== "RECEIVE-PREPAYMENT") return undefined;
  return readAdvance("prepayment", wire.PrepaymentID, wire);
}

/** The invoice is the one that it was first set against, if any. */
function readAdvance(
  kind: Payment["kind"],
  id: string | undefined,
  wire: XeroOverpayment & Pick<XeroPrepayment, "Reference">,
): Payment | undefined {
  if (!id || !wire.UpdatedDateUTC) return undefined;
  const invoice = wire.Allocations?.[0]?.Invoice;
  return {
    id,
    kind,
    reversed: wire.Status === "VOIDED",
    amount: readAmount(wire.Total),
    currency: wire.CurrencyCode,
    currencyRate: readCurrencyRate(wire.CurrencyRate),
    paidOn: wire.Date && readXeroDate(wire.Date),
    reference: wire.Reference || undefined,
    invoiceId: invoice?.InvoiceID,
    invoiceNumber: invoice?.InvoiceNumber,
    contactId: wire.Contact?.ContactID,
    customerName: wire.Contact?.Name,
    updatedAt: readXeroInstant(wire.UpdatedDateUTC),
  };
}
