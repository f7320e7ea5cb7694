import { validation } from "../error/connectorError";
import { LONGEST_DESCRIPTION } from "../invoice/invoice";
import type { StoredInvoice, StoredLine } from "../invoice/readInvoice";
import { writeTracking } from "../invoice/writeInvoice";
import { plainAmount } from "../money/currency";
import { compare, toNumber, ZERO, type Decimal } from "../money/decimal";
import { truncate } from "../text/text";
import type { XeroCreditNote } from "../xero/wire";

/**
 * The lines that credit an amount of an invoice, tax included. The whole of it is credited line by line, as it was
 * billed; a part on one line, which needs one account and one tax rate. Credit notes know no discounts in Xero, so
 * lines go at their net amount. ItemCode stays out: whether one of a tracked-inventory item moves stock is not documented,
 * and neither form carries the quantities that would have to come back.
 * @throws ConnectorError `validation` when a part would have to be spread over several accounts or tax rates
 */
export function creditLines(
  invoice: StoredInvoice,
  amount: Decimal,
  description: string | undefined,
): Pick<XeroCreditNote, "LineAmountTypes" | "LineItems"> {
  const billed = invoice.lines.filter(({ lineAmount }) => lineAmount !== ZERO);
  if (compare(amount, invoice.total) === 0) {
    return {
      LineAmountTypes: invoice.lineAmountTypes,
      LineItems: billed.map((line) => ({
        Description: line.description,
        Quantity: 1,
        UnitAmount: toNumber(line.lineAmount),
        AccountCode: line.accountCode,
        TaxType: line.taxType,
        Tracking: line.tracking?.map(writeTracking),
      })),
    };
  }
  const [first, ...others] = billed;
  const isMixed = others.some(
    ({ accountCode, taxType }) =>
      accountCode !== first?.accountCode || taxType !== first?.taxType,
  );
  if (!first || isMixed) {
    const whole =
      compare(invoice.amountDue, invoice.total) === 0
        ? `Credit the whole ${plainAmount(invoice.total, invoice.currency)}, or make`
        : "Make";
    throw validation(
      `The lines of invoice ${invoice.number ?? invoice.id} have different accounts or tax rates, so ${plainAmount(amount, invoice.currency)} of it cannot be credited on one line. ${whole} the credit note in Xero.`,
    );
  }
  return {
    LineAmountTypes:
      invoice.lineAmountTypes === "NoTax" ? "NoTax" : "Inclusive",
    LineItems: [
      {
        Description: truncate(
          description ?? `Credit for invoice ${invoice.number ?? invoice.id}`,
          LONGEST_DESCRIPTION,
        ),
        Quantity: 1,
        UnitAmount: toNumber(amount),
        AccountCode: first.accountCode,
        TaxType: first.taxType,
        Tracking: commonTracking(first, others)?.map(writeTracking),
      },
    ],
  };
}

/** The tracking that every line has. */
function commonTracking(first: StoredLine, others: readonly StoredLine[]) {
  const common = first.tracking?.filter(({ categoryId, optionId }) =>
    others.every(({ tracking }) =>
      tracking?.some(
        (choice) =>
          choice.categoryId === categoryId && choice.optionId === optionId,
      ),
    ),
  );
  return common?.length ? common : undefined;
}
