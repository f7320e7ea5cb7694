import { ConnectorError } from "../error/connectorError";
import { checkEmailable } from "../invoice/checkEmailable";
import type { StoredInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";

/**
 * Sends an invoice by e-mail unless Xero has sent it already.
 * @returns why it was not sent; the invoice stands all the same, so this is no error
 */
export async function emailOnce(
  { xero }: Pick<Context, "xero">,
  invoice: StoredInvoice,
): Promise<string | undefined> {
  if (invoice.sentToContact) return undefined;
  try {
    checkEmailable(invoice);
    await xero.emailInvoice(invoice.id, `the e-mail of ${invoice.number}`);
    return undefined;
  } catch (error) {
    if (error instanceof ConnectorError) return error.message;
    throw error;
  }
}
