import { describeCustomer, type Customer } from "../customer/customer";
import { validation } from "../error/connectorError";
import type { XeroContact } from "../xero/wire";

/**
 * Refuses a customer to whom Xero could not e-mail invoices.
 * @param contact the customer's Xero contact, which is written to where there is one
 */
export function checkReachable(
  customer: Customer,
  contact: Pick<XeroContact, "EmailAddress"> | undefined,
): void {
  const address = contact ? contact.EmailAddress : customer.email;
  if (address) return;
  throw validation(
    `${describeCustomer(customer)} has no e-mail address in ${contact ? "Xero" : "HubSpot"}, so Xero could not send its invoices. Add one, or choose a status without sending.`,
  );
}
