import {
  contactNumbers,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import {
  matchCustomer,
  mergedAway,
  type CustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { sameText } from "@hubspot-xero/shared/text/text";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { isActive, type ContactIndex } from "./contactIndex";
import {
  isNumbered,
  linkWith,
  missingNumber,
  othersWith,
  type Links,
} from "./links";
import {
  describeContact,
  describeRecords,
  type HubspotRecord,
  type Kind,
  type Proposal,
} from "./proposal";

/** The Xero contact of one HubSpot record, by the rules of `upsert_xero_contact`. */
export function matchRecord(
  record: HubspotRecord,
  index: ContactIndex,
  links: Links,
  match: CustomerMatch,
): Proposal {
  const { customer } = record;
  if (customer.xeroContactId) return matchLinked(record, index, links);
  if (!customer.name && !customer.email)
    return propose(record, "none", "It has neither a name nor an e-mail.");
  const found = index.search(customer);
  try {
    const contact =
      ofMerged(customer, found, index) ?? matchCustomer(customer, found, match);
    if (!contact)
      return propose(record, "none", "Xero has no contact like it.");
    return matchFound(record, contact, index, links);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.kind === "validation")
      return propose(record, "none", error.message);
    return propose(record, "ambiguous", error.message, {
      candidates: found.filter(isActive),
    });
  }
}

/** The link that stands on the HubSpot record counts. */
function matchLinked(
  record: HubspotRecord,
  index: ContactIndex,
  links: Links,
): Proposal {
  const { customer } = record;
  const id = customer.xeroContactId ?? "";
  const stored = index.byId.get(id);
  const contact = stored && index.present(stored);
  if (!contact)
    return propose(
      record,
      "ambiguous",
      `It is linked with Xero contact ${id}, which this organisation does not have. Clear the Xero contact ID on the HubSpot record, or put the right one there.`,
    );
  if (!isActive(contact))
    return propose(
      record,
      "ambiguous",
      `Its Xero contact ${describeContact(contact)} is archived. Restore it in Xero (Contacts > Archived), or clear the Xero contact ID on the HubSpot record.`,
      { contact },
    );
  const others = othersWith(links, contact, record);
  if (others.length > 0 && !isNumbered(customer, contact))
    return propose(
      record,
      "ambiguous",
      `Its Xero contact ${describeContact(contact)} is linked with ${describeRecords(others)} as well. Clear the Xero contact ID on one of them.`,
      { contact },
    );
  const writes = missingNumber(customer, contact, index);
  const how = [
    "Linked",
    contact !== stored && `; its contact was merged into this one`,
    writes.contactNumber && `; the Xero contact lacks the number`,
  ];
  return propose(record, "exact", `${how.filter(Boolean).join("")}.`, {
    contact,
    writes,
  });
}

function ofMerged(
  customer: Customer,
  found: readonly XeroContact[],
  index: ContactIndex,
): XeroContact | undefined {
  const merged = mergedAway(customer, found);
  return merged && index.present(merged);
}

function matchFound(
  record: HubspotRecord,
  contact: XeroContact,
  index: ContactIndex,
  links: Links,
): Proposal {
  const { customer } = record;
  if (!isActive(contact))
    return propose(
      record,
      "ambiguous",
      `Its Xero contact ${describeContact(contact)} is archived. Restore it in Xero (Contacts > Archived).`,
      { contact },
    );
  const others = othersWith(links, contact, record);
  if (others.length > 0)
    return propose(
      record,
      "ambiguous",
      `The Xero contact ${describeContact(contact)} matches it, but is linked with ${describeRecords(others)}.`,
      { candidates: [contact] },
    );
  const isOurs = contactNumbers(customer).some((number) =>
    index.byNumber.has(number),
  );
  if (
    !isOurs &&
    record.hasCompany &&
    !sameText(customer.name, contact.Name ?? "")
  )
    return propose(
      record,
      "ambiguous",
      `The Xero contact ${describeContact(contact)} has its e-mail, but another name: it may be its company's. Choose the record that is billed.`,
      { candidates: [contact] },
    );
  return propose(
    record,
    isOurs ? "exact" : "likely",
    isOurs
      ? "The Xero contact carries its number; HubSpot lacks the link."
      : likeness(customer, contact),
    { contact, writes: linkWith(customer, contact, index) },
  );
}

function likeness(customer: Customer, contact: XeroContact): string {
  const { Name = "", EmailAddress = "" } = contact;
  if (!customer.email || !sameText(customer.email, EmailAddress))
    return "Same name.";
  return sameText(customer.name, Name)
    ? "Same e-mail and name."
    : "Same e-mail; the names differ.";
}

export function propose(
  record: HubspotRecord,
  kind: Kind,
  why: string,
  more: Partial<Proposal> = {},
): Proposal {
  return { kind, record, candidates: [], why, writes: {}, ...more };
}

/** A match that turned out to need a person. */
export function unsettled(proposal: Proposal, why: string): Proposal {
  const { contact, ...rest } = proposal;
  return {
    ...rest,
    kind: "ambiguous",
    candidates: contact ? [contact] : [],
    why,
    writes: {},
  };
}
