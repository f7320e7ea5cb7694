import {
  checkNotRepeating,
  refuseRepeating,
} from "@hubspot-xero/shared/deal/checkNotRepeating";
import { isSettled } from "@hubspot-xero/shared/deal/repeatingMark";
import type { Input } from "@hubspot-xero/shared/input/input";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import {
  planInvoice,
  type InvoicePlan,
} from "@hubspot-xero/shared/invoice/planInvoice";
import type { Billing } from "./dealForBilling";
import type { OrganisationSettings } from "./organisationSettings";
import { todayIn } from "./todayIn";

/**
 * The invoice of a whole deal, decided to the cent.
 * @throws ConnectorError `validation` when it cannot be made
 */
export function planWhole(
  parameters: Input,
  { deal, lineItems, reference, timeZone, repeating }: Billing,
  { settings, items }: OrganisationSettings,
  now: Date | string,
): InvoicePlan {
  const { repeatingMark } = deal.billing;
  // The lines of such a deal were not read: without any, its amount would be billed.
  if (repeating && repeatingMark && isSettled(repeatingMark))
    refuseRepeating(deal.name, repeatingMark);
  checkNotRepeating(deal, lineItems, repeating);
  return planInvoice({
    deal,
    lineItems,
    reference,
    options: readDealInvoiceOptions(parameters),
    settings,
    items,
    today: todayIn(timeZone, now),
  });
}
