import { customerFilter } from "@hubspot-xero/shared/customer/matchCustomer";
import type { Customer } from "@hubspot-xero/shared/customer/customer";
import type { Deal } from "@hubspot-xero/shared/deal/deal";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import { forDeal } from "@hubspot-xero/shared/flows/forDeal";
import type { Input } from "@hubspot-xero/shared/input/input";
import { anyOf } from "@hubspot-xero/shared/xero/anyOf";
import type { XeroOrganisation } from "@hubspot-xero/shared/xero/wire";
import { attempt, type Problem } from "./attempt";
import { eachOpen, isOpen, type DealRows } from "./dealRows";
import { organisationSettings, type Answers } from "./organisationSettings";
import { planWhole } from "./planWhole";

/** How many requests for contacts the module has; one finds about nine customers. */
export const CONTACT_SEARCHES = 10;

/** A currency that is not the organisation's own: then its other currencies must be known. */
export function foreignCurrency(
  { rows }: DealRows,
  organisations: readonly XeroOrganisation[] | undefined,
): string | undefined {
  const base = organisations?.[0]?.BaseCurrency;
  return rows
    .filter(isOpen)
    .map(({ billing }) => billing.deal.currency)
    .find((currency) => currency !== base);
}

/** Decides each invoice to the cent, and which contacts are to be looked for; nothing is written before. */
export function dealsPlanned(
  deals: DealRows,
  answers: Answers,
  taxRates: Parameters<typeof organisationSettings>[1],
  parameters: Input,
  now: Date | string,
) {
  return attempt((): DealRows | Problem => {
    const unread = organisationSettings(answers, taxRates, "");
    if ("problem" in unread) return unread;
    const filters: string[] = [];
    const planned = eachOpen(deals, ({ billing }) => {
      const { deal, customer, part } = billing;
      if (part)
        throw validation(
          `Deal "${deal.name}" is to be billed its ${part}, which is done one deal at a time. Use "Create an invoice from a deal".`,
        );
      const organisation = organisationSettings(
        answers,
        taxRates,
        `Deal "${deal.name}"`,
        deal.currency,
      );
      if ("problem" in organisation) throw validation(organisation.problem);
      const plan = planWhole(parameters, billing, organisation, now);
      if (customer && !customer.xeroContactId)
        filters.push(filterFor(customer, deal));
      return { plan };
    });
    const contactFilters = anyOf(filters);
    if (contactFilters.length > CONTACT_SEARCHES)
      throw validation(
        "The names of so many customers are too long to be looked for in one run. Take half as many deals: nothing was made.",
      );
    return { ...planned, contactFilters };
  });
}

function filterFor(customer: Customer, deal: Deal): string {
  try {
    return customerFilter(customer);
  } catch (error) {
    throw forDeal(error, deal);
  }
}
