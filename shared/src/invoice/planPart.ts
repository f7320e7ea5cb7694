import type { DealPart } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import { add, ZERO, type Decimal } from "../money/decimal";
import type { XeroSettings } from "../xero/settings";
import { deductionLines } from "./deductionLines";
import { depositLines } from "./depositLines";
import type { InvoiceLine } from "./invoice";
import type { DealInvoiceOptions } from "./options";
import { predictInvoice, type InvoicePlan } from "./planInvoice";
import type { StoredInvoice } from "./readInvoice";
import { roundingLines, shortOfUnit } from "./roundingLine";

/**
 * The invoice of a part of a deal. The deposit bills a share of each account and tax rate; the balance bills every line
 * and takes off the lines of the deposit as Xero has them. Xero rounds tax line by line, so what the deposit adds to
 * each tax rate the balance takes off to the cent, and both together are the whole.
 * @param whole the invoice of the whole deal
 * @param deposit the deposit's invoice, for the balance
 * @throws ConnectorError `validation` where the share or the deposit cannot be used
 */
export function planPart(
  whole: InvoicePlan,
  part: DealPart,
  deal: Deal,
  options: DealInvoiceOptions,
  settings: XeroSettings,
  deposit?: StoredInvoice,
): InvoicePlan {
  const lines =
    part === "deposit"
      ? depositLines(whole, deal, options, settings)
      : [
          ...whole.invoice.lines,
          ...(deposit ? deductionLines(whole, deal, deposit) : []),
        ];
  const level = (rounding: Decimal) => {
    const added = roundingLines(rounding, options, settings);
    const invoice = { ...whole.invoice, lines: [...lines, ...added] };
    const predicted = predictInvoice(invoice, `Deal "${deal.name}"`, settings);
    return { invoice, predicted, rounding };
  };
  const first = level(ZERO);
  const fraction = shortOfUnit(first.predicted.total, deal, options);
  const { invoice, predicted, rounding } =
    fraction === ZERO ? first : level(fraction);
  return {
    ...whole,
    invoice,
    predicted,
    rounding: part === "balance" ? add(whole.rounding, rounding) : rounding,
    linesWithoutTax: whole.linesWithoutTax && untaxed(invoice.lines),
  };
}

const untaxed = (lines: readonly InvoiceLine[]) =>
  lines.filter(({ accountCode, taxType }) => !accountCode && !taxType).length;
