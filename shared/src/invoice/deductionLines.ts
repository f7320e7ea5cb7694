import type { Deal } from "../deal/deal";
import { validation } from "../error/connectorError";
import { moneyText } from "../money/currency";
import { compare, subtract, sum, ZERO, type Decimal } from "../money/decimal";
import type { InvoiceLine } from "./invoice";
import type { InvoicePlan } from "./planInvoice";
import { predictLineAmount } from "./predictTotals";
import type { StoredInvoice, StoredLine } from "./readInvoice";

/**
 * Takes a deposit off, line by line as Xero has it: what a bookkeeper changed on it is taken off as changed.
 * @throws ConnectorError `validation` where the deposit cannot be taken off this invoice
 */
export function deductionLines(
  { invoice }: Pick<InvoicePlan, "invoice">,
  { name, currency }: Deal,
  deposit: StoredInvoice,
): InvoiceLine[] {
  const number = deposit.number ?? deposit.id;
  const refuse = (reason: string) =>
    validation(`Deal "${name}": the deposit ${number} ${reason}`);
  if (deposit.currency !== currency)
    throw refuse(
      `is in ${deposit.currency ?? "no currency"}, the deal in ${currency}. Give the deal the deposit's currency in HubSpot, or make the balance in Xero.`,
    );
  if (deposit.lineAmountTypes !== invoice.lineAmountTypes)
    throw refuse(
      `has prices ${IN_WORDS[deposit.lineAmountTypes]}, this step ${IN_WORDS[invoice.lineAmountTypes]}. Choose the deposit's under Prices Are.`,
    );
  if (deposit.isCreditNoted)
    throw refuse(
      "was credited by a credit note, so it is not plain what is left of it. Make the balance in Xero, or void the deposit and bill the whole deal.",
    );
  const worth = sum(invoice.lines.map(predictLineAmount));
  const billed = sum(deposit.lines.map(({ lineAmount }) => lineAmount));
  if (compare(billed, worth) > 0)
    throw refuse(
      `bills ${moneyText(billed, currency)}, more than the ${moneyText(worth, currency)} that the deal bills now. Correct the deal's lines in HubSpot, or credit the deposit in Xero.`,
    );
  return deposit.lines
    .filter(({ lineAmount }) => lineAmount !== ZERO)
    .map((line) => deduction(line, number));
}

const IN_WORDS = {
  Exclusive: "without tax",
  Inclusive: "with tax",
  NoTax: "free of tax",
};

function deduction(line: StoredLine, number: string): InvoiceLine {
  const { accountCode, taxType, tracking, lineAmount } = line;
  return {
    description: `Less deposit ${number}`,
    quantity: "1" as Decimal,
    unitPrice: subtract(ZERO, lineAmount),
    accountCode,
    taxType,
    tracking,
  };
}
