import {
  dealBilling,
  writeDealBilling,
  type DealBilling,
} from "@hubspot-xero/shared/deal/dealBilling";
import { dealIdOf } from "@hubspot-xero/shared/deal/billingKey";
import { settledMark } from "@hubspot-xero/shared/deal/syncMark";
import { type CalendarDate } from "@hubspot-xero/shared/date/calendarDate";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import { dealBillingOutput } from "@hubspot-xero/shared/flows/updateDealBilling";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { checkId } from "@hubspot-xero/shared/transport/send";
import { attempt } from "./attempt";
import { todayIn } from "./todayIn";

/** An array aggregator wraps each of its rows. */
type Given = StoredInvoice | { invoice: StoredInvoice };

const invoiceOf = (given: Given): StoredInvoice =>
  (given as { invoice?: StoredInvoice }).invoice ?? (given as StoredInvoice);

/** What the module that created invoices left for the deal. */
interface Settled {
  /** The mark of a new invoice. */
  syncMark?: string;
  /** Of repeating invoices, with commas between them. */
  repeatingIds?: string;
  repeatingMark?: string;
  /** The deal that is written to, where the step names it. */
  dealId?: string;
}

/** The properties that a deal gets from its invoice, from several invoices of the same deal, or from repeating ones. */
export function dealProperties(
  given: Given | Given[] | undefined,
  timeZone: string,
  now: Date | string,
  { dealId, syncMark, repeatingIds, repeatingMark }: Settled = {},
) {
  return attempt(() => {
    checkId(dealId, "HubSpot");
    const today = todayIn(timeZone, now);
    const billing = billingOf([given ?? []].flat().map(invoiceOf), today);
    if (!billing && !(repeatingMark && dealId))
      throw validation(
        "Invoice data is empty. Map the invoice data of a Xero module of this app.",
      );
    return {
      invoiceId: billing?.leading.id,
      properties: {
        ...(billing && writeDealBilling(billing)),
        ...(syncMark && settledMark(syncMark)),
        ...(repeatingMark && {
          xero_repeating_invoice_id: repeatingIds,
          xero_repeating_mark: repeatingMark,
        }),
      },
      output: billing
        ? dealBillingOutput(billing)
        : { message: "The deal shows its repeating invoices." },
      billing,
    };
  });
}

function billingOf(
  invoices: readonly StoredInvoice[],
  today: CalendarDate,
): DealBilling | undefined {
  const [first, ...others] = invoices;
  if (!first?.id) return undefined;
  const deals = invoices.map(({ reference }) => dealIdOf(reference));
  if (new Set(deals).size > 1)
    throw validation(
      "Invoice data holds invoices of several deals. Group the array aggregator by deal, or map one invoice.",
    );
  return dealBilling([first, ...others], today);
}
