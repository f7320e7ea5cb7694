import { repeatingPart } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import type { StoredRepeatingInvoice } from "../repeating/repeatingInvoice";
import { standingOf } from "../repeating/standing";
import type { Context } from "./context";

/** The repeating invoices in Xero that carry a deal's key and have not been ended; one request. */
export async function repeatingOfDeal(
  { xero }: Pick<Context, "xero">,
  { id, name }: Pick<Deal, "id" | "name">,
): Promise<StoredRepeatingInvoice[]> {
  const wires = await xero.repeatingInvoicesByReferencePart(
    repeatingPart(id),
    `the repeating invoices of deal "${name}"`,
  );
  return standingOf(id, wires);
}
