import { readDeal } from "@hubspot-xero/shared/deal/deal";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  dealOutput,
  invoiceNumberSearch,
  soughtInvoice,
} from "@hubspot-xero/shared/flows/findDeal";
import { DEAL_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import type { Input } from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";

const PAGE = 100;

/**
 * How the deals of an invoice are asked for. By the invoice's id they are read rather than searched: HubSpot's search
 * lags behind, and a batch of one is an empty list where no deal has the invoice.
 */
export function dealsWanted(parameters: Input) {
  return attempt(() => {
    const sought = soughtInvoice(parameters);
    return "invoiceId" in sought
      ? {
          name: `the deal of invoice ${sought.invoiceId}`,
          path: "batch/read",
          body: {
            idProperty: "xero_invoice_id",
            inputs: [{ id: sought.invoiceId }],
            properties: DEAL_PROPERTIES,
          },
        }
      : {
          name: "deals",
          path: "search",
          body: { ...invoiceNumberSearch(sought.invoiceNumber), limit: PAGE },
        };
  });
}

/** Deals as the search hands them out. */
export function foundDeals(
  found: readonly HubspotObject[] | undefined,
  account: HubspotAccount,
) {
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about deals holds no list. Run this scenario again.",
      );
    return { found: found.map((wire) => dealOutput(readDeal(wire, account))) };
  });
}
