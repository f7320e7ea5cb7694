import { dealIdOf, repeatingPart } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import {
  readRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "../repeating/repeatingInvoice";
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
  return wires
    .map(readRepeatingInvoice)
    .filter(
      ({ reference, status }) =>
        status !== "DELETED" && dealIdOf(reference) === id,
    );
}
