import {
  liveInvoice,
  referenceFilter,
} from "@hubspot-xero/shared/invoice/byReference";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

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
  return attempt(() => {
    if (found) return { invoice: liveInvoice(found, reference, contactId) };
    throw new ConnectorError(
      "server",
      "Xero's answer about invoices holds no list. Run this scenario again: nothing is made twice.",
    );
  });
}
