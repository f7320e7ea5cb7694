import { isSalesCredit, readCredit } from "../allocation/credit";
import type { XeroCredit, XeroOverpayment, XeroPrepayment } from "../xero/wire";
import type { Payment } from "./payment";

/** Reads a customer's overpayment; undefined for one to a supplier. */
export function readOverpayment(wire: XeroOverpayment): Payment | undefined {
  return readAdvance("overpayment", wire);
}

/** Reads a customer's prepayment; undefined for one to a supplier. */
export function readPrepayment(wire: XeroPrepayment): Payment | undefined {
  return readAdvance("prepayment", wire);
}

/** The invoice is the one that it was first set against, if any. */
function readAdvance(
  kind: "overpayment" | "prepayment",
  wire: XeroCredit,
): Payment | undefined {
  if (!isSalesCredit(kind, wire)) return undefined;
  const { id, updatedAt, ...credit } = readCredit(kind, wire);
  if (!id || !updatedAt) return undefined;
  const [first] = credit.allocations;
  return {
    id,
    kind,
    reversed: credit.status === "VOIDED",
    amount: credit.total,
    currency: credit.currency,
    paidOn: credit.date,
    reference: wire.Reference || undefined,
    invoiceId: first?.invoiceId,
    invoiceNumber: first?.invoiceNumber,
    contactId: credit.contactId,
    customerName: credit.customerName,
    updatedAt,
  };
}
