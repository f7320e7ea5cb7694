import type { Customer } from "@hubspot-xero/shared/customer/customer";
import { writeContact } from "@hubspot-xero/shared/customer/writeContact";

/** The Xero contact of a customer. */
export function contactBody(customer: Customer) {
  return writeContact(customer);
}
