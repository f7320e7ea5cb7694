import type { Deal } from "../deal/deal";
import { ConnectorError } from "../error/connectorError";
import type { StoredInvoice } from "../invoice/readInvoice";

/** The same error, saying which deal it stopped. */
export function forDeal(
  error: unknown,
  deal: Pick<Deal, "name">,
  preface = `Deal "${deal.name}" was not invoiced.`,
): unknown {
  if (!(error instanceof ConnectorError)) return error;
  const { kind, message, ...details } = error;
  return new ConnectorError(kind, `${preface} ${message}`, {
    ...details,
    cause: error,
  });
}

/** What to say first where an invoice was made and its deal could not be told. */
export function notShown({ number }: Pick<StoredInvoice, "number">): string {
  return `Invoice ${number} stands in Xero, but the deal could not be updated; the next run finds the invoice and updates the deal.`;
}
