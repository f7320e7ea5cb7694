import type { Customer } from "@hubspot-xero/shared/customer/customer";
import { writeContact } from "@hubspot-xero/shared/customer/writeContact";

/** The Xero contact of a customer; nothing where there is none, as with a deal that is invoiced already. */
export function contactBody(customer: Customer | undefined) {
  return customer && writeContact(customer);
}
