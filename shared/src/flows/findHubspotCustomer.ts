import type { Customer } from "../customer/customer";
import { linkedRecord } from "../customer/readXeroContact";
import { domainOf, type CompanyMatch } from "../customer/companyDomain";
import { ConnectorError } from "../error/connectorError";
import type { HubspotObject } from "../hubspot/wire";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";
import {
  CUSTOMER_TYPES,
  LINK,
  lookUpRecord,
  type CustomerType,
} from "./hubspotCustomers";

export interface CustomerSearch {
  contact: XeroContact;
  /** The contact's id, and those of contacts that were merged into it. */
  ids: readonly string[];
  type: CustomerType;
  companyMatch: CompanyMatch;
  taxProperty?: string | undefined;
}

export interface FoundRecord {
  type: CustomerType;
  record: HubspotObject;
}

type SearchContext = Pick<Context, "hubspot">;

/**
 * The HubSpot record of a Xero contact: by the link on the record, else by the contact's number, else by the matching
 * key with exactly one hit. One call for a linked record.
 * @throws ConnectorError `conflict` when the record is archived, linked with another Xero contact, or one of several
 */
export async function findHubspotCustomer(
  context: SearchContext,
  search: CustomerSearch,
): Promise<FoundRecord | undefined> {
  const { contact, ids } = search;
  const numbered = linkedRecord(contact.ContactNumber);
  const types: CustomerType[] = numbered
    ? [numbered.type]
    : search.type === "company"
      ? ["company", "contact"]
      : ["contact", "company"];
  for (const type of types)
    for (const id of ids) {
      const record = await lookUpRecord(context, type, id, {
        idProperty: LINK,
        ...taxOf(search),
      });
      if (record) return { type, record };
    }
  const byNumber = numbered && (await findByNumber(context, search, numbered));
  const found = byNumber ?? (await findByKey(context, search));
  if (found) refuseOtherLink(found, search);
  return found;
}

const taxOf = ({ taxProperty }: CustomerSearch) =>
  taxProperty ? { taxProperty } : {};

/** The record whose id is in the contact number; a merged one is found by the record that it became. */
async function findByNumber(
  context: SearchContext,
  search: CustomerSearch,
  { type, id }: { type: CustomerType; id: string },
): Promise<FoundRecord | undefined> {
  const record = await lookUpRecord(context, type, id, taxOf(search));
  if (record) return { type, record };
  const merged = await searchOne(context, search, type, mergedInto(id));
  if (merged) return { type, record: merged };
  if (await lookUpRecord(context, type, id, { archived: true }))
    throw archivedRecord(search, { type, id });
  return undefined;
}

interface Filter {
  propertyName: string;
  operator: string;
  value: string;
}

/** Finds the record that another one was merged into. */
export function mergedInto(id: string): Filter {
  return {
    propertyName: "hs_merged_object_ids",
    operator: "CONTAINS_TOKEN",
    value: id,
  };
}

/** The record that the contact number names lies in HubSpot's recycle bin. */
export function archivedRecord(
  search: CustomerSearch,
  { type, id }: { type: CustomerType; id: string },
): ConnectorError {
  return new ConnectorError(
    "conflict",
    `The HubSpot ${type} ${id} of Xero contact ${nameOf(search)} is archived. Restore it in HubSpot (Actions > Restore records), or archive the contact in Xero.`,
    { vendor: "hubspot" },
  );
}

/** People by their e-mail address, which HubSpot keeps unique and finds without delay; companies by name or domain. */
async function findByKey(
  context: SearchContext,
  search: CustomerSearch,
): Promise<FoundRecord | undefined> {
  const { contact, companyMatch } = search;
  const type = linkedRecord(contact.ContactNumber)?.type ?? search.type;
  if (type === "contact") {
    const email = contact.EmailAddress?.trim();
    const record =
      email &&
      (await lookUpRecord(context, type, email, {
        idProperty: "email",
        ...taxOf(search),
      }));
    return record ? { type, record } : undefined;
  }
  const filter = companyFilter(contact, companyMatch);
  const record = filter && (await searchOne(context, search, type, filter));
  return record ? { type, record } : undefined;
}

/** Finds the companies that could be a contact; undefined where it has nothing to find them by. */
export function companyFilter(
  contact: XeroContact,
  companyMatch: CompanyMatch,
): Filter | undefined {
  const value =
    companyMatch === "domain" ? domainOf(contact) : contact.Name?.trim();
  return value
    ? { propertyName: companyMatch, operator: "EQ", value }
    : undefined;
}

/** A search that tells one hit from several. */
export function hitSearch(filter: Filter) {
  return {
    filterGroups: [{ filters: [filter] }],
    properties: ["name"],
    limit: 5,
  };
}

/** The only hit of a search, read again by its id: what search knows may be half a minute old. */
async function searchOne(
  context: SearchContext,
  search: CustomerSearch,
  type: CustomerType,
  filter: Filter,
): Promise<HubspotObject | undefined> {
  const { results } = await context.hubspot.search(
    CUSTOMER_TYPES[type].objects,
    hitSearch(filter),
  );
  const only = onlyHit(search, type, filter, results);
  return only && lookUpRecord(context, type, only.id, taxOf(search));
}

/**
 * The only hit of a search, or none.
 * @throws ConnectorError `conflict` when there are several, with their names
 */
export function onlyHit(
  search: CustomerSearch,
  type: CustomerType,
  { propertyName, value }: Filter,
  results: readonly HubspotObject[],
): HubspotObject | undefined {
  const [only, ...others] = results;
  if (others.length === 0) return only;
  throw new ConnectorError(
    "conflict",
    `HubSpot has several ${CUSTOMER_TYPES[type].objects} with the ${propertyName} ${value} of Xero contact ${nameOf(search)}: ${results.map(({ id, properties }) => `"${properties["name"] ?? ""}" (${id})`).join(", ")}. Merge them in HubSpot, or put the Xero contact ID on the right one.`,
    { vendor: "hubspot" },
  );
}

/** A record that belongs to another Xero contact is never taken over. */
export function refuseOtherLink(
  { type, record }: FoundRecord,
  search: CustomerSearch,
): void {
  const other = record.properties[LINK];
  if (!other || search.ids.includes(other)) return;
  throw new ConnectorError(
    "conflict",
    `The HubSpot ${type} ${nameOfRecord(type, record)} matches Xero contact ${nameOf(search)}, but is linked with another Xero contact (${other}). Merge the two contacts in Xero, or clear the Xero contact ID on the HubSpot record.`,
    { vendor: "hubspot" },
  );
}

function nameOfRecord(type: CustomerType, record: HubspotObject): string {
  const { name }: Customer = CUSTOMER_TYPES[type].read(record);
  return `"${name}" (${record.id})`;
}

function nameOf({ contact, ids }: CustomerSearch): string {
  return `"${contact.Name ?? ""}" (${ids[0] ?? ""})`;
}
