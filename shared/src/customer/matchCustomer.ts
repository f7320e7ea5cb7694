import { ConnectorError, validation } from "../error/connectorError";
import { choice, type Input } from "../input/input";
import { quoteForWhere, sameText } from "../text/text";
import type { XeroContact } from "../xero/wire";
import { checkForXero } from "./checkForXero";
import { contactNumbers, describeCustomer, type Customer } from "./customer";

/** By what a customer without a stored link is recognised in Xero. */
export type CustomerMatch = "email" | "company_name";

/** The user's matching key, by e-mail unless they chose the name. */
export function readCustomerMatch(input: Input): CustomerMatch {
  return choice(
    input,
    "customerMatch",
    ["email", "company_name"] as const,
    "email",
  );
}

/**
 * The one filter that finds every Xero contact that could be this customer, or
 * stand in the way of creating it: by our number, by e-mail, by name.
 */
export function customerFilter(customer: Customer): string {
  if (!customer.name && !customer.email) {
    throw validation(
      `The ${describeCustomer(customer)} has neither a name nor an e-mail address. Add one in HubSpot.`,
    );
  }
  const clauses = [
    // More merged records than this would make the address too long.
    ...contactNumbers(customer)
      .slice(0, 5)
      .map((number) => `ContactNumber==${quoteForWhere(number)}`),
    customer.email && `EmailAddress==${quoteForWhere(customer.email)}`,
    customer.name && `Name==${quoteForWhere(customer.name)}`,
  ].filter(Boolean);
  return clauses.join(" OR ");
}

/** Contacts found by several filters or on several pages, each once: one that came twice is no second match. */
export function eachOnce(found: readonly XeroContact[]): XeroContact[] {
  return [
    ...new Map(
      found.map((contact) => [contact.ContactID ?? contact, contact]),
    ).values(),
  ];
}

/** The contact with the customer's number, where it was merged into another: the customer lives on in that one. */
export function mergedAway(
  customer: Customer,
  found: readonly XeroContact[],
): XeroContact | undefined {
  const numbers = contactNumbers(customer);
  return found.find(
    ({ ContactNumber, MergedToContactID }) =>
      MergedToContactID && numbers.includes(ContactNumber ?? ""),
  );
}

/**
 * Chooses among the contacts found with {@link customerFilter}: our number first, then the matching key with
 * exactly one active hit. Without an e-mail address the name is the key.
 * @returns undefined when the customer is to be created
 * @throws ConnectorError `validation` when Xero would refuse to create it; `conflict` when several contacts match, the only match is archived or belongs to
 *   another HubSpot record, or another contact holds the name
 */
export function matchCustomer(
  customer: Customer,
  found: readonly XeroContact[],
  match: CustomerMatch,
): XeroContact | undefined {
  const numbers = contactNumbers(customer);
  const who = describeCustomer(customer);
  const linked = found.filter(({ ContactNumber }) =>
    numbers.includes(ContactNumber ?? ""),
  );
  if (linked.length > 0) return onlyActive(linked, "contact number", who);

  const { email } = customer;
  const byName = found.filter(({ Name }) =>
    sameText(Name ?? "", customer.name),
  );
  const hits =
    match === "email" && email
      ? found.filter(({ EmailAddress }) => sameText(EmailAddress ?? "", email))
      : byName;
  const key = match === "email" && email ? `e-mail ${email}` : "name";
  if (hits.length > 0) {
    const only = onlyActive(hits, key, who);
    if (numbers.length > 0 && only.ContactNumber?.startsWith("hubspot-")) {
      throw new ConnectorError(
        "conflict",
        `The Xero contact ${describeContact(only)} has the ${key} of ${who}, but belongs to another HubSpot record (${only.ContactNumber}). Match by name, or put the right Xero contact ID on the HubSpot record.`,
      );
    }
    const namesake = activeNamesake(byName, only);
    if (namesake && match === "email") {
      throw new ConnectorError(
        "conflict",
        `Two Xero contacts could be ${who}: ${describeContact(only)} has its ${key}, ${describeContact(namesake)} has its name. Match by name, or put the right Xero contact ID on the HubSpot record.`,
      );
    }
    return only;
  }
  const namesake = activeNamesake(byName);
  if (namesake) {
    throw new ConnectorError(
      "conflict",
      `Xero already has an active contact ${describeContact(namesake)} with the name of ${who}, but another e-mail address. Xero allows one active contact of a name: match by name, or put the right Xero contact ID on the HubSpot record.`,
    );
  }
  checkForXero(customer);
  return undefined;
}

/** An active contact of the name, other than the one that matched. */
function activeNamesake(
  byName: readonly XeroContact[],
  matched?: XeroContact,
): XeroContact | undefined {
  return byName.find(
    ({ ContactStatus, ContactID }) =>
      ContactStatus === "ACTIVE" && ContactID !== matched?.ContactID,
  );
}

/** The one active contact among those that match; several, or none but archived ones, are for a person to settle. */
function onlyActive(
  hits: readonly XeroContact[],
  key: string,
  who: string,
): XeroContact {
  const active = hits.filter(({ ContactStatus }) => ContactStatus === "ACTIVE");
  const [only, ...others] = active;
  if (only && others.length === 0) return only;
  if (only) {
    throw new ConnectorError(
      "conflict",
      `Xero has ${active.length} active contacts with the ${key} of ${who}: ${active.map(describeContact).join(", ")}. Merge them in Xero, or put the right Xero contact ID on the HubSpot record.`,
    );
  }
  throw new ConnectorError(
    "conflict",
    `The Xero contact ${hits.map(describeContact).join(", ")} that matches ${who} is archived. Restore it in Xero (Contacts > Archived), then run this step again.`,
  );
}

function describeContact({ Name, EmailAddress, ContactID }: XeroContact) {
  const details = [ContactID ?? "made in this run", EmailAddress];
  return `"${Name}" (${details.filter(Boolean).join(", ")})`;
}
