import { ConnectorError } from "../error/connectorError";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";

/**
 * The sales invoice of an id or a number, from Xero.
 * @throws ConnectorError `notFound` where there is none, or it is a bill
 */
export async function salesInvoice(
  { xero }: Pick<Context, "xero">,
  idOrNumber: string,
): Promise<StoredInvoice> {
  const wire = await xero.findInvoiceById(idOrNumber);
  if (wire) return readInvoice(wire);
  throw new ConnectorError(
    "notFound",
    `Xero has no sales invoice ${idOrNumber}. Check the ID and the organisation; bills cannot be used here.`,
    { vendor: "xero" },
  );
}
