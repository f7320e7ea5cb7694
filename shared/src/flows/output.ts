import { moneyText, plainAmount } from "../money/currency";
import {
  compare,
  subtract,
  toNumber,
  ZERO,
  type Decimal,
} from "../money/decimal";
import { inBaseCurrency } from "../invoice/exchange";
import type { Totals } from "../invoice/invoice";
import type { StoredInvoice } from "../invoice/readInvoice";

/**
 * An invoice as the actions and searches hand it out: amounts are numbers in the invoice's currency, dates `YYYY-MM-DD`.
 * @param baseCurrency the organisation's own, where it is known without asking
 */
export function invoiceOutput(invoice: StoredInvoice, baseCurrency?: string) {
  const { currencyRate } = invoice;
  const inBase = inBaseCurrency(invoice.total, currencyRate, baseCurrency);
  return {
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    status: invoice.status,
    invoiceUrl: invoice.url,
    reference: invoice.reference,
    date: invoice.date,
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    subtotal: toNumber(invoice.subtotal),
    tax: toNumber(invoice.tax),
    total: toNumber(invoice.total),
    currencyRate: currencyRate && toNumber(currencyRate),
    baseCurrency,
    totalInBaseCurrency: inBase && toNumber(inBase),
    contactId: invoice.contactId,
    contactName: invoice.contactName,
    lineItems: invoice.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity && toNumber(line.quantity),
      unitPrice: line.unitPrice && toNumber(line.unitPrice),
      lineAmount: toNumber(line.lineAmount),
      taxAmount: toNumber(line.taxAmount),
      taxType: line.taxType,
      accountCode: line.accountCode,
      itemCode: line.itemCode,
    })),
  };
}

/** What Xero made of a document, beside what it was expected to make. */
type Answered = Pick<
  StoredInvoice,
  "subtotal" | "tax" | "total" | "currency" | "warnings"
>;

/** Xero's total less the predicted one; zero unless Xero decided something that the prediction did not know. */
export function totalDifference(
  invoice: Pick<Answered, "total">,
  predicted: Totals,
): Decimal {
  return subtract(invoice.total, predicted.total);
}

/** Xero's warnings, and the cause of a difference between its total and the predicted one, as sentences; empty where there are none. */
export function explainDifference(
  invoice: Answered,
  predicted: Totals,
): string {
  const difference = totalDifference(invoice, predicted);
  const warnings = invoice.warnings
    .map((text) => ` Xero says: ${text}`)
    .join("");
  if (difference === ZERO) return warnings;
  const { currency } = invoice;
  const text = (value: Decimal) => plainAmount(value, currency);
  const cause =
    compare(invoice.subtotal, predicted.subtotal) === 0
      ? `Xero charged ${text(invoice.tax)} tax where ${text(predicted.tax)} was expected, because the contact or the account has a tax rate of its own. Set the tax type in this step`
      : `Xero's line amounts add up to ${text(invoice.subtotal)} where ${text(predicted.subtotal)} was expected. Compare the lines with the deal's`;
  return `${warnings} Check this invoice: its total differs by ${moneyText(difference, currency)} from the expected one. ${cause}.`;
}
