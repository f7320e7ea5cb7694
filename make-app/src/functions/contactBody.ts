import type { Customer } from "@hubspot-xero/shared/customer/customer";
import { writeContact } from "@hubspot-xero/shared/customer/writeContact";

/** The Xero contact of a customer; none for a deal that is invoiced already, whose customer was not read. */
export function contactBody(customer: Customer | undefined) {
  return customer && writeContact(customer);
}
