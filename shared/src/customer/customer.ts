import type { HubspotObject } from "../hubspot/wire";
import { cleanName } from "../text/text";

/** Who pays: a company, or a person. */
export interface Customer {
  type: "company" | "contact";
  /** Absent where the fields were typed in rather than read from HubSpot. */
  hubspotId?: string;
  name: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  address?: Address;
  /** The Xero contact stored on the HubSpot record. */
  xeroContactId?: string;
}

export interface Address {
  line1?: string;
  line2?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
}

/** The number that ties a Xero contact to a HubSpot record for good: Xero keeps it unique, archived contacts included. */
export function contactNumber(customer: Customer): string | undefined {
  return customer.hubspotId && `hubspot-${customer.type}-${customer.hubspotId}`;
}

/** How messages name a customer: `company "Acme" (HubSpot 123)`. */
export function describeCustomer(customer: Customer): string {
  const id = customer.hubspotId ? ` (HubSpot ${customer.hubspotId})` : "";
  const name = customer.name || customer.email;
  return `${customer.type} ${name ? `"${name}"` : "without a name"}${id}`;
}

export function readCompany(wire: HubspotObject): Customer {
  const value = (name: string) => wire.properties[name] || undefined;
  return {
    type: "company",
    hubspotId: wire.id,
    name: cleanName(value("name") ?? value("domain") ?? ""),
    phone: value("phone"),
    address: readAddress(value),
    xeroContactId: value("xero_contact_id"),
  };
}

export function readContact(wire: HubspotObject): Customer {
  const value = (name: string) => wire.properties[name] || undefined;
  const [firstName, lastName] = [value("firstname"), value("lastname")];
  return {
    type: "contact",
    hubspotId: wire.id,
    name: cleanName(
      [firstName, lastName].filter(Boolean).join(" ") || (value("email") ?? ""),
    ),
    firstName,
    lastName,
    email: value("email"),
    phone: value("phone") ?? value("mobilephone"),
    address: readAddress(value),
    xeroContactId: value("xero_contact_id"),
  };
}

/** A company billed through a person: HubSpot companies have no e-mail address, the deal's contact has. */
export function withBillingPerson(
  company: Customer,
  people: readonly Customer[],
): Customer {
  const person = people.find(({ email }) => email);
  if (!person) return company;
  return {
    ...company,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
  };
}

function readAddress(
  value: (name: string) => string | undefined,
): Address | undefined {
  const address: Address = {
    line1: value("address"),
    line2: value("address2"),
    city: value("city"),
    region: value("state"),
    postalCode: value("zip"),
    country: value("country"),
  };
  return Object.values(address).some(Boolean) ? address : undefined;
}
