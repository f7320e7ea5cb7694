import { dealAssociations } from "@hubspot-xero/shared/deal/associations";
import { readDeal, type Deal } from "@hubspot-xero/shared/deal/deal";
import { unbilled } from "@hubspot-xero/shared/forecast/openDealSearch";
import { knownPayer } from "@hubspot-xero/shared/forecast/pipelineDeal";
import {
  associatedOf,
  type Associated,
  type AssociationResult,
} from "@hubspot-xero/shared/hubspot/records";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import { attempt } from "./attempt";

/** What one request reads at once. */
const BATCH = 100;
/** How many requests read what belongs to the deals; lines beyond them are not read. */
export const BATCHES = { line_items: 20, companies: 5, contacts: 5 } as const;

type Id = { id: string };

export interface OpenedDeals {
  deals: {
    wire: HubspotObject;
    deal: Deal;
    payer: ReturnType<typeof knownPayer>;
    hasMoreLines: boolean;
  }[];
  /** Batches of `{id}`, as HubSpot reads them. */
  batches: Record<keyof typeof BATCHES, Id[][]>;
}

/** What belongs to deals, as HubSpot's batches of associations tell it. */
type Links = readonly AssociationResult[] | undefined;

/** The open deals of which Xero bills nothing yet, and what is to be read of their lines and payers. */
export function openedDeals(
  found: readonly HubspotObject[] | undefined,
  account: HubspotAccount,
  lineLinks: Links,
  companyLinks: Links,
  contactLinks: Links,
) {
  return attempt((): OpenedDeals => {
    const lines = byDeal(lineLinks);
    const companies = byDeal(companyLinks);
    const contacts = byDeal(contactLinks);
    const deals = unbilled(found).map(({ id, properties }) => {
      const wire = { id, properties };
      const associated = dealAssociations({
        lineItems: lines.get(id)?.all,
        companies: companies.get(id)?.all,
        contacts: contacts.get(id)?.all,
      });
      const deal = readDeal({ ...wire, associations: associated }, account);
      return {
        ...{ wire, deal, payer: knownPayer(deal) },
        hasMoreLines: lines.get(id)?.isCut ?? false,
      };
    });
    const payers = (type: string) =>
      deals.flatMap(({ payer }) => (payer?.type === type ? payer.id : []));
    return {
      deals,
      batches: {
        line_items: batches(
          deals.flatMap(({ deal }) => deal.lineItemIds),
          BATCHES.line_items,
        ),
        companies: batches(payers("company"), BATCHES.companies),
        contacts: batches(payers("contact"), BATCHES.contacts),
      },
    };
  });
}

function byDeal(links: Links) {
  return new Map<string, { all: Associated[]; isCut: boolean }>(
    (links ?? []).map((result) => [
      String(result.from.id),
      { all: associatedOf(result), isCut: Boolean(result.paging?.next) },
    ]),
  );
}

function batches(ids: readonly string[], most: number): Id[][] {
  const unique = [...new Set(ids)].map((id) => ({ id }));
  return Array.from(
    { length: Math.min(Math.ceil(unique.length / BATCH), most) },
    (_, index) => unique.slice(index * BATCH, (index + 1) * BATCH),
  );
}
