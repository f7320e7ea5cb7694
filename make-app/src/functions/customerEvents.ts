import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  CUSTOMER_TYPES,
  readCustomerType,
  readNamedProperties,
  readRecord,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import {
  changedSearch,
  customerEvent,
} from "@hubspot-xero/shared/flows/listHubspotCustomers";
import type { Customer } from "@hubspot-xero/shared/customer/customer";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { Input } from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";
import { searchWindow } from "./searchWindow";

/** As many as HubSpot gives at once. */
const PAGE = 200;

/** A customer as it was read: what `Create or update a contact` takes. */
export interface CustomerData extends Customer {
  readAt?: string;
}

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
    const bounds = {
      ...searchWindow(lastDate, now),
      ...readNamedProperties(parameters),
    };
    const type = readCustomerType(parameters);
    return {
      path: CUSTOMER_TYPES[type].objects,
      body: { ...changedSearch(type, "DESCENDING", bounds), limit: PAGE },
    };
  });
}

/** The changes that the search found, each with the customer's data. */
export function customerEvents(
  parameters: Input,
  found: readonly HubspotObject[] | undefined,
  now: Date | string,
) {
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about customers holds no list. Run this scenario again.",
      );
    const type = readCustomerType(parameters);
    const named = readNamedProperties(parameters);
    const readAt = new Date(now).toISOString();
    const events = found.flatMap((wire) => {
      const customer: CustomerData = {
        ...readRecord(type, wire, named),
        readAt,
      };
      return customerEvent(type, wire, named).map((event) => ({
        ...event,
        customer,
      }));
    });
    return { events };
  });
}
