import { dateInZone } from "@hubspot-xero/shared/date/calendarDate";
import { checkNotRepeating } from "@hubspot-xero/shared/deal/checkNotRepeating";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { planInvoice } from "@hubspot-xero/shared/invoice/planInvoice";
import { attempt, type Problem } from "./attempt";
import type { Billing } from "./dealForBilling";
import type { OrganisationSettings } from "./organisationSettings";

/** The invoice of a deal, decided to the cent, or why it cannot be made; nothing is written before. */
export function planDealInvoice(
  parameters: Input & { billing: Billing },
  organisation: OrganisationSettings | Problem,
  now: Date | string,
) {
  return attempt(() => {
    if ("problem" in organisation) return organisation;
    const { settings, items } = organisation;
    const { deal, lineItems, reference, timeZone } = parameters.billing;
    checkNotRepeating(deal, lineItems);
    return planInvoice({
      deal,
      lineItems,
      reference,
      options: readDealInvoiceOptions(parameters),
      settings,
      items,
      today: dateInZone(new Date(now).toISOString(), timeZone),
    });
  });
}

/** What can be said against the step itself, before Xero is asked for anything. */
export function checkDealInvoice(parameters: Input & { billing?: Billing }) {
  return attempt(() => {
    if (!parameters.billing?.deal)
      throw validation(
        'Billing data is empty. Map the billing data of the module "Get a deal for billing".',
      );
    return readDealInvoiceOptions(parameters);
  });
}
