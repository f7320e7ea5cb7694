import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { attempt } from "./attempt";
import type { DealToBill } from "./openDeal";

/** What stands against the company's answer: without its record, nobody else is billed in its place. */
export function checkCompany(
  { opened }: DealToBill,
  found: HubspotObject | undefined,
) {
  return attempt(() => {
    if (found?.id && found.properties) return {};
    throw unread(opened.deal.name, "the company that pays");
  });
}

/** What stands against the answer about people: one who did not come may be the one who pays. */
export function checkPeople(
  { opened, people }: DealToBill,
  found: readonly HubspotObject[] = [],
) {
  return attempt(() => {
    const ids = new Set(found.map(({ id }) => id));
    const missing = people.find(({ id }) => !ids.has(id));
    if (!missing) return {};
    throw unread(opened.deal.name, `contact ${missing.id}`);
  });
}

function unread(deal: string, record: string): ConnectorError {
  return new ConnectorError(
    "server",
    `Deal "${deal}": HubSpot did not return ${record}; it may have been deleted a moment ago. Run this scenario again.`,
  );
}
