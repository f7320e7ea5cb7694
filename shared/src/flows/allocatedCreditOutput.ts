import { creditName, typeName } from "../allocation/credit";
import { invoiceName, nothingLeft } from "../allocation/planAllocation";
import { dealIdOf } from "../deal/billingKey";
import { format, toNumber, ZERO } from "../money/decimal";
import type { AllocatedCredit } from "./allocateCredit";

/** What the action hands out: amounts are numbers in the invoice's currency, dates `YYYY-MM-DD`. */
export function allocatedCreditOutput(result: AllocatedCredit) {
  const { outcome, allocation, credit, invoice } = result;
  const dealId = dealIdOf(invoice.reference);
  return {
    outcome,
    message: messageOf(result),
    amount: toNumber(allocation?.amount ?? ZERO),
    currency: invoice.currency,
    date: allocation?.date,
    creditType: credit.type,
    creditId: credit.id,
    creditNumber: credit.number,
    creditStatus: credit.status,
    creditTotal: toNumber(credit.total),
    creditRemaining: toNumber(credit.remaining),
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    invoiceUrl: invoice.url,
    invoiceStatus: invoice.status,
    invoiceTotal: toNumber(invoice.total),
    amountPaid: toNumber(invoice.amountPaid),
    amountCredited: toNumber(invoice.amountCredited),
    amountDue: toNumber(invoice.amountDue),
    contactId: invoice.contactId,
    customerName: invoice.contactName,
    dealId,
    dealUrl: dealId && invoice.sourceUrl,
  };
}

function messageOf({ outcome, allocation, credit, invoice }: AllocatedCredit) {
  if (!allocation) return nothingLeft(credit, invoice);
  const part = `${format(allocation.amount)} ${invoice.currency} of ${creditName(credit)}`;
  const left = `${format(credit.remaining)} is left of the ${typeName(credit.type)}, and ${format(invoice.amountDue)} of the invoice is due.`;
  return outcome === "allocated"
    ? `${part} was set against ${invoiceName(invoice)}: ${left}`
    : `${part} stood against ${invoiceName(invoice)} already, so nothing was done: ${left}`;
}
