import { currencyDecimals, moneyText, plainAmount } from "../money/currency";
import { round, toNumber, ZERO } from "../money/decimal";
import { xeroStatus } from "../deal/billingState";
import type { Deal } from "../deal/deal";
import type { DealInvoiceResult } from "./createInvoiceFromDeal";
import { exchangeText } from "./exchangeText";
import { explainDifference, invoiceOutput, totalDifference } from "./output";

/** What `create_invoice_from_deal` hands out, with a sentence that tells the story of the run. */
export function dealInvoiceOutput(result: DealInvoiceResult) {
  const { deal, outcome } = result;
  const common = { outcome, dealId: deal.id, dealUrl: deal.url };
  const rates = dealRates(deal);
  if (outcome === "already_invoiced") {
    const { invoiceId, invoiceNumber, status, url, total, dueDate, mark } =
      deal.billing;
    return {
      ...common,
      message: `Deal "${deal.name}" has invoice ${invoiceNumber ?? invoiceId} already, so none was made. To invoice it again, void that invoice in Xero and clear "Xero invoice ID" on the deal.`,
      invoiceId,
      invoiceNumber,
      status: status && xeroStatus(status),
      reference: mark?.reference,
      invoiceUrl: url,
      dueDate,
      currency: deal.currency,
      total: total === undefined ? undefined : Number(total),
      ...rates,
      lineItems: [],
    };
  }
  const { invoice, emailProblem } = result;
  const email = emailProblem ? ` It was not e-mailed: ${emailProblem}` : "";
  if (outcome === "recovered") {
    return {
      ...common,
      message: `An earlier run had created invoice ${invoice.number} for deal "${deal.name}", so none was made.${email}`,
      ...invoiceOutput(invoice),
      ...rates,
    };
  }
  const { plan, contact } = result;
  const { predicted, rounding } = plan;
  const roundingNote =
    rounding === ZERO
      ? ""
      : ` A rounding line of ${plainAmount(rounding, deal.currency)} makes it equal to the deal.`;
  const untaxed = plan.linesWithoutTax;
  const untaxedNote = untaxed
    ? ` ${untaxed === 1 ? "One line has" : `${untaxed} lines have`} no account and so no tax yet: complete the draft in Xero, or choose an account in this step.`
    : "";
  return {
    ...common,
    message: `Invoice ${invoice.number} over ${moneyText(invoice.total, invoice.currency)} was created for deal "${deal.name}".${exchangeText(invoice, plan.baseCurrency, deal)}${roundingNote}${untaxedNote}${explainDifference(invoice, predicted)}${email}`,
    ...invoiceOutput(invoice, plan.baseCurrency),
    ...rates,
    difference: toNumber(totalDifference(invoice, predicted)),
    contactOutcome: contact.outcome,
  };
}

/** What HubSpot makes of the deal's own amount; its rate runs the other way than Xero's. */
function dealRates(deal: Deal) {
  const { amount, exchangeRate, amountInCompanyCurrency: inCompany } = deal;
  return {
    dealAmount: amount && toNumber(amount),
    dealExchangeRate: exchangeRate && toNumber(exchangeRate),
    companyCurrency: deal.companyCurrency,
    dealAmountInCompanyCurrency:
      inCompany &&
      toNumber(round(inCompany, currencyDecimals(deal.companyCurrency))),
  };
}
