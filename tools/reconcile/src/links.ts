import {
  contactNumber,
  contactNumbers,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import type { ContactIndex } from "./contactIndex";
import { groupBy } from "./groups";
import type { HubspotRecord, Writes } from "./proposal";

/** The HubSpot records that carry the ID of a Xero contact, by that contact as it is now. */
export type Links = ReadonlyMap<string, readonly HubspotRecord[]>;

export function readLinks(
  records: readonly HubspotRecord[],
  index: ContactIndex,
): Links {
  return groupBy(records, ({ customer }) => {
    const stored = index.byId.get(customer.xeroContactId ?? "");
    return stored && index.present(stored)?.ContactID;
  });
}

/** Other records that are linked with the contact. */
export function othersWith(
  links: Links,
  { ContactID = "" }: XeroContact,
  record: HubspotRecord,
): HubspotRecord[] {
  return (links.get(ContactID) ?? []).filter((other) => other !== record);
}

/** The whole link between a record and a contact that have none. */
export function linkWith(
  customer: Customer,
  contact: XeroContact,
  index: ContactIndex,
): Writes {
  return {
    xeroContactId: contact.ContactID ?? "",
    ...missingNumber(customer, contact, index),
  };
}

/** A number that somebody gave stays; one that an archived contact still holds would be refused. */
export function missingNumber(
  customer: Customer,
  contact: XeroContact,
  { byNumber }: ContactIndex,
): Writes {
  const number = contactNumber(customer);
  const isTaken =
    contact.ContactNumber ||
    contactNumbers(customer).some((taken) => byNumber.has(taken));
  return number && !isTaken ? { contactNumber: number } : {};
}

export function isNumbered(customer: Customer, contact: XeroContact): boolean {
  return contactNumbers(customer).includes(contact.ContactNumber ?? "");
}
