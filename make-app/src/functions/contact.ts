import type { Customer } from "@hubspot-xero/shared/customer/customer";
import {
  customerFilter,
  matchCustomer,
  mergedAway,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { mergedTo, type Followed } from "./mergedContact";
import { storedContact } from "./presentContact";

/** The filter that finds every Xero contact that could be a customer; a problem where it has neither name nor e-mail. */
export function contactFilter(customer: Customer) {
  return attempt(() => ({ where: customerFilter(customer) }));
}

/**
 * The one Xero contact that is a customer; a contact that was merged is followed to the one that is left. No id when it
 * is to be created, a problem when a person must decide.
 * @param before what an earlier answer gave, where a merged contact is followed
 */
export function matchedContact(
  customer: Customer,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
  before: Followed = {},
) {
  return attempt((): Followed & { contactId?: string } => {
    if (!found)
      throw new ConnectorError(
        "server",
        "Xero's answer about contacts holds no list. Run this scenario again: nothing is made twice.",
      );
    const match = before.next
      ? storedContact(found, before.next)
      : (mergedAway(customer, found) ??
        matchCustomer(customer, found, readCustomerMatch(parameters)));
    if (!match) return {};
    return mergedTo(match, before) ?? { contactId: match.ContactID };
  });
}
