import { format, toNumber } from "../money/decimal";
import type { CreatedInvoice } from "./createInvoice";
import { explainDifference, invoiceOutput, totalDifference } from "./output";

/** What `create_invoice` hands out, with a sentence that tells the story of the run. */
export function createdInvoiceOutput(result: CreatedInvoice) {
  const { outcome, invoice, predicted, contactOutcome, emailProblem } = result;
  const story = predicted
    ? `Invoice ${invoice.number} over ${format(invoice.total)} ${invoice.currency} was created.${explainDifference(invoice, predicted)}`
    : `The contact has invoice ${invoice.number} with this reference already, so none was made.`;
  return {
    outcome,
    message: emailProblem
      ? `${story} It was not e-mailed: ${emailProblem}`
      : story,
    ...invoiceOutput(invoice),
    difference: predicted
      ? toNumber(totalDifference(invoice, predicted))
      : undefined,
    contactOutcome,
  };
}
