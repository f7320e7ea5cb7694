import type { Deal } from "../deal/deal";
import { format, sum, toNumber } from "../money/decimal";
import { rhythmText } from "../repeating/rhythm";
import type { StoredRepeatingInvoice } from "../repeating/repeatingInvoice";
import type {
  MadeRepeatingInvoice,
  RepeatingResult,
} from "./createRepeatingFromDeal";
import { dealInvoiceOutput } from "./dealInvoiceOutput";
import type { EndedRepeating } from "./endRepeatingInvoices";
import { explainDifference, totalDifference } from "./output";

/** What `create_repeating_invoice_from_deal` hands out, with a sentence that tells the story of the run. */
export function repeatingResultOutput(result: RepeatingResult) {
  const { deal, outcome, repeating } = result;
  const common = {
    outcome,
    dealId: deal.id,
    dealUrl: deal.url,
    repeatingInvoices: repeating.map(repeatingOutput),
  };
  if (outcome === "already_there")
    return {
      ...common,
      message: result.isEnded
        ? endedBefore(deal.name, repeating.length)
        : `Deal "${deal.name}" has its repeating invoices in Xero already, so none was made. After a change of its lines, run End Repeating Invoices and bill a new deal.`,
    };
  const { contact, invoice } = result;
  const made = invoice && dealInvoiceOutput(invoice);
  return {
    ...made,
    ...common,
    message: [
      outcome === "created"
        ? `Deal "${deal.name}" is billed ${repeating.map(inWords).join(", and ")}.`
        : `An earlier run had made the repeating invoices of deal "${deal.name}", so none was made.`,
      ...repeating.flatMap(differenceOf),
      ...(made ? [made.message] : []),
      ...(result.isInvoicedOnce ? [invoicedOnce(deal)] : []),
    ].join(" "),
    contactId: contact.contactId,
    contactOutcome: contact.outcome,
  };
}

function invoicedOnce({ billing }: Deal): string {
  return `Its one-time lines were not invoiced again, because the deal has invoice ${billing.invoiceNumber ?? billing.invoiceId}. Bill one-time lines that were added since on a deal of their own.`;
}

/** @param running how many an ending that broke off has left */
function endedBefore(deal: string, running: number): string {
  if (running === 0)
    return `The repeating invoices of deal "${deal}" were ended, so none was made. For new ones, make a new deal, or clear "Xero repeating invoice mark" on this one.`;
  return `The repeating invoices of deal "${deal}" are to be ended, so none was made, but ${counted(running, "repeating invoice").toLowerCase()} still ${running === 1 ? "bills" : "bill"} in Xero. Run End Repeating Invoices again.`;
}

/** What `end_repeating_invoices` hands out. */
export function endedRepeatingOutput({
  outcome,
  deal,
  ended,
  billed,
}: Omit<EndedRepeating, "deal"> & {
  deal: Pick<Deal, "id" | "name" | "url" | "currency">;
}) {
  const currency = billed[0]?.currency ?? ended[0]?.currency ?? deal.currency;
  const total = sum(billed.map((invoice) => invoice.total));
  const it = ended.length === 1 ? "it" : "them";
  const soFar =
    billed.length === 0
      ? `No invoice had come of ${it}.`
      : `${counted(billed.length, "invoice")} over ${format(total)} ${currency} had come of ${it} and ${billed.length === 1 ? "stays" : "stay"}.`;
  return {
    outcome,
    dealId: deal.id,
    dealUrl: deal.url,
    message: {
      none: `Deal "${deal.name}" has no repeating invoices, so none was ended.`,
      already_ended: `The repeating invoices of deal "${deal.name}" had been ended already. ${soFar}`,
      ended: `${counted(ended.length, "repeating invoice")} of deal "${deal.name}" ${ended.length === 1 ? "was" : "were"} ended. ${soFar}`,
    }[outcome],
    repeatingInvoices: ended.map(repeatingOutput),
    billedCount: billed.length,
    billedTotal: toNumber(total),
    currency,
  };
}

/** A repeating invoice: amounts are numbers in its currency, dates `YYYY-MM-DD`. */
function repeatingOutput(repeating: MadeRepeatingInvoice) {
  const { predicted } = repeating;
  return {
    id: repeating.id,
    reference: repeating.reference,
    status: repeating.status,
    rhythm: rhythmText(repeating),
    startDate: repeating.start,
    endDate: repeating.end,
    nextDate: repeating.next,
    currency: repeating.currency,
    total: toNumber(repeating.total),
    difference: predicted && toNumber(totalDifference(repeating, predicted)),
    lineCount: repeating.lineCount,
  };
}

function inWords(repeating: StoredRepeatingInvoice): string {
  const { total, currency, start, end } = repeating;
  const until = end ? ` until ${end}` : "";
  return `${format(total)} ${currency} ${rhythmText(repeating)} from ${start}${until}`;
}

function differenceOf(repeating: MadeRepeatingInvoice): string[] {
  const { predicted, reference } = repeating;
  const difference = predicted && explainDifference(repeating, predicted);
  return difference ? [`${reference}:${difference}`] : [];
}

function counted(count: number, noun: string): string {
  return count === 1 ? `One ${noun}` : `${count} ${noun}s`;
}
