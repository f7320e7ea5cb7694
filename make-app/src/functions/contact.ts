import type { Customer } from "@hubspot-xero/shared/customer/customer";
import {
  customerFilter,
  matchCustomer,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { checkReachable } from "@hubspot-xero/shared/repeating/checkReachable";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { storedContact } from "./presentContact";
import { readList } from "./readList";

/** The filter that finds every Xero contact that could be a customer; a problem where it has neither name nor e-mail. */
export function contactFilter(customer: Customer) {
  return attempt(() => ({ where: customerFilter(customer) }));
}

/** The one Xero contact that is a customer; no id when it is to be created, a problem when a person must decide. */
export function matchedContact(
  customer: Customer,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
) {
  return attempt(() => ({
    contactId: matched(customer, found, parameters)?.ContactID,
  }));
}

/** The same for repeating invoices: a customer to whom Xero is to e-mail them needs an address. */
export function repeatingContact(
  customer: Customer,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
) {
  return attempt(() => {
    const match = matched(customer, found, parameters);
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

const matched = (
  customer: Customer,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
) =>
  matchCustomer(
    customer,
    readList(found, "contacts"),
    readCustomerMatch(parameters),
  );
