import {
  liveInvoice,
  referenceFilter,
} from "@hubspot-xero/shared/invoice/byReference";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { readList } from "./readList";

/** The filter that finds the invoices of a reference. */
export function invoiceFilter(reference: string, contactId?: string): string {
  return referenceFilter(reference, contactId);
}

/** The live invoice of a reference among those found; an answer without a list is never taken for "there is none". */
export function invoiceOfReference(
  found: readonly XeroInvoice[] | undefined,
  reference: string,
  contactId?: string,
) {
  return attempt(() => ({
    invoice: liveInvoice(readList(found, "invoices"), reference, contactId),
  }));
}
