import type { Customer } from "@hubspot-xero/shared/customer/customer";
import {
  customerFilter,
  matchCustomer,
  mergedAway,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { checkReachable } from "@hubspot-xero/shared/repeating/checkReachable";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { mergedTo, type Followed } from "./mergedContact";
import { storedContact } from "./presentContact";
import { readList } from "./readList";

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
    const match = matched(customer, found, parameters, before);
    if (!match) return {};
    return mergedTo(match, before) ?? { contactId: match.ContactID };
  });
}

/** The same for repeating invoices: a customer to whom Xero is to e-mail them needs an address. */
export function repeatingContact(
  customer: Customer,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
  before: Followed = {},
) {
  return attempt(() => {
    const match = matched(customer, found, parameters, before);
    const next = match && mergedTo(match, before);
    if (next) return next;
    if (text(parameters, "invoiceStatus") === "SENT")
      checkReachable(customer, match);
    return { contactId: match?.ContactID };
  });
}

/** What stands against e-mailing invoices to the contact that the HubSpot record names. */
export function storedReachable(
  customer: Customer,
  found: readonly XeroContact[] | undefined,
) {
  return attempt(() => {
    const contact = storedContact(found, customer.xeroContactId ?? "");
    checkReachable(customer, contact);
    return {};
  });
}

/** The contact that a merge leads to, else the one that is the customer. */
function matched(
  customer: Customer,
  given: readonly XeroContact[] | undefined,
  parameters: Input,
  { next }: Followed,
): XeroContact | undefined {
  const found = readList(given, "contacts");
  if (next) return storedContact(found, next);
  return (
    mergedAway(customer, found) ??
    matchCustomer(customer, found, readCustomerMatch(parameters))
  );
}
