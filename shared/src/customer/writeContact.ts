import { definedOnly } from "../transport/definedOnly";
import { truncate } from "../text/text";
import type { XeroContact } from "../xero/wire";
import { contactNumber, type Customer } from "./customer";

/** The Xero contact of a customer; fields without a value are left out, so that an update leaves them alone. */
export function writeContact(customer: Customer): XeroContact {
  const { address, phone } = customer;
  return definedOnly({
    Name: customer.name || customer.email,
    ContactNumber: contactNumber(customer),
    FirstName: customer.firstName,
    LastName: customer.lastName,
    EmailAddress: customer.email,
    Phones: phone
      ? [{ PhoneType: "DEFAULT", PhoneNumber: truncate(phone, 50) }]
      : undefined,
    // Xero prints the POBOX address on invoices: it is the billing address of its editor.
    Addresses: address
      ? [
          definedOnly({
            AddressType: "POBOX",
            AddressLine1: address.line1,
            AddressLine2: address.line2,
            City: address.city,
            Region: address.region,
            PostalCode: address.postalCode,
            Country: address.country && truncate(address.country, 50),
          }),
        ]
      : undefined,
  });
}
