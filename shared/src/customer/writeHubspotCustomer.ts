import { cleanText, differingFields, flatCustomer } from "./cleanCustomer";
import type { CustomerField, FlatCustomer } from "./cleanCustomer";
import type { Customer } from "./customer";

/** HubSpot's property for each field; a field that a type of record has no property for stays where it is. */
const SHARED: Partial<Record<CustomerField, string>> = {
  phone: "phone",
  city: "city",
  region: "state",
  postalCode: "zip",
  country: "country",
};
const PROPERTIES: Record<Customer["type"], typeof SHARED> = {
  company: { ...SHARED, name: "name", street: "address" },
  contact: {
    ...SHARED,
    firstName: "firstname",
    lastName: "lastname",
    email: "email",
    mobile: "mobilephone",
    street: "address",
  },
};

export interface HubspotChangeOptions {
  /** The fields that the user wants; all where absent. */
  only?: readonly CustomerField[] | undefined;
  /** The user's property for the tax number; HubSpot has none of its own. */
  taxNumberProperty?: string | undefined;
}

/**
 * The properties of a HubSpot record that differ from a Xero contact's, with their new values. What is empty in Xero
 * clears nothing, and a website only fills an empty one: Xero's API lets nobody correct it there.
 * @param stored the record as HubSpot holds it; undefined where it is to be created
 */
export function hubspotChanges(
  customer: Customer,
  stored: Customer | undefined,
  { only, taxNumberProperty }: HubspotChangeOptions = {},
): Record<string, string> {
  const { type } = customer;
  const wanted =
    type === "contact"
      ? withPersonName(customer, stored)
      : flatCustomer(customer);
  const present = stored ? flatCustomer(stored) : {};
  const names = {
    ...PROPERTIES[type],
    ...(taxNumberProperty && { taxNumber: taxNumberProperty }),
  };
  const changes: Record<string, string> = {};
  for (const field of differingFields(wanted, present)) {
    const property = names[field];
    if (!property || (only && !only.includes(field))) continue;
    changes[property] = wanted[field] ?? "";
  }
  if (type === "company" && changes["address"])
    Object.assign(changes, twoLines(customer));
  if (customer.website && !stored?.website && !only)
    changes["website"] = customer.website;
  return changes;
}

/** A company's street in HubSpot's two lines, which stand for all of Xero's. */
function twoLines({ address = {} }: Customer): Record<string, string> {
  const [first, ...rest] = [address.line1, address.line2].filter(Boolean);
  return {
    address: cleanText(first, 500) ?? "",
    address2: cleanText(rest.join(", "), 500) ?? "",
  };
}

/**
 * A person's first and last name: those of Xero's primary person, else the contact's name split at its last space. A
 * split is only a guess: where HubSpot's whole name is the same, HubSpot's own parts stay.
 */
function withPersonName(
  customer: Customer,
  stored: Customer | undefined,
): FlatCustomer {
  const flat = flatCustomer(customer);
  const { name = "", firstName, lastName, email = "" } = flat;
  if (firstName || lastName) return flat;
  const isAddress = name.toLowerCase() === email.toLowerCase();
  if (
    !name ||
    isAddress ||
    flatCustomer(stored ?? { type: "contact", name: "" }).name === name
  )
    return flat;
  const cut = name.lastIndexOf(" ");
  return cut < 0
    ? { ...flat, firstName: name }
    : { ...flat, firstName: name.slice(0, cut), lastName: name.slice(cut + 1) };
}
