import { ConnectorError } from "../error/connectorError";
import { checkElement } from "../xero/refusal";
import type { XeroInvoice } from "../xero/wire";

/**
 * The invoice of a reference among what Xero answered to a batch: the order and the number of the elements are nothing
 * to rely on.
 * @param record what the invoice is for, as the user knows it
 * @throws ConnectorError Xero's refusal, or `server` where the answer does not say what became of it
 */
export function createdInvoice(
  elements: readonly XeroInvoice[],
  reference: string,
  record: string,
): XeroInvoice {
  const own = elements.filter(({ Reference }) => Reference === reference);
  let refusal: unknown;
  for (const element of own) {
    try {
      checkElement(element, record);
      if (element.InvoiceID) return element;
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal ?? untold(record);
}

/** What became of a record of a batch is not in the answer. */
export function untold(record: string): ConnectorError {
  return new ConnectorError(
    "server",
    `Xero did not say what became of ${record}. Run this step again: nothing is made twice.`,
    { vendor: "xero" },
  );
}
