import {
  describeCustomer,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";

/**
 * What is known about a record:
 * - `exact`: it is linked, on both sides or on one
 * - `likely`: the matching key has one hit, and nothing speaks against it
 * - `ambiguous`: a person must decide
 * - `none`: the other side has nothing like it
 */
export type Kind = "exact" | "likely" | "ambiguous" | "none";

export const KINDS: readonly Kind[] = ["exact", "likely", "ambiguous", "none"];

/** A HubSpot company or contact. */
export interface HubspotRecord {
  customer: Customer;
  /** The company's domain, which is its own in HubSpot. */
  domain?: string | undefined;
  /** A person who belongs to a company; deals are then billed to the company. */
  hasCompany?: boolean;
}

/** The halves of a link that are missing; neither is ever written over another value. */
export interface Writes {
  /** For the HubSpot record: the ID of its Xero contact. */
  xeroContactId?: string;
  /** For the Xero contact: the number that names the HubSpot record. */
  contactNumber?: string;
}

/** One record with what belongs to it on the other side; at least one of `record` and `contact` is there. */
export interface Proposal {
  kind: Kind;
  record?: HubspotRecord;
  contact?: XeroContact;
  /** Contacts that a person may choose from. */
  candidates: readonly XeroContact[];
  why: string;
  writes: Writes;
}

/** Both accounts as they were read. */
export interface Accounts {
  records: readonly HubspotRecord[];
  contacts: readonly XeroContact[];
}

export function isWrite({ writes }: Proposal): boolean {
  return Object.keys(writes).length > 0;
}

/** What a HubSpot record is known by in the journal and in messages: `company 501`. */
export function recordKey({ type, hubspotId }: Customer): string {
  return `${type} ${hubspotId ?? ""}`;
}

export function describeContact({ Name, ContactID }: XeroContact): string {
  return `"${Name ?? ""}" (${ContactID ?? ""})`;
}

export function describeRecords(records: readonly HubspotRecord[]): string {
  return records.map(({ customer }) => describeCustomer(customer)).join(", ");
}
