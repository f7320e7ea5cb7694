import type { Deal } from "@hubspot-xero/shared/deal/deal";
import { readLineItems } from "@hubspot-xero/shared/deal/lineItem";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import { plainDealOutput } from "@hubspot-xero/shared/flows/stageEntryOutput";
import {
  payerContactId,
  pipelineDeal,
  type PipelineDeal,
} from "@hubspot-xero/shared/forecast/pipelineDeal";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import { toNumber } from "@hubspot-xero/shared/money/decimal";
import { attempt } from "./attempt";
import type { OpenDealsWanted } from "./openDealsWanted";
import type { OpenedDeals } from "./openedDeals";

/** An open deal on its way to the forecast, with the search that found it. */
export interface SearchedDeal extends PipelineDeal {
  search: Pick<OpenDealsWanted, "timeZone" | "until" | "most"> & {
    /** How many deals are open in all. */
    total: number;
  };
}

/** Records of one kind, as they were read. */
type Wires = readonly HubspotObject[] | undefined;

/** The open deals as the search hands them out. */
export function openDeals(
  { deals }: OpenedDeals,
  wanted: OpenDealsWanted,
  total: number,
  account: HubspotAccount,
  lines: Wires,
  companies: Wires,
  people: Wires,
) {
  return attempt(() => {
    const lineItems = byId(lines);
    const payers = {
      companies: byId(companies),
      contacts: byId(people),
    };
    const { timeZone, until, most } = wanted;
    const found = deals.flatMap(({ wire, deal, payer, hasMoreLines }) => {
      const read = pipelineDeal(
        wire,
        deal,
        payerContactId(payer, payers),
        () => linesOf(deal, lineItems, hasMoreLines),
        account,
        wanted,
      );
      if (!read) return [];
      const data: SearchedDeal = {
        ...read,
        lines: read.lines.map(({ name, netAmount, recurring }) => {
          return { name, netAmount, recurring };
        }),
        search: { timeZone, until, most, total },
      };
      return [{ ...rowOf(deal, data), deal: data }];
    });
    return { found };
  });
}

function rowOf(deal: Deal, data: SearchedDeal) {
  const { closeDate, probability, contactId, note, lines } = data;
  return {
    ...plainDealOutput({ deal, closeDate }),
    ...{ probability, xeroContactId: contactId, note },
    lineItems: lines.map(({ name, netAmount, recurring }) => ({
      name,
      netAmount: toNumber(netAmount),
      billingFrequency: recurring?.frequency,
    })),
  };
}

function linesOf(
  { name, lineItemIds }: Deal,
  lineItems: ReadonlyMap<string, HubspotObject>,
  hasMoreLines: boolean,
) {
  const wires = lineItemIds.flatMap((id) => lineItems.get(id) ?? []);
  if (hasMoreLines || wires.length < lineItemIds.length)
    throw validation(
      `Deal "${name}": not all its lines were read, because the deals have too many for one run, or one was just deleted. Search fewer deals at once.`,
    );
  return readLineItems(wires, name);
}

const byId = (wires: Wires) =>
  new Map((wires ?? []).map((wire) => [wire.id, wire]));
