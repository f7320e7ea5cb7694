import {
  dealIdOf,
  isRepeatingReference,
} from "@hubspot-xero/shared/deal/billingKey";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import {
  billedBySchedule,
  readInvoicesOfDeal,
} from "@hubspot-xero/shared/flows/dealInvoices";
import { endedRepeatingOutput } from "@hubspot-xero/shared/flows/repeatingOutput";
import {
  readRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "@hubspot-xero/shared/repeating/repeatingInvoice";
import type {
  XeroInvoice,
  XeroRepeatingInvoice,
} from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { readList } from "./readList";
import type { RepeatingDeal } from "./repeatingDeal";

/** How many requests that end a repeating invoice the module has. */
export const MOST_ENDS = 10;

/** What stands against the step itself; nothing is sent before. */
export function endWanted(repeating: RepeatingDeal | undefined) {
  return attempt(() => {
    if (repeating?.deal) return { dealId: repeating.deal.id };
    throw validation(
      'Repeating data is empty. Map the repeating data of the module "End billing of a deal", and let only deals pass that have some.',
    );
  });
}

/**
 * The deal's repeating invoices that have not been ended, by its key and by the ids on it: somebody may have changed a
 * reference in Xero.
 */
export function runningRepeating(
  { deal, ids }: RepeatingDeal,
  found: readonly XeroRepeatingInvoice[] | undefined,
) {
  return attempt((): { running: StoredRepeatingInvoice[] } => {
    const running = readList(found, "repeating invoices")
      .map(readRepeatingInvoice)
      .filter(({ status }) => status !== "DELETED")
      .filter(
        ({ id, reference }) =>
          ids.includes(id) ||
          (isRepeatingReference(reference) && dealIdOf(reference) === deal.id),
      );
    if (running.length <= MOST_ENDS) return { running };
    throw validation(
      `Deal "${deal.name}" has ${running.length} repeating invoices in Xero, and this module ends ${MOST_ENDS}. End the others in Xero first (Invoices > Repeating).`,
    );
  });
}

/** What the module hands out: what it ended, and what all schedules of the deal billed. */
export function endRepeatingResult(
  { deal, ids }: RepeatingDeal,
  ended: StoredRepeatingInvoice[],
  invoices: readonly XeroInvoice[],
) {
  return endedRepeatingOutput({
    outcome: ended.length > 0 ? "ended" : "already_ended",
    deal,
    ended,
    billed: billedBySchedule(readInvoicesOfDeal(deal.id, invoices), [
      ...ids,
      ...ended.map(({ id }) => id),
    ]),
  });
}
