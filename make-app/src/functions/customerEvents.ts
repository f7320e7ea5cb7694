import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  CUSTOMER_TYPES,
  readCustomerType,
  readRecord,
  readTaxProperty,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import {
  changedSearch,
  customerEvent,
} from "@hubspot-xero/shared/flows/listHubspotCustomers";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { Input } from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";
import { searchWindow } from "./searchWindow";

/** As many as HubSpot gives at once. */
const PAGE = 200;

/**
 * The search for companies or contacts that changed, the newest change first; a problem where the step is filled in
 * wrongly.
 * @param lastDate when the newest change was that Make has handed out; all records where absent
 */
export function customerQuery(
  parameters: Input,
  lastDate?: Date | string,
  now?: Date | string,
) {
  return attempt(() => {
    const taxProperty = readTaxProperty(parameters);
    const bounds = { ...searchWindow(lastDate, now), taxProperty };
    const type = readCustomerType(parameters);
    return {
      path: CUSTOMER_TYPES[type].objects,
      body: { ...changedSearch(type, "DESCENDING", bounds), limit: PAGE },
    };
  });
}

/** The changes that the search found, each with the customer that `Create or update a contact` takes. */
export function customerEvents(
  parameters: Input,
  found: readonly HubspotObject[] | undefined,
) {
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about customers holds no list. Run this scenario again.",
      );
    const type = readCustomerType(parameters);
    const taxProperty = readTaxProperty(parameters);
    const events = found.flatMap((wire) =>
      customerEvent(type, wire, taxProperty).map((event) => ({
        ...event,
        customer: readRecord(type, wire, taxProperty),
      })),
    );
    return { events };
  });
}
