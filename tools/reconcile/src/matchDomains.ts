import {
  domainOf,
  type CompanyMatch,
} from "@hubspot-xero/shared/customer/companyDomain";
import { isActive, type ContactIndex } from "./contactIndex";
import { groupBy } from "./groups";
import { linkWith } from "./links";
import { unsettled } from "./matchRecord";
import { describeContact, describeRecords, type Proposal } from "./proposal";

/**
 * Companies that no contact has the name of, by their domain among the contacts that are left. With `name` as the
 * matching key a domain only hints at the contact: the Zaps would not match by it either.
 */
export function matchDomains(
  proposals: readonly Proposal[],
  index: ContactIndex,
  companyMatch: CompanyMatch,
): Proposal[] {
  const taken = new Set(
    proposals.flatMap(({ record, contact, candidates }) =>
      // What only a person's e-mail points to may be the company's.
      record?.customer.type === "company"
        ? [contact, ...candidates].map((known) => known?.ContactID)
        : [contact?.ContactID],
    ),
  );
  const free = index.contacts.filter(
    (contact) =>
      isActive(contact) &&
      !taken.has(contact.ContactID) &&
      !contact.ContactNumber?.startsWith("hubspot-"),
  );
  const contactsOf = groupBy(free, domainOf);
  const rivalsOf = groupBy(
    proposals.filter(({ kind }) => kind === "none"),
    domainKey,
  );
  return proposals.map((proposal) => {
    const { kind, record } = proposal;
    const domain = domainKey(proposal);
    const candidates = domain && contactsOf.get(domain);
    if (kind !== "none" || !record || !candidates) return proposal;
    const rivals = rivalsOf.get(domain) ?? [];
    const [contact] = candidates;
    const names = candidates.map(describeContact).join(", ");
    if (candidates.length > 1 || rivals.length > 1 || !contact)
      return {
        ...unsettled(
          proposal,
          `The domain ${domain} is that of ${describeRecords(rivals.flatMap((rival) => rival.record ?? []))} in HubSpot and of ${names} in Xero.`,
        ),
        candidates,
      };
    if (companyMatch === "name")
      return {
        ...unsettled(
          proposal,
          `The Xero contact ${names} has its domain ${domain}, but another name.`,
        ),
        candidates,
      };
    return {
      ...proposal,
      kind: "likely",
      contact,
      why: `Same domain ${domain}; the names differ.`,
      writes: linkWith(record.customer, contact, index),
    };
  });
}

function domainKey({ record }: Proposal): string | undefined {
  return record?.domain?.trim().toLowerCase() || undefined;
}
