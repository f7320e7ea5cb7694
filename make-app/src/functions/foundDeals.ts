import {
  dealIdOf,
  isRepeatingReference,
} from "@hubspot-xero/shared/deal/billingKey";
import { readDeal, type Deal } from "@hubspot-xero/shared/deal/deal";
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
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { attempt } from "./attempt";
import { repeatingDeal } from "./repeatingDeal";

const PAGE = 100;

type Billed = Pick<StoredInvoice, "reference" | "repeatingInvoiceId">;
/** Several where they bill the parts of one deal. */
type Given = Input & { invoice?: Billed | StoredInvoice[] };

/**
 * How the deals of an invoice are asked for. By the invoice's id they are read rather than searched: HubSpot's search
 * lags behind, and a batch of one is an empty list where no deal has the invoice.
 */
export function dealsWanted(parameters: Given) {
  return attempt(() => ({
    ...shownWanted(parameters),
    ...namedWanted(parameters),
  }));
}

/** The deals that show the invoice, or another part: a deal shows its balance until it hears that this was voided. */
function shownWanted(parameters: Given) {
  const sought = soughtInvoice(parameters);
  const { invoice } = parameters;
  const parts = Array.isArray(invoice) ? invoice.map(({ id }) => id) : [];
  return "invoiceId" in sought
    ? {
        name: `the deal of invoice ${sought.invoiceId}`,
        path: "batch/read",
        body: {
          idProperty: "xero_invoice_id",
          inputs: [...new Set([sought.invoiceId, ...parts])].map((id) => ({
            id,
          })),
          properties: DEAL_PROPERTIES,
        },
      }
    : {
        name: "deals",
        path: "search",
        body: { ...invoiceNumberSearch(sought.invoiceNumber), limit: PAGE },
      };
}

/**
 * The deal that the reference names, where the invoice data is given: asked for where no deal shows the invoice, and at
 * once for an invoice of a schedule, as a deal shows the newest of these only.
 */
function namedWanted({ invoice }: Given) {
  if (!invoice || Array.isArray(invoice)) return {};
  const dealId = dealIdOf(invoice.reference);
  if (!dealId) return {};
  return {
    isOfSchedule: isRepeatingReference(invoice.reference),
    ofDeal: { inputs: [{ id: dealId }], properties: DEAL_PROPERTIES },
  };
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
    return { found: found.map((wire) => outputOf(readDeal(wire, account))) };
  });
}

/**
 * The deal that an invoice's reference names, where it has repeating invoices. What a schedule billed must name one that
 * stands on the deal: copies carry the reference too.
 */
export function namedDeals(
  found: readonly HubspotObject[] | undefined,
  account: HubspotAccount,
  { reference, repeatingInvoiceId = "" }: Billed,
) {
  return attempt(() => {
    const read = foundDeals(found, account);
    if ("problem" in read) return read;
    const isOfSchedule = isRepeatingReference(reference);
    return {
      found: read.found.filter(({ repeating }) =>
        isOfSchedule ? repeating?.ids.includes(repeatingInvoiceId) : repeating,
      ),
    };
  });
}

const outputOf = (deal: Deal) => ({
  ...dealOutput(deal),
  repeating: repeatingDeal(deal),
});
