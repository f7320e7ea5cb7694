import { moneyText } from "../money/currency";
import { add, toNumber, ZERO, type Decimal } from "../money/decimal";
import type { StoredInvoice } from "../invoice/readInvoice";
import type { DealsInvoiceResult } from "./createInvoicesFromDeals";
import { dealInvoiceOutput } from "./dealInvoiceOutput";
import { isRefused, type DealAccount } from "./dealLedger";
import { MORE_IN_STAGE } from "./stageDeals";

/** What `create_invoices_from_deals` hands out: how many deals came to what, and a row for each. */
export function dealsInvoiceOutput({ accounts, more }: DealsInvoiceResult) {
  const invoices = accounts.map(row);
  const count = (outcome: (typeof invoices)[number]["outcome"]) =>
    invoices.filter((invoice) => invoice.outcome === outcome).length;
  const counts = {
    created: count("created"),
    alreadyInvoiced: count("already_invoiced"),
    recovered: count("recovered"),
    refused: count("refused"),
    failed: count("failed"),
  };
  const totals = totalsByCurrency(accounts);
  return {
    message: tell(counts, totals, more),
    ...counts,
    totals,
    more,
    invoices,
  };
}

function row(account: DealAccount) {
  const { dealId, deal } = account;
  const common = { dealId, dealName: deal?.name, dealUrl: deal?.url };
  if ("error" in account) {
    const { error, invoice } = account;
    return {
      ...common,
      outcome: isRefused(account) ? ("refused" as const) : ("failed" as const),
      ...(invoice && figures(invoice)),
      sentence: error.message,
    };
  }
  const { outcome } = account.result;
  const {
    message,
    invoiceId,
    invoiceNumber,
    invoiceUrl,
    total,
    currency,
    ...output
  } = dealInvoiceOutput(account.result);
  return {
    ...common,
    outcome,
    invoiceId,
    invoiceNumber,
    invoiceUrl,
    total,
    currency,
    ...("contactName" in output && {
      currencyRate: output.currencyRate,
      totalInBaseCurrency: output.totalInBaseCurrency,
      contactName: output.contactName,
    }),
    sentence: message,
  };
}

function figures({
  id,
  number,
  url,
  total,
  currency,
  contactName,
}: StoredInvoice) {
  return {
    invoiceId: id,
    invoiceNumber: number,
    invoiceUrl: url,
    total: toNumber(total),
    currency,
    contactName,
  };
}

/** Of the invoices that this run created: `1200.00 EUR, 5400.00 GBP`; empty where it created none. */
function totalsByCurrency(accounts: readonly DealAccount[]): string {
  const sums = new Map<string, Decimal>();
  for (const account of accounts) {
    if ("error" in account || account.result.outcome !== "created") continue;
    const { currency = "", total } = account.result.invoice;
    sums.set(currency, add(sums.get(currency) ?? ZERO, total));
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => moneyText(sum, currency))
    .join(", ");
}

function tell(
  counts: Record<
    "created" | "alreadyInvoiced" | "recovered" | "refused" | "failed",
    number
  >,
  totals: string,
  more: boolean,
): string {
  const over = totals && ` over ${totals}`;
  const parts = [
    `${counts.created} created${over}`,
    counts.recovered && `${counts.recovered} of an earlier run found`,
    counts.alreadyInvoiced && `${counts.alreadyInvoiced} deals invoiced before`,
    counts.refused && `${counts.refused} refused`,
    counts.failed && `${counts.failed} failed, to be tried again`,
  ].filter(Boolean);
  const rest = more ? ` ${MORE_IN_STAGE}` : "";
  return `Invoices: ${parts.join("; ")}.${rest}`;
}
