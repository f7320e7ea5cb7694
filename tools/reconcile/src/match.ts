import type { CompanyMatch } from "@hubspot-xero/shared/customer/companyDomain";
import { linkedRecord } from "@hubspot-xero/shared/customer/readXeroContact";
import type { CustomerMatch } from "@hubspot-xero/shared/customer/matchCustomer";
import { sameText } from "@hubspot-xero/shared/text/text";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { indexContacts, isActive, type ContactIndex } from "./contactIndex";
import { groupBy } from "./groups";
import { matchDomains } from "./matchDomains";
import { readLinks } from "./links";
import { matchRecord, unsettled } from "./matchRecord";
import {
  describeContact,
  describeRecords,
  type Accounts,
  type Proposal,
} from "./proposal";

/** The same choices as in the Zaps. */
export interface MatchOptions {
  customerMatch: CustomerMatch;
  companyMatch: CompanyMatch;
}

/** Every HubSpot record, and every active Xero contact that none of them has to do with. */
export function matchAccounts(
  { records, contacts }: Accounts,
  { customerMatch, companyMatch }: MatchOptions,
): Proposal[] {
  const index = indexContacts(contacts);
  const links = readLinks(records, index);
  const matched = records.map((record) =>
    matchRecord(record, index, links, customerMatch),
  );
  const settled = matchDomains(settleClaims(matched), index, companyMatch);
  return [...settled, ...leftContacts(settled, index)];
}

/**
 * A contact that several records claim goes to the one that has its name: a company goes before the person whose
 * e-mail address stands on its contact. Where none or several have it, a person decides.
 */
function settleClaims(proposals: readonly Proposal[]): Proposal[] {
  const claims = groupBy(proposals, ({ writes }) => writes.xeroContactId);
  return proposals.map((proposal) => {
    const rivals = claims.get(proposal.writes.xeroContactId ?? "") ?? [];
    const { contact } = proposal;
    if (rivals.length < 2 || !contact) return proposal;
    const winner = winnerOf(rivals, contact);
    if (winner === proposal) return proposal;
    const others = rivals.filter((rival) => rival !== proposal);
    return unsettled(
      proposal,
      winner?.record
        ? `The Xero contact ${describeContact(contact)} matches it, but goes to ${describeRecords([winner.record])}, which ${winner.kind === "exact" ? "it is linked with" : "has its name"}.`
        : `The Xero contact ${describeContact(contact)} matches it and ${describeRecords(others.flatMap(({ record }) => record ?? []))}. Merge them in HubSpot, or put the Xero contact ID on the right one.`,
    );
  });
}

function winnerOf(
  rivals: readonly Proposal[],
  { Name = "" }: XeroContact,
): Proposal | undefined {
  const linked = rivals.filter(({ kind }) => kind === "exact");
  const namesakes = rivals.filter(({ record }) =>
    sameText(record?.customer.name ?? "", Name),
  );
  const [only, ...others] = linked.length > 0 ? linked : namesakes;
  return others.length === 0 ? only : undefined;
}

function leftContacts(
  proposals: readonly Proposal[],
  { contacts }: ContactIndex,
): Proposal[] {
  const seen = new Set(
    proposals.flatMap(({ contact, candidates }) =>
      [contact, ...candidates].map((known) => known?.ContactID),
    ),
  );
  return contacts
    .filter((contact) => isActive(contact) && !seen.has(contact.ContactID))
    .map((contact) => {
      const link = linkedRecord(contact.ContactNumber);
      return {
        kind: link ? "ambiguous" : "none",
        contact,
        candidates: [],
        why: link
          ? `Its number names the HubSpot ${link.type} ${link.id}, which is gone or linked with another contact.`
          : contact.IsSupplier && !contact.IsCustomer
            ? "A supplier; HubSpot has no record like it."
            : "HubSpot has no record like it.",
        writes: {},
      };
    });
}
