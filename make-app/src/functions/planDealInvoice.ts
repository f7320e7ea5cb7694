import { depositAmong } from "@hubspot-xero/shared/deal/deposit";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { planPart } from "@hubspot-xero/shared/invoice/planPart";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt, type Problem } from "./attempt";
import type { Billing } from "./dealForBilling";
import { mayStand } from "./mayStand";
import type { OrganisationSettings } from "./organisationSettings";
import { planWhole } from "./planWhole";

/** The invoice of a deal, decided to the cent, or why it cannot be made; nothing is written before. */
export function planDealInvoice(
  parameters: Input & { billing: Billing },
  organisation: OrganisationSettings | Problem,
  now: Date | string,
  parts?: readonly XeroInvoice[],
) {
  return attempt(() => {
    if ("problem" in organisation) return organisation;
    const { billing } = parameters;
    const { deal, reference, part } = billing;
    const whole = planWhole(parameters, billing, organisation, now);
    if (!part) return whole;
    const options = readDealInvoiceOptions(parameters);
    const sought = mayStand(billing, now) ? reference : undefined;
    const deposit =
      part === "balance" ? depositAmong(parts, deal, sought) : undefined;
    return planPart(whole, part, deal, options, organisation.settings, deposit);
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
