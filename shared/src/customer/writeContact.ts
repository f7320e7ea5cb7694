import { definedOnly } from "../transport/definedOnly";
import type { XeroContact } from "../xero/wire";
import { cleanCustomer } from "./cleanCustomer";
import { contactNumber, type Customer } from "./customer";

/** The Xero contact of a customer; fields without a value are left out, so that an update leaves them alone. */
export function writeContact(customer: Customer): XeroContact {
  const { address, phone, mobile, ...clean } = cleanCustomer(customer);
  const phones = [
    { PhoneType: "DEFAULT", PhoneNumber: phone },
    { PhoneType: "MOBILE", PhoneNumber: mobile },
  ].filter(({ PhoneNumber }) => PhoneNumber);
  return definedOnly({
    Name: clean.name || clean.email,
    ContactNumber: contactNumber(customer),
    FirstName: clean.firstName,
    LastName: clean.lastName,
    EmailAddress: clean.email,
    TaxNumber: clean.taxNumber,
    AccountNumber: clean.accountNumber,
    DefaultCurrency: clean.currency,
    Phones: phones.length > 0 ? phones : undefined,
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
            Country: address.country,
          }),
        ]
      : undefined,
  });
}
