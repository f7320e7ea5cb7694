import type { CompanyMatch } from "@hubspot-xero/shared/customer/companyDomain";
import {
  archivedRecord,
  companyFilter,
  hitSearch,
  mergedInto,
  onlyHit,
  refuseOtherLink,
  type CustomerSearch,
} from "@hubspot-xero/shared/flows/findHubspotCustomer";
import {
  CUSTOMER_TYPES,
  LINK,
  notSetUp,
  recordProperties,
  type CustomerType,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import { readHubspotError } from "@hubspot-xero/shared/hubspot/readError";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { readList } from "./readList";

/** The ways to a record, in this order; `hit` reads anew what a search found, because search lags behind. */
export type Look = "link" | "otherLink" | "number" | "merged" | "key" | "hit";

interface Wanted {
  search: CustomerSearch & { contact: XeroContact; companyMatch: CompanyMatch };
  numbered?: { type: CustomerType; id: string } | undefined;
}

/**
 * What HubSpot is asked for; nothing where the contact has nothing to go by. Records are read in batches of one, which
 * are empty lists where there is none, and do not lag behind as search does.
 * @param hit the ID that a search found
 */
export function customerLook(
  { search, numbered }: Wanted,
  look: Look,
  hit?: string,
) {
  const { contact, ids, taxProperty } = search;
  const type = typeOf(search, look);
  const read = (values: readonly string[], idProperty?: string) => ({
    path: `${CUSTOMER_TYPES[type].objects}/batch/read`,
    body: {
      idProperty,
      inputs: values.map((id) => ({ id })),
      properties: [
        ...recordProperties(type, { taxProperty }),
        CUSTOMER_TYPES[type].modified,
      ],
    },
  });
  const filter = filterOf({ search, numbered }, look);
  if (filter)
    return {
      path: `${CUSTOMER_TYPES[type].objects}/search`,
      body: hitSearch(filter),
    };
  const email = contact.EmailAddress?.trim();
  switch (look) {
    case "link":
      return read(ids, LINK);
    case "otherLink":
      return numbered ? undefined : read(ids, LINK);
    case "number":
      return numbered && read([numbered.id]);
    case "hit":
      return hit ? read([hit]) : undefined;
    default:
      return look === "key" && type === "contact" && email
        ? read([email], "email")
        : undefined;
  }
}

/** The record in an answer, or the hit of a search; neither where there is none, a problem when a person must decide. */
export function customerFound(
  wanted: Wanted,
  look: Look,
  given: readonly HubspotObject[] | undefined,
) {
  return attempt(() => {
    const { search } = wanted;
    const type = typeOf(search, look);
    const found = readList(given, CUSTOMER_TYPES[type].objects, "HubSpot");
    const filter = filterOf(wanted, look);
    if (filter) return { hit: onlyHit(search, type, filter, found)?.id };
    const [first] = found;
    const record =
      search.ids.flatMap(
        (id) => found.find(({ properties }) => properties[LINK] === id) ?? [],
      )[0] ?? first;
    if (!record) return {};
    if (look !== "link" && look !== "otherLink")
      refuseOtherLink({ type, record }, search);
    return { type, record };
  });
}

/** What stands against going on where the record of the contact number lies in the recycle bin. */
export function customerArchived({ search, numbered }: Wanted, status: number) {
  return attempt(() => {
    if (numbered && status < 400) throw archivedRecord(search, numbered);
    return {};
  });
}

/** HubSpot's refusal of a look as a sentence. */
export function customerLookProblem(
  { search }: Wanted,
  look: Look,
  status: number,
  headers: Record<string, string | undefined>,
  body: unknown,
): string {
  const type = typeOf(search, look);
  const error = readHubspotError(
    { status, headers, body },
    `${type} of Xero contact "${search.contact.Name ?? ""}"`,
  );
  const isNotSetUp =
    error.kind === "validation" && error.vendorText?.includes(LINK);
  return (isNotSetUp ? notSetUp(type) : error).message;
}

function typeOf({ type }: CustomerSearch, look: Look): CustomerType {
  if (look !== "otherLink") return type;
  return type === "company" ? "contact" : "company";
}

function filterOf({ search, numbered }: Wanted, look: Look) {
  if (look === "merged") return numbered && mergedInto(numbered.id);
  return look === "key" && search.type === "company"
    ? companyFilter(search.contact, search.companyMatch)
    : undefined;
}
