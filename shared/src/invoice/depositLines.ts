import type { Deal } from "../deal/deal";
import { validation } from "../error/connectorError";
import { currencyDecimals, moneyText } from "../money/currency";
import {
  add,
  compare,
  divide,
  multiply,
  percentOf,
  round,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from "../money/decimal";
import { truncate } from "../text/text";
import type { XeroSettings } from "../xero/settings";
import { LONGEST_DESCRIPTION, type InvoiceLine } from "./invoice";
import type { DealInvoiceOptions } from "./options";
import type { InvoicePlan } from "./planInvoice";
import { predictLineAmount } from "./predictTotals";

/** The lines of a whole invoice that share an account and a tax rate, added up. */
interface Group {
  line: InvoiceLine;
  net: Decimal;
}

/**
 * One line for each account and tax rate, which bears its share of the deposit. The shares are cut at the rounded sums of
 * those before, so that they add up to the deposit and none exceeds what is billed at its rate.
 * @throws ConnectorError `validation` where the step names no share, or none between nothing and all
 */
export function depositLines(
  { invoice }: Pick<InvoicePlan, "invoice">,
  deal: Deal,
  options: DealInvoiceOptions,
  { taxRates }: XeroSettings,
): InvoiceLine[] {
  const decimals = Math.min(2, currencyDecimals(deal.currency));
  const groups = groupsOf(invoice.lines);
  const worth = sum(groups.map(({ net }) => net));
  const deposit = depositOf(worth, decimals, deal, options);
  const share = options.depositPercent ? ` of ${options.depositPercent}%` : "";
  let before = ZERO;
  let cut = ZERO;
  return groups.flatMap(({ line, net }) => {
    before = add(before, net);
    const upTo = divide(multiply(deposit, before), worth, decimals);
    const amount = subtract(upTo, cut);
    cut = upTo;
    if (amount === ZERO) return [];
    const { accountCode, taxType, tracking } = line;
    const rate =
      groups.length > 1 && taxType
        ? ` (${taxRates[taxType]?.name ?? taxType})`
        : "";
    return {
      description: `${truncate(`Deposit${share} for ${deal.name}`, LONGEST_DESCRIPTION - rate.length)}${rate}`,
      quantity: "1" as Decimal,
      unitPrice: amount,
      accountCode,
      taxType,
      tracking,
    };
  });
}

/** A rounding line that takes something off is no part of the deal that a deposit could be asked for. */
function groupsOf(lines: readonly InvoiceLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const key = `${line.accountCode ?? ""}|${line.taxType ?? ""}`;
    const found = groups.get(key);
    const net = add(found?.net ?? ZERO, predictLineAmount(line));
    groups.set(key, { line: found?.line ?? line, net });
  }
  return [...groups.values()].filter(({ net }) => compare(net, ZERO) > 0);
}

function depositOf(
  worth: Decimal,
  decimals: number,
  { name, currency }: Deal,
  { depositPercent: percent, depositAmount: amount }: DealInvoiceOptions,
): Decimal {
  if ((percent === undefined) === (amount === undefined))
    throw validation(
      `Deal "${name}" is to be billed a deposit, but Deposit Percent and Deposit Amount are ${percent ? "both filled in. Leave one of them empty." : "both empty. Fill in one of them."}`,
    );
  const deposit =
    percent === undefined
      ? (amount ?? ZERO)
      : round(percentOf(worth, percent), decimals);
  if (compare(deposit, round(deposit, decimals)) !== 0)
    throw validation(
      `Deal "${name}": Deposit Amount ${deposit} has more decimals than ${currency} can be billed in. Use at most ${decimals}.`,
    );
  if (compare(deposit, ZERO) > 0 && compare(deposit, worth) < 0) return deposit;
  throw validation(
    `Deal "${name}": a deposit of ${moneyText(deposit, currency)} is not between nothing and the ${moneyText(worth, currency)} that the deal bills. Correct Deposit Percent or Deposit Amount.`,
  );
}
