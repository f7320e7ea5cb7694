import { readLineItems } from "@hubspot-xero/shared/deal/lineItem";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { attempt } from "./attempt";
import type { DealToBill } from "./openDeal";

/** The lines of one batch, or why one of them cannot be billed; a line that did not come is never billed as nothing. */
export function checkLines(
  { opened }: DealToBill,
  asked: readonly { id: string }[],
  found: readonly HubspotObject[] = [],
) {
  return attempt(() => {
    const { name } = opened.deal;
    const ids = new Set(found.map(({ id }) => id));
    const missing = asked.find(({ id }) => !ids.has(id));
    if (missing)
      throw validation(
        `Deal "${name}": HubSpot did not return line ${missing.id}; it may have been deleted a moment ago. Run this scenario again.`,
      );
    return readLineItems(found, name);
  });
}
