import { splitLines } from "@hubspot-xero/shared/deal/recurringLines";
import {
  repeatingAttemptKey,
  type RepeatingMark,
} from "@hubspot-xero/shared/deal/repeatingMark";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import {
  planInvoice,
  type InvoicePlan,
} from "@hubspot-xero/shared/invoice/planInvoice";
import {
  checkInvoicedOnce,
  checkNotInvoiced,
  mayHideInvoice,
} from "@hubspot-xero/shared/repeating/notInvoiced";
import { readRepeatingOptions } from "@hubspot-xero/shared/repeating/options";
import { planningDay } from "@hubspot-xero/shared/repeating/planningDay";
import {
  planRepeating,
  type RepeatingPlan,
} from "@hubspot-xero/shared/repeating/planRepeating";
import {
  writeRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "@hubspot-xero/shared/repeating/repeatingInvoice";
import { hasBegun } from "@hubspot-xero/shared/repeating/settled";
import {
  checkSameSchedules,
  standingFor,
} from "@hubspot-xero/shared/repeating/standing";
import { attempt, type Problem } from "./attempt";
import type { Billing } from "./dealForBilling";
import type { OrganisationSettings } from "./organisationSettings";
import { todayIn } from "./todayIn";

/** How many requests for new repeating invoices the module has. */
export const MOST_SCHEDULES = 10;

/** What is to stand in Xero for a deal. */
export interface DealSchedules {
  /** The mark of this attempt, with the day by which it decides. */
  begun: RepeatingMark;
  plans: RepeatingPlan[];
  /** The places of those that are still to be made. */
  missing: number[];
  /** The invoice of the one-time lines, where it is still to be made. */
  oneTime?: InvoicePlan;
  /** Xero bills some of them as soon as they are made. */
  hasBegun: boolean;
  /** A run that broke off may have made an invoice that the deal does not show. */
  mayHideInvoice: boolean;
}

/** Decides the repeating invoices of a deal and the invoice of its one-time lines to the cent; nothing is written before. */
export function repeatingPlan(
  parameters: Input & { billing: Required<Billing> },
  organisation: OrganisationSettings | Problem,
  standing: readonly StoredRepeatingInvoice[],
  now: Date | string,
) {
  return attempt((): DealSchedules | Problem => {
    if ("problem" in organisation) return organisation;
    const { billing } = parameters;
    const { deal, repeating } = billing;
    checkNotInvoiced(billing, standing);
    const { recurring, once } = splitLines(deal, billing.lineItems);
    if (once.length > 0 && billing.invoiced) checkInvoicedOnce(billing);
    const options = optionsOf(parameters);
    const { pastStart } = options;
    const today = todayIn(billing.timeZone, now);
    const first = repeating.date;
    const date = planningDay(deal, recurring, {
      standing,
      pastStart,
      first,
      today,
    });
    const plans = planRepeating({
      deal,
      lineItems: recurring,
      options,
      ...organisation,
      today: date,
    });
    checkSameSchedules(deal, standing, plans);
    if (plans.length > MOST_SCHEDULES)
      throw validation(
        `Deal "${deal.name}" has ${plans.length} schedules, and this module makes ${MOST_SCHEDULES}. Give lines the same billing start date in HubSpot, or split the deal.`,
      );
    const oneTime =
      once.length > 0 && !billing.invoiced
        ? planInvoice({
            deal,
            lineItems: once,
            reference: billing.reference,
            options: options.invoice,
            ...organisation,
            today,
          })
        : undefined;
    return {
      // Nothing is made before this run has looked for hidden invoices.
      begun: { ...repeating, attempt: repeating.attempt || 1, date },
      plans,
      missing: plans.flatMap((plan, index) =>
        standingFor(standing, plan) ? [] : [index],
      ),
      oneTime,
      hasBegun: hasBegun(
        plans.map(({ schedule }) => schedule),
        today,
      ),
      mayHideInvoice: mayHideInvoice(billing, standing),
    };
  });
}

/** What stands in references before the key is asked for where the deal is read. */
const optionsOf = (
  parameters: Input & { billing: Pick<Billing, "referenceText"> },
) =>
  readRepeatingOptions({
    ...parameters,
    reference: parameters.billing.referenceText,
  });

/**
 * The request for one of the repeating invoices that are missing; `key` is what Xero's Idempotency-Key is the digest of.
 * Nothing where there are not so many: Make asks before it knows.
 * @param number from 1
 */
export function repeatingRequest(
  schedules: DealSchedules | undefined,
  number: number,
  parameters: Input & { billing: Billing; organisationId: string },
  contactId: string,
) {
  const index = schedules?.missing?.[number - 1];
  const plan = index === undefined ? undefined : schedules?.plans[index];
  if (index === undefined || !schedules || !plan) return undefined;
  const { billing, organisationId } = parameters;
  const options = optionsOf(parameters);
  return {
    key: repeatingAttemptKey(
      organisationId,
      billing.deal,
      schedules.begun,
      index,
    ),
    body: {
      RepeatingInvoices: [writeRepeatingInvoice(plan, options, contactId)],
    },
  };
}
