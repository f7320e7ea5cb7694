import type { Customer } from "./customer";

/** A customer as the triggers and actions on HubSpot hand it out, flat, in the words of the canonical customer. */
export function customerOutput(customer: Customer) {
  const { address = {} } = customer;
  return {
    type: customer.type,
    hubspotId: customer.hubspotId,
    name: customer.name,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    mobile: customer.mobile,
    xeroContactId: customer.xeroContactId,
    addressLine1: address.line1,
    addressLine2: address.line2,
    city: address.city,
    region: address.region,
    postalCode: address.postalCode,
    country: address.country,
    taxNumber: customer.taxNumber,
    website: customer.website,
  };
}
