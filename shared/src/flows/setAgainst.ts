import { withAllocation, writeAllocation } from "../allocation/allocate";
import {
  typeName,
  type NewAllocation,
  type Credit,
} from "../allocation/credit";
import type { Context } from "./context";
import { dropSnapshot } from "./invoiceSnapshots";

/**
 * Sets a part of a credit against an invoice: one call.
 * @param key what makes Xero answer a repeat from its cache; without one, Xero refuses what exceeds the amounts left
 */
export async function setAgainst<C extends Credit>(
  context: Pick<Context, "xero" | "cache">,
  credit: C,
  allocation: NewAllocation,
  key?: string,
): Promise<C> {
  const { invoiceId, invoiceNumber } = allocation;
  const name = credit.number ?? credit.id;
  try {
    await context.xero.allocate(
      credit,
      writeAllocation(allocation),
      `${typeName(credit.type)} ${name} on ${invoiceNumber ?? invoiceId}`,
      key,
    );
  } finally {
    // Also where the answer was lost: a step that updates the deal next must not go by older figures.
    await dropSnapshot(context, invoiceId);
  }
  return withAllocation(credit, allocation);
}
