import {
  contactNumbers,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import { quoteForWhere } from "@hubspot-xero/shared/text/text";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

/** What `contactFound` answered of a linked contact. */
interface Linked {
  contact?: XeroContact;
  changes?: XeroContact;
  merges?: number;
}

/**
 * The filter for other contacts with the customer's number, where its linked contact has none yet; nothing where there
 * is no number to give. A HubSpot module cannot write it, so it is given here.
 */
export function numberFilter(
  { xeroContactId, ...customer }: Customer,
  { contact, merges }: Linked,
): string | undefined {
  const numbers = contactNumbers(customer);
  const lacks = xeroContactId && contact && !contact.ContactNumber && !merges;
  return lacks && numbers.length > 0
    ? numbers
        .slice(0, 5)
        .map((number) => `ContactNumber==${quoteForWhere(number)}`)
        .join(" OR ")
    : undefined;
}

/** The changes with the number, unless another contact holds it: one that was merged away does, and Xero keeps it unique. */
export function withNumber(
  customer: Customer,
  linked: Linked,
  holders: readonly XeroContact[] | undefined,
) {
  return attempt(() => {
    const isFree = holders?.length === 0;
    const [number] = contactNumbers(customer);
    const changes = {
      ...linked.changes,
      ...(isFree && { ContactNumber: number }),
    };
    return {
      ...linked,
      changes,
      changedFields: Object.keys(changes).join(", "),
    };
  });
}
