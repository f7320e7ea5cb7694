import type { HubspotObject } from "../hubspot/wire";
import { cleanName } from "../text/text";

/** Who pays: a company, or a person. */
export interface Customer {
  type: "company" | "contact";
  /** Absent where the fields were typed in rather than read from HubSpot. */
  hubspotId?: string;
  name: string;
  /** The name before it was cleaned for Xero, where that changed it. */
  writtenName?: string;
  /** HubSpot has no name: an e-mail address or a domain stands in for it. */
  isNameless?: true;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  mobile?: string;
  /** Where the customer gets invoices. */
  address?: Address;
  taxNumber?: string;
  website?: string;
  /** The customer's number in the books: Xero's own, which HubSpot has no property for. */
  accountNumber?: string;
  /** The currency of the customer's invoices, in Xero alone. */
  currency?: string;
  /** HubSpot records that were merged into this one; a Xero contact may carry the number of one of them. */
  mergedIds?: string[];
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

/** The numbers of the HubSpot record and of those that were merged into it. */
export function contactNumbers(customer: Customer): string[] {
  const { type, hubspotId, mergedIds = [] } = customer;
  return hubspotId
    ? [hubspotId, ...mergedIds].map((id) => `hubspot-${type}-${id}`)
    : [];
}

/** How messages name a customer: `company "Acme" (HubSpot 123)`. */
export function describeCustomer(customer: Customer): string {
  const id = customer.hubspotId ? ` (HubSpot ${customer.hubspotId})` : "";
  const name = customer.name || customer.email;
  return `${customer.type} ${name ? `"${name}"` : "without a name"}${id}`;
}

export function readCompany(wire: HubspotObject): Customer {
  const value = valueOf(wire);
  const name = value("name");
  return {
    type: "company",
    hubspotId: wire.id,
    ...named(name ?? value("domain") ?? ""),
    isNameless: name ? undefined : true,
    phone: value("phone"),
    address: readAddress(value),
    website: value("website"),
    mergedIds: readMergedIds(value),
    xeroContactId: value("xero_contact_id"),
  };
}

export function readContact(wire: HubspotObject): Customer {
  const value = valueOf(wire);
  const [firstName, lastName] = [value("firstname"), value("lastname")];
  return {
    type: "contact",
    hubspotId: wire.id,
    ...named(
      [firstName, lastName].filter(Boolean).join(" ") || (value("email") ?? ""),
    ),
    isNameless: firstName || lastName ? undefined : true,
    firstName,
    lastName,
    email: value("email"),
    phone: value("phone"),
    mobile: value("mobilephone"),
    address: readAddress(value),
    website: value("website"),
    mergedIds: readMergedIds(value),
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

/** A name as Xero takes it, with the one that was written where it is another. */
export function named(written: string): Pick<Customer, "name" | "writtenName"> {
  const name = cleanName(written);
  return name === written.trim() ? { name } : { name, writtenName: written };
}

type Value = (name: string) => string | undefined;

/** Blanks alone are no value. */
function valueOf({ properties }: HubspotObject): Value {
  return (name) =>
    (properties[name]?.trim() ? properties[name] : undefined) ?? undefined;
}

/** `123;456`, as HubSpot keeps the IDs of merged records. */
function readMergedIds(value: Value): string[] | undefined {
  return value("hs_merged_object_ids")?.split(";").filter(Boolean);
}

function readAddress(value: Value): Address | undefined {
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
