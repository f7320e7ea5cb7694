import { moneyText } from "../money/currency";
import { toNumber } from "../money/decimal";
import type { CreatedInvoice } from "./createInvoice";
import { exchangeText } from "./exchangeText";
import { explainDifference, invoiceOutput, totalDifference } from "./output";

/** What `create_invoice` hands out, with a sentence that tells the story of the run. */
export function createdInvoiceOutput(result: CreatedInvoice) {
  const { outcome, invoice, predicted, contactOutcome, emailProblem } = result;
  const { baseCurrency } = result;
  const email = emailProblem ? ` It was not e-mailed: ${emailProblem}` : "";
  return {
    outcome,
    message: `${story(result)}${email}`,
    ...invoiceOutput(invoice, baseCurrency),
    difference: predicted
      ? toNumber(totalDifference(invoice, predicted))
      : undefined,
    contactOutcome,
  };
}

function story({
  invoice,
  predicted,
  existing,
  baseCurrency,
}: CreatedInvoice): string {
  if (predicted)
    return `Invoice ${invoice.number} over ${moneyText(invoice.total, invoice.currency)} was created.${exchangeText(invoice, baseCurrency)}${explainDifference(invoice, predicted)}`;
  return existing === "repetition"
    ? `An equal invoice, ${invoice.number}, was made a few minutes ago, and Xero takes this one for a repetition. To bill it twice, give it a reference of its own.`
    : `The contact has invoice ${invoice.number} with this reference already, so none was made.`;
}
