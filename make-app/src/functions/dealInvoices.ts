import { validation } from "@hubspot-xero/shared/error/connectorError";
import {
  billedInvoices,
  dealPart,
  readInvoicesOfDeal,
} from "@hubspot-xero/shared/flows/dealInvoices";
import { referencePartFilter } from "@hubspot-xero/shared/invoice/byReference";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { readList } from "./readList";
import type { RepeatingDeal } from "./repeatingDeal";

/** The filter that finds whatever names a deal in its reference. */
export function dealInvoicesFilter(dealId: string): string {
  return referencePartFilter(dealPart(dealId));
}

/** What stands against the step itself; nothing is sent before. */
export function dealInvoicesWanted(repeating: RepeatingDeal | undefined) {
  return attempt(() => {
    if (repeating?.deal) return { dealId: repeating.deal.id };
    throw validation(
      'Repeating data is empty. Map the repeating data of the module "Search deals", and let only deals pass that have some.',
    );
  });
}

/** The invoices that bill a deal with repeating invoices, for `Update a deal`; no invoice data where there is none yet. */
export function dealInvoices(
  { deal, ids, mark }: RepeatingDeal,
  found: readonly XeroInvoice[] | undefined,
) {
  return attempt(() => {
    const billed = billedInvoices(
      readInvoicesOfDeal(deal.id, readList(found, "the invoices of the deal")),
      { repeatingIds: ids, mark },
    );
    return {
      dealId: deal.id,
      dealUrl: deal.url,
      invoiceCount: billed.length,
      ...(billed.length > 0 && {
        invoice: billed.map((invoice) => ({ ...invoice, lines: [] })),
      }),
    };
  });
}
