import { isSettled } from "@hubspot-xero/shared/deal/repeatingMark";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import { readRepeatingOptions } from "@hubspot-xero/shared/repeating/options";
import type { StoredRepeatingInvoice } from "@hubspot-xero/shared/repeating/repeatingInvoice";
import {
  repeatingFilter,
  standingOf,
} from "@hubspot-xero/shared/repeating/standing";
import type { XeroRepeatingInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import type { Billing } from "./dealForBilling";
import { readList } from "./readList";

/** Make's own three tries at a run that failed are over by then; a person who resolves it later may come after the end. */
const FRESH_MS = 60 * 60_000;

/** What is asked of Xero before anything else, and whether anything is to be made; nothing is sent before. */
export function repeatingWanted(
  parameters: Input & { billing?: Billing },
  now: Date | string,
) {
  return attempt(() => {
    const { billing } = parameters;
    if (!billing?.deal)
      throw validation(
        'Billing data is empty. Map the billing data of the module "Get a deal for billing".',
      );
    const { deal, repeating } = billing;
    if (!repeating)
      throw validation(
        `Deal "${deal.name}" was read to be invoiced as a whole. Switch on "Recurring lines apart" in the module "Get a deal for billing".`,
      );
    const { isSent } = readRepeatingOptions(parameters);
    const isOpen = !isSettled(deal.billing.repeatingMark);
    if (isOpen) checkFresh(billing, now);
    return { where: repeatingFilter(deal.id), isOpen, isSent };
  });
}

/** A schedule bills for years, and a deal may have been lost since: what was read long ago is not billed by. */
function checkFresh(
  { deal: { name }, readAt }: Billing,
  now: Date | string,
): void {
  const age = new Date(now).getTime() - Date.parse(readAt);
  if (age < FRESH_MS) return;
  throw validation(
    `Deal "${name}" was read at ${readAt} and may have been changed or ended since, so nothing was made. Delete this execution and bring the deal in again: nothing is made twice.`,
  );
}

/** The deal's repeating invoices among those found; an answer without a list is never taken for "there is none". */
export function standingRepeating(
  dealId: string,
  found: readonly XeroRepeatingInvoice[] | undefined,
) {
  return attempt((): { standing: StoredRepeatingInvoice[] } => ({
    standing: standingOf(dealId, readList(found, "repeating invoices")),
  }));
}
