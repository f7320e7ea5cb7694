import { ConnectorError } from "../error/connectorError";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { XeroInvoice } from "../xero/wire";
import type { Context } from "./context";

/**
 * The sales invoice of an id or a number, from Xero.
 * @throws ConnectorError `notFound` where there is none, or it is a bill
 */
export async function salesInvoice(
  { xero }: Pick<Context, "xero">,
  idOrNumber: string,
): Promise<StoredInvoice> {
  return readSalesInvoice(await xero.findInvoiceById(idOrNumber), idOrNumber);
}

/** @throws ConnectorError `notFound` where nothing was found, or a bill */
export function readSalesInvoice(
  found: XeroInvoice | undefined,
  idOrNumber: string,
): StoredInvoice {
  if (found?.Type === "ACCREC") return readInvoice(found);
  throw new ConnectorError(
    "notFound",
    `Xero has no sales invoice ${idOrNumber}. Check the ID and the organisation; bills cannot be used here.`,
    { vendor: "xero" },
  );
}
