import type { Deal } from "../deal/deal";
import { validation } from "../error/connectorError";

/**
 * Which record pays for a deal: its primary company, else its only company,
 * else its only contact. Anything else is a question for a person.
 */
export function choosePayer(deal: Deal): {
  type: "company" | "contact";
  id: string;
} {
  const company =
    deal.companies.find(({ primary }) => primary) ??
    (deal.companies.length === 1 ? deal.companies[0] : undefined);
  if (company) return { type: "company", id: company.id };
  if (deal.companies.length > 1) {
    throw validation(
      `Deal "${deal.name}" has ${deal.companies.length} companies and none is its primary company. Mark the one that pays as primary in HubSpot.`,
    );
  }
  const [contactId, ...others] = deal.contactIds;
  if (!contactId) {
    throw validation(
      `Deal "${deal.name}" has no company and no contact, so nobody can be invoiced. Associate the payer with the deal in HubSpot.`,
    );
  }
  if (others.length > 0) {
    throw validation(
      `Deal "${deal.name}" has ${others.length + 1} contacts and no company. Associate the company that pays, or leave one contact on the deal.`,
    );
  }
  return { type: "contact", id: contactId };
}
