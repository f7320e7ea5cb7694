import type { Customer } from "@hubspot-xero/shared/customer/customer";
import {
  customerFilter,
  matchCustomer,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

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
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "Xero's answer about contacts holds no list. Run this scenario again: nothing is made twice.",
      );
    const match = matchCustomer(customer, found, readCustomerMatch(parameters));
    return { contactId: match?.ContactID };
  });
}
