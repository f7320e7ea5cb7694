import { attemptKey } from "@hubspot-xero/shared/deal/syncMark";
import type { Billing } from "./dealForBilling";

/** Xero's Idempotency-Key for the invoice of a deal: that of its batch, where it was begun in one. */
export function invoiceKey(organisationId: string, { begun }: Billing): string {
  return attemptKey(organisationId, begun);
}
