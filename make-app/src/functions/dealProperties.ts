import {
  dealBilling,
  writeDealBilling,
} from "@hubspot-xero/shared/deal/dealBilling";
import { dealIdOf } from "@hubspot-xero/shared/deal/billingKey";
import { settledMark } from "@hubspot-xero/shared/deal/syncMark";
import { dateInZone } from "@hubspot-xero/shared/date/calendarDate";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import { dealBillingOutput } from "@hubspot-xero/shared/flows/updateDealBilling";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { checkId } from "@hubspot-xero/shared/transport/send";
import { attempt } from "./attempt";

/** An array aggregator wraps each of its rows. */
type Given = StoredInvoice | { invoice: StoredInvoice };

const invoiceOf = (given: Given): StoredInvoice =>
  (given as { invoice?: StoredInvoice }).invoice ?? (given as StoredInvoice);

/**
 * The properties that a deal gets from its invoice, or from several invoices of the same deal.
 * @param mark left on the deal with a new invoice
 * @param dealId the deal that they are written to, where the step names it
 */
export function dealProperties(
  given: Given | Given[] | undefined,
  timeZone: string,
  now: Date | string,
  mark?: string,
  dealId?: string,
) {
  return attempt(() => {
    checkId(dealId, "HubSpot");
    const [first, ...others] = [given ?? []].flat().map(invoiceOf);
    if (!first?.id)
      throw validation(
        "Invoice data is empty. Map the invoice data of a Xero module of this app.",
      );
    const deals = [first, ...others].map(({ reference }) =>
      dealIdOf(reference),
    );
    if (new Set(deals).size > 1)
      throw validation(
        "Invoice data holds invoices of several deals. Group the array aggregator by deal, or map one invoice.",
      );
    const today = dateInZone(new Date(now).toISOString(), timeZone);
    const billing = dealBilling([first, ...others], today);
    return {
      invoiceId: billing.leading.id,
      properties: {
        ...writeDealBilling(billing),
        ...(mark && settledMark(mark)),
      },
      output: dealBillingOutput(billing),
      billing,
    };
  });
}
